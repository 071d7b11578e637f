import type { DeclarationStyle, Language } from './language.ts';
import { documentationString } from '../carriers/code/lexical/documentation.ts';
import { heredoc } from '../carriers/code/lexical/heredoc.ts';
import { javascript, slashRegex } from '../carriers/code/lexical/javascript.ts';
import { css, markup, xml } from '../carriers/code/lexical/markup.ts';
import { php } from '../carriers/code/lexical/php.ts';
import { python } from '../carriers/code/lexical/python.ts';
import {
  cLike,
  cppRaw,
  csharpInterpolatedVerbatim,
  csharpRaw,
  csharpVerbatim,
  dollarQuote,
  longBracketComment,
  luaLongString,
  nestingCLike,
  rawAfter,
  rustRaw,
  swiftRaw,
} from '../carriers/code/lexical/rawStrings.ts';
import { percentLiteral, ruby } from '../carriers/code/lexical/ruby.ts';
import { escapedCharacter, shell } from '../carriers/code/lexical/shell.ts';
import { blockComment, character, lineBlock, lineComment, quoted, wordComment } from '../carriers/code/rules.ts';
import type { Rule, Syntax } from '../carriers/code/scan.ts';

/** `x.ts` by its extension, `Dockerfile` by its name; both in lower case. */
interface Entry {
  readonly language: Language;
  readonly extensions: readonly string[];
  readonly names: readonly string[];
}

const hash = lineComment('#', 'word-start');
const doubleQuoted = quoted('"');
const singleQuoted = quoted("'");
const slashes = lineComment('//');
const stars = blockComment('/*', '*/');
const triple = (substitution?: string): Rule =>
  quoted('"""', '"""', { multiline: true, ...(substitution !== undefined && { substitution }) });
const doubled = (quote: string, multiline = false): Rule => quoted(quote, quote, { escape: 'double', multiline });
const mlComment = blockComment('(*', '*)', true);
const plainHash: Syntax = { rules: [hash, doubleQuoted, singleQuoted] };
const dash = lineComment('--');

function entry(name: string, files: string, syntax: Syntax, declarations: DeclarationStyle = 'generic'): Entry {
  const words = files.split(' ');
  return {
    language: { name, syntax, declarations },
    extensions: words.filter((word) => word.startsWith('.')).map((word) => word.slice(1)),
    names: words.filter((word) => !word.startsWith('.')),
  };
}

const groovyStrings: readonly Rule[] = [
  triple('${'),
  quoted("'''", "'''", { multiline: true }),
  quoted('"', '"', { substitution: '${' }),
  singleQuoted,
];
const elixirDoc = /@(?:doc|moduledoc|typedoc|shortdoc)\s+(?:~[sS])?$/u;
const sqlRules: readonly Rule[] = [dash, stars, dollarQuote, doubled("'", true), doubled('"')];
const assembly: readonly Rule[] = [
  slashes,
  stars,
  lineComment(';'),
  lineComment('@', 'line-start'),
  lineComment('#', 'line-start'),
  doubleQuoted,
  character,
];
const perlStrings: readonly Rule[] = [
  // `$#list`, `\"` and the sigils that look like quotes hold no comment.
  { first: '$', match: (_scan, at) => at + 2 },
  escapedCharacter,
  hash,
  heredoc(/<<(?<dash>~)?(["']?)(?<word>[A-Z_]\w*)\2/),
  percentLiteral('q', /(?<![\w$@%&>{-])q[qwrx]?\s?[([{<|!/]/),
  doubleQuoted,
  quoted("'", "'", { where: 'word-start' }),
];

/** Not an extension of its own: `.m` is told from Objective-C by what it holds. */
const MATLAB = '.matlab';
const MATLAB_LINE = /^[ \t]*(?:%|function\b|classdef\b)/m;
const OBJECTIVE_C_LINE = /^[ \t]*(?:#[ \t]*(?:import|include|pragma)|@(?:interface|implementation|import|protocol)|\/[/*])/m;

/** Every language whose comments are known. */
const ENTRIES: readonly Entry[] = [
  entry('JavaScript', '.js .mjs .cjs .jsx .es6 jakefile', javascript, 'javascript'),
  entry('TypeScript', '.ts .mts .cts .tsx', javascript, 'javascript'),
  entry('CoffeeScript', '.coffee .litcoffee cakefile', {
    rules: [blockComment('###', '###'), lineComment('#'), triple(), quoted("'''", "'''", { multiline: true }), doubleQuoted, singleQuoted],
  }),
  entry(
    'Python',
    '.py .pyi .pyw .pyx .pxd .bzl .star .bazel .sage sconstruct sconscript wscript build workspace snakefile',
    python,
    'python',
  ),
  entry('Go', '.go', { rules: [slashes, stars, doubleQuoted, quoted('`', '`', { escape: 'none', multiline: true }), character] }, 'go'),
  entry(
    'Rust',
    '.rs',
    { rules: [rustRaw, slashes, blockComment('/*', '*/', true), quoted('"', '"', { multiline: true }), character] },
    'rust',
  ),
  entry('Java', '.java .jsh', cLike(triple()), 'java'),
  entry('C', '.c .h', cLike(), 'c'),
  entry('C++', '.cc .cpp .cxx .c++ .hh .hpp .hxx .h++ .ipp .inl .tpp .cppm .ixx .ino', cLike(cppRaw), 'c'),
  entry('CUDA', '.cu .cuh', cLike(cppRaw), 'c'),
  entry('Objective-C', '.m .mm', { rules: [cppRaw, slashes, stars, doubleQuoted, character] }, 'c'),
  entry('C#', '.cs .csx', cLike(csharpRaw, csharpVerbatim, csharpInterpolatedVerbatim), 'csharp'),
  entry(
    'Kotlin',
    '.kt .kts .ktm',
    {
      rules: [
        slashes,
        blockComment('/*', '*/', true),
        triple('${'),
        quoted('"', '"', { substitution: '${' }),
        quoted('`', '`', { escape: 'none' }),
        character,
      ],
    },
    'kotlin',
  ),
  entry(
    'Swift',
    '.swift',
    { rules: [swiftRaw, slashes, blockComment('/*', '*/', true), triple('\\('), quoted('"', '"', { substitution: '\\(' })] },
    'swift',
  ),
  entry('Scala', '.scala .sc .sbt', nestingCLike(triple()), 'scala'),
  entry('Groovy', '.groovy .gradle .gvy .gsh jenkinsfile', { rules: [slashes, stars, ...groovyStrings] }, 'java'),
  entry(
    'Dart',
    '.dart',
    {
      rules: [
        slashes,
        blockComment('/*', '*/', true),
        rawAfter('r', '"""', true),
        rawAfter('r', "'''", true),
        rawAfter('r', '"', false),
        rawAfter('r', "'", false),
        ...groovyStrings,
      ],
    },
    'dart',
  ),
  entry(
    'Ruby',
    '.rb .rake .gemspec .ru .podspec .jbuilder .rbi gemfile rakefile podfile vagrantfile fastfile guardfile brewfile',
    ruby,
    'ruby',
  ),
  entry('Crystal', '.cr', ruby, 'ruby'),
  entry('PHP', '.php .phtml .php5 .php7 .phpt .inc', php, 'php'),
  entry('Perl', '.pl .pm .t .pod', { rules: [lineBlock('=', '=cut'), ...perlStrings] }, 'perl'),
  entry('Raku', '.raku .rakumod .p6', { rules: [lineBlock('=begin', '=end'), blockComment('#`(', ')'), ...perlStrings] }, 'perl'),
  entry('Shell', '.sh .bash .zsh .ksh .fish .bats .command .envrc .bashrc .zshrc .profile configure.ac', shell, 'shell'),
  entry(
    'PowerShell',
    '.ps1 .psm1 .psd1',
    {
      rules: [
        blockComment('<#', '#>'),
        hash,
        quoted('@"', '\n"@', { escape: 'none', multiline: true }),
        quoted("@'", "\n'@", { escape: 'none', multiline: true }),
        quoted('"', '"', { escape: 'backtick', multiline: true }),
        doubled("'", true),
      ],
    },
    'powershell',
  ),
  entry('Batch', '.bat .cmd', { rules: [wordComment('@rem'), wordComment('rem'), lineComment('::', 'line-start')] }),
  entry('Lua', '.lua .luau .rockspec', { rules: [longBracketComment('--'), dash, luaLongString, doubleQuoted, singleQuoted] }, 'lua'),
  entry('SQL', '.sql .psql .pgsql .mysql .ddl .dml .pls .plsql .pks .pkb', { rules: sqlRules }, 'sql'),
  entry('HTML', '.html .htm .xhtml .shtml', markup()),
  entry('Vue', '.vue', markup(), 'javascript'),
  entry('Svelte', '.svelte', markup(), 'javascript'),
  entry('Astro', '.astro', markup(stars, lineComment('//', 'line-start')), 'javascript'),
  entry(
    'XML',
    '.xml .xsd .xsl .xslt .svg .wsdl .plist .csproj .vbproj .fsproj .props .targets .resx .xaml .axml .storyboard .xib .dita .ui .qrc .config .reqif',
    xml,
  ),
  entry('ASP.NET Razor', '.cshtml .razor', markup(blockComment('@*', '*@'))),
  entry('Embedded Ruby', '.erb .ejs .eex .leex .heex', markup(blockComment('<%#', '%>'), blockComment('<%!--', '--%>'))),
  entry('JSP', '.jsp .jspf .asp .aspx .ascx', markup(blockComment('<%--', '--%>'))),
  entry('Jinja', '.jinja .jinja2 .j2 .twig .njk .tera', markup(blockComment('{#', '#}'))),
  entry('Handlebars', '.hbs .handlebars .mustache', markup(blockComment('{{!--', '--}}'), blockComment('{{!', '}}'))),
  entry('Liquid', '.liquid', markup(blockComment('{% comment %}', '{% endcomment %}'))),
  entry('Blade', '.blade', markup(blockComment('{{--', '--}}'))),
  entry('Haml', '.haml .slim', { rules: [lineComment('-#', 'line-start'), lineComment('/', 'line-start')] }),
  entry('Pug', '.pug .jade', { rules: [lineComment('//', 'line-start')] }),
  entry('CSS', '.css .pcss', { rules: [stars, doubleQuoted, singleQuoted] }),
  entry('SCSS', '.scss .sass .less .styl', css),
  entry('YAML', '.yml .yaml .clang-format .clang-tidy', {
    rules: [hash, quoted('"', '"', { where: 'value-start' }), quoted("'", "'", { escape: 'double', where: 'value-start' })],
  }),
  entry('TOML', '.toml pipfile cargo.lock poetry.lock', {
    rules: [hash, triple(), quoted("'''", "'''", { escape: 'none', multiline: true }), doubleQuoted, quoted("'", "'", { escape: 'none' })],
  }),
  entry('INI', '.ini .cfg .conf .cnf .desktop .service .editorconfig .gitconfig .npmrc .flake8 .pylintrc', {
    rules: [lineComment('#', 'line-start'), lineComment(';', 'line-start')],
  }),
  entry('Properties', '.properties .env', { rules: [lineComment('#', 'line-start'), lineComment('!', 'line-start')] }),
  entry('JSON with comments', '.jsonc .json5 .code-workspace', { rules: [slashes, stars, doubleQuoted, singleQuoted] }),
  entry('Dockerfile', '.dockerfile dockerfile containerfile', { rules: [lineComment('#', 'line-start')] }),
  entry('Makefile', '.mk .mak .make makefile gnumakefile justfile', { rules: [escapedCharacter, hash] }, 'generic'),
  entry('CMake', '.cmake cmakelists.txt', {
    rules: [longBracketComment('#'), lineComment('#'), luaLongString, quoted('"', '"', { multiline: true })],
  }),
  entry('Meson', 'meson.build meson_options.txt meson.options', {
    rules: [lineComment('#'), quoted("'''", "'''", { multiline: true }), singleQuoted],
  }),
  entry(
    'Terraform',
    '.tf .tfvars .hcl .nomad',
    { rules: [lineComment('#'), slashes, stars, quoted('"', '"', { substitution: '${' })] },
    'terraform',
  ),
  entry('Nix', '.nix', {
    rules: [lineComment('#'), stars, quoted("''", "''", { escape: 'none', multiline: true }), quoted('"', '"', { multiline: true })],
  }),
  entry('Puppet', '.pp', plainHash),
  entry('Git files', '.gitignore .gitattributes .dockerignore .npmignore .prettierignore codeowners', {
    rules: [lineComment('#', 'line-start')],
  }),
  entry('Protocol Buffers', '.proto', { rules: [slashes, stars, doubleQuoted, singleQuoted] }, 'protobuf'),
  entry('Thrift', '.thrift .capnp', { rules: [slashes, stars, lineComment('#'), doubleQuoted, singleQuoted] }, 'protobuf'),
  entry('GraphQL', '.graphql .gql .graphqls', { rules: [lineComment('#'), triple(), doubleQuoted] }, 'protobuf'),
  entry('Prisma', '.prisma', { rules: [slashes, doubleQuoted] }, 'protobuf'),
  entry('Haskell', '.hs .lhs .hsc .purs', { rules: [blockComment('{-', '-}', true), dash, doubleQuoted, character] }, 'haskell'),
  entry('Elm', '.elm', { rules: [blockComment('{-', '-}', true), dash, triple(), doubleQuoted, character] }, 'haskell'),
  entry(
    'Idris',
    '.idr .agda .lean',
    { rules: [blockComment('{-', '-}', true), blockComment('/-', '-/', true), dash, doubleQuoted, character] },
    'haskell',
  ),
  entry('OCaml', '.ml .mli .mll .mly .re .rei', { rules: [mlComment, quoted('"', '"', { multiline: true }), character] }, 'haskell'),
  entry('Standard ML', '.sml .sig .fun', { rules: [mlComment, doubleQuoted] }, 'haskell'),
  entry(
    'F#',
    '.fs .fsi .fsx',
    {
      rules: [
        slashes,
        mlComment,
        triple(),
        quoted('``', '``', { escape: 'none' }),
        csharpVerbatim,
        quoted('"', '"', { multiline: true }),
        character,
      ],
    },
    'haskell',
  ),
  entry('Coq', '.v_coq .coq', { rules: [mlComment, doubled('"', true)] }),
  entry(
    'Common Lisp',
    '.lisp .lsp .cl .el .asd',
    { rules: [escapedCharacter, blockComment('#|', '|#', true), lineComment(';'), quoted('"', '"', { multiline: true })] },
    'lisp',
  ),
  entry(
    'Scheme',
    '.scm .ss .rkt .sld',
    { rules: [escapedCharacter, blockComment('#|', '|#', true), lineComment(';'), quoted('"', '"', { multiline: true })] },
    'lisp',
  ),
  entry(
    'Clojure',
    '.clj .cljs .cljc .edn .bb',
    { rules: [escapedCharacter, lineComment(';'), quoted('"', '"', { multiline: true })] },
    'lisp',
  ),
  entry(
    'Erlang',
    '.erl .hrl .escript rebar.config',
    { rules: [{ first: '$', match: (_scan, at) => at + 2 }, lineComment('%'), quoted('"', '"', { multiline: true }), singleQuoted] },
    'haskell',
  ),
  entry(
    'Elixir',
    '.ex .exs',
    {
      rules: [
        lineComment('#'),
        documentationString('"""', true, elixirDoc, '#{'),
        documentationString("'''", true, elixirDoc),
        documentationString('"', true, elixirDoc, '#{'),
        percentLiteral('~', /~[a-zA-Z][([{</|]/),
        { first: '?', match: (scan, at) => (/^\?["'#]/u.test(scan.text.slice(at, at + 2)) ? at + 2 : undefined) },
        singleQuoted,
      ],
    },
    'elixir',
  ),
  entry('Gleam', '.gleam', { rules: [slashes, quoted('"', '"', { multiline: true })] }, 'rust'),
  entry(
    'Julia',
    '.jl',
    {
      rules: [
        blockComment('#=', '=#', true),
        lineComment('#'),
        documentationString('"""', true, /(?:^|[\n\r])$/u),
        quoted('"', '"', { multiline: true }),
        character,
      ],
    },
    'lua',
  ),
  entry(
    'Nim',
    '.nim .nims .nimble',
    {
      rules: [
        blockComment('#[', ']#', true),
        lineComment('#'),
        quoted('"""', '"""', { escape: 'none', multiline: true }),
        doubleQuoted,
        character,
      ],
    },
    'python',
  ),
  entry(
    'Zig',
    '.zig .zon',
    {
      rules: [
        slashes,
        { first: '\\', match: (scan, at) => (scan.text[at + 1] === '\\' ? scan.lineEnd(at) : undefined) },
        doubleQuoted,
        character,
      ],
    },
    'rust',
  ),
  entry('V', '.vsh', { rules: [slashes, stars, doubleQuoted, singleQuoted] }, 'go'),
  entry('Odin', '.odin .jai', nestingCLike(quoted('`', '`', { escape: 'none', multiline: true }))),
  entry(
    'D',
    '.d .di',
    cLike(blockComment('/+', '+/', true), quoted('`', '`', { escape: 'none', multiline: true }), rawAfter('r', '"', true)),
    'c',
  ),
  entry(
    'Fortran',
    '.f .for .ftn .f77 .f90 .f95 .f03 .f08 .fpp',
    {
      rules: [
        lineComment('!'),
        lineComment('*', 'first-column'),
        lineComment('c ', 'first-column'),
        lineComment('C ', 'first-column'),
        doubled('"'),
        doubled("'"),
      ],
    },
    'fortran',
  ),
  entry('COBOL', '.cob .cbl .cpy .cobol', {
    rules: [
      lineComment('*>'),
      {
        first: '*',
        match: (scan, at) =>
          /(?:^|[\n\r])[^\n\r]{6}$/u.test(scan.text.slice(Math.max(0, at - 7), at)) ? lineComment('*').match(scan, at) : undefined,
      },
      doubled('"'),
      doubled("'"),
    ],
  }),
  entry(
    'Pascal',
    '.pas .dpr .dpk .lpr .lfm .dfm',
    { rules: [slashes, blockComment('{', '}'), blockComment('(*', '*)'), doubled("'")] },
    'pascal',
  ),
  entry('Modula-2', '.mod .def', { rules: [mlComment, doubleQuoted, doubled("'")] }, 'pascal'),
  entry('Ada', '.adb .ads .ada .gpr', { rules: [dash, doubled('"'), character] }, 'ada'),
  entry('VHDL', '.vhd .vhdl', { rules: [dash, stars, doubled('"'), character] }, 'ada'),
  entry('Verilog', '.v .vh .sv .svh', { rules: [slashes, stars, doubleQuoted] }, 'fortran'),
  entry(
    'MATLAB',
    MATLAB,
    { rules: [lineBlock('%{', '%}'), lineComment('%'), doubled('"'), quoted("'", "'", { escape: 'double', where: 'word-start' })] },
    'fortran',
  ),
  entry(
    'R',
    '.r .rmd .rprofile',
    { rules: [lineComment('#'), quoted('"', '"', { multiline: true }), quoted("'", "'", { multiline: true })] },
    'r',
  ),
  entry('LaTeX', '.tex .sty .cls .ltx .bib', { rules: [escapedCharacter, lineComment('%')] }),
  entry('reStructuredText', '.rst', { rules: [lineComment('.. ', 'line-start')] }),
  entry('AsciiDoc', '.adoc .asciidoc', { rules: [lineComment('//', 'first-column')] }),
  entry(
    'Gherkin',
    '.feature',
    { rules: [lineComment('#', 'line-start'), quoted('"""', '"""', { escape: 'none', multiline: true, where: 'line-start' })] },
    'gherkin',
  ),
  entry('Robot Framework', '.robot .resource', { rules: [hash] }, 'robot'),
  entry('Vim script', '.vim .vimrc', { rules: [lineComment('"', 'line-start'), lineComment('#', 'line-start'), singleQuoted] }),
  entry('Assembly', '.s .asm .nasm .masm', { rules: assembly }),
  entry('Solidity', '.sol', cLike(singleQuoted), 'javascript'),
  entry('Move', '.move .cairo', cLike(), 'rust'),
  entry('GLSL', '.glsl .vert .frag .geom .comp .hlsl .wgsl .metal .shader', { rules: [slashes, stars, doubleQuoted] }, 'c'),
  entry('ActionScript', '.as .hx', { rules: [slashes, stars, slashRegex, doubleQuoted, singleQuoted] }, 'javascript'),
  entry(
    'Tcl',
    '.tcl .tk .exp .sdc .xdc',
    { rules: [escapedCharacter, lineComment('#', 'line-start'), quoted('"', '"', { multiline: true, where: 'spaced' })] },
    'shell',
  ),
  entry('AWK', '.awk', plainHash, 'javascript'),
  entry('Visual Basic', '.vb .vbs .bas .frm', { rules: [lineComment("'"), wordComment('rem'), doubled('"')] }, 'generic'),
  entry(
    'Structured Text',
    '.st .iecst .scl',
    { rules: [slashes, blockComment('(*', '*)', true), stars, doubleQuoted, singleQuoted] },
    'pascal',
  ),
  entry('ABAP', '.abap', { rules: [lineComment('*', 'first-column'), lineComment('"'), doubled("'")] }),
  entry('Prolog', '.pro .prolog', { rules: [lineComment('%'), stars, doubleQuoted, singleQuoted] }),
  entry('Starlark', 'tiltfile', python, 'python'),
  entry('QML', '.qml', javascript, 'javascript'),
  entry('Dhall', '.dhall', { rules: [blockComment('{-', '-}', true), dash, doubleQuoted] }),
  entry('Rego', '.rego .cue .jsonnet .libsonnet', {
    rules: [lineComment('#'), slashes, stars, doubleQuoted, quoted('`', '`', { escape: 'none', multiline: true })],
  }),
  entry('Apex', '.apex .trigger', { rules: [slashes, stars, singleQuoted] }, 'java'),
];

const byExtension = new Map(ENTRIES.flatMap((e) => e.extensions.map((extension) => [extension, e.language] as const)));
const byName = new Map(ENTRIES.flatMap((e) => e.names.map((name) => [name, e.language] as const)));

/** Names that stand before a suffix of the user's own: `Dockerfile.dev`, `Makefile.am`. */
const SUFFIXED = new Set(['dockerfile', 'containerfile', 'makefile', 'gnumakefile', 'jenkinsfile', 'vagrantfile']);

/** True if `languageOf` knows a language; a quick answer for a hundred thousand paths. */
export function hasLanguage(path: string): boolean {
  const dot = path.lastIndexOf('.');
  return (dot >= 0 && byExtension.has(path.slice(dot + 1))) || languageOf(path) !== undefined;
}

/** The language of a file: by its name, then by its extension, and by its text where two share one; undefined where none is known. */
export function languageOf(path: string, text = ''): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const known = byName.get(name);
  if (known) return known;
  if (name.endsWith('.blade.php')) return byExtension.get('blade');
  if (name.endsWith('.m') && MATLAB_LINE.test(text) && !OBJECTIVE_C_LINE.test(text)) return byExtension.get(MATLAB.slice(1));
  const dot = name.lastIndexOf('.');
  const byDot = dot < 0 ? undefined : byExtension.get(name.slice(dot + 1));
  if (byDot) return byDot;
  const first = name.split('.', 1)[0] ?? '';
  return SUFFIXED.has(first) ? byName.get(first) : undefined;
}
