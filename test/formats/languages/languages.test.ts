import assert from 'node:assert/strict';
import { idsOf } from '../../support/formats/codeFacts.ts';

/**
 * One row per language. Comments say `@implements IP-1`, `IP-2` …, each once and in order;
 * `@implements IP-9` stands only where it must not count.
 */
const LANGUAGES: readonly (readonly [path: string, expected: number, ...lines: string[]])[] = [
  ['a.js', 3, '// @implements IP-1', "const s = '// @implements IP-9';", '/* @implements IP-2 */', 'const r = /"/; // @implements IP-3'],
  [
    'a.ts',
    3,
    '/** @implements IP-1 */',
    'const s = `// @implements IP-9 ${f(`/* @implements IP-9 */`, "}")} // @implements IP-9`;',
    '// @implements IP-2',
    'const x = a / b; // @implements IP-3',
  ],
  ['a.tsx', 2, '// @implements IP-1', 'const e = <p title="// @implements IP-9">a</p>;', '{/* @implements IP-2 */}'],
  ['a.coffee', 2, '# @implements IP-1', "s = '# @implements IP-9'", '###', '@implements IP-2', '###'],
  [
    'a.py',
    2,
    '# @implements IP-1',
    's = "# @implements IP-9"',
    't = """',
    '# @implements IP-9',
    '"""',
    'def f():',
    '    """@implements IP-2"""',
  ],
  ['a.go', 2, '// @implements IP-1', 's := "// @implements IP-9"', 't := `', '// @implements IP-9', '`', '/* @implements IP-2 */'],
  [
    'a.rs',
    2,
    '/// @implements IP-1',
    'let s = r##"// @implements IP-9 "# "##; let t = "/* @implements IP-9"; let c: &\'a str;',
    '/* /* nested */ @implements IP-2 */',
  ],
  [
    'A.java',
    2,
    '/**',
    ' * @implements IP-1',
    ' */',
    'String s = "// @implements IP-9"; String t = """',
    '  // @implements IP-9',
    '  """;',
    '// @implements IP-2',
  ],
  ['a.c', 2, '/* @implements IP-1 */', 'char *s = "/* @implements IP-9 */"; char c = \'"\'; // @implements IP-2'],
  ['a.cpp', 2, '// @implements IP-1', 'auto s = R"x(', '// @implements IP-9 )"', ")x\"; int n = 1'000'000; // @implements IP-2"],
  ['a.mm', 2, '// @implements IP-1', 'NSString *s = @"// @implements IP-9";', '/* @implements IP-2 */'],
  [
    'a.cs',
    3,
    '/// @implements IP-1',
    'var s = @"\\"; // @implements IP-2',
    'var t = """',
    '// @implements IP-9',
    '""";',
    'var u = $@"a ""// @implements IP-9"; /* @implements IP-3 */',
  ],
  [
    'a.kt',
    2,
    '/* /* x */ @implements IP-1 */',
    'val s = "${if (a) "// @implements IP-9" else ""} // @implements IP-9"; val t = """',
    '// @implements IP-9',
    '"""',
    '// @implements IP-2',
  ],
  [
    'a.swift',
    2,
    '// @implements IP-1',
    'let s = #"// @implements IP-9 " "#; let t = "\\(f("x")) // @implements IP-9"',
    '/* /* x */ @implements IP-2 */',
  ],
  ['a.scala', 2, '// @implements IP-1', 'val s = """', '// @implements IP-9', '"""', '/* @implements IP-2 */'],
  ['a.groovy', 2, '// @implements IP-1', "def s = '''", '// @implements IP-9', "'''", '/* @implements IP-2 */'],
  ['a.dart', 2, '/// @implements IP-1', "var s = '// @implements IP-9'; var t = r'\\'; // @implements IP-2"],
  [
    'a.rb',
    2,
    '# @implements IP-1',
    's = "#{f("# @implements IP-9")} # @implements IP-9"',
    't = %q(# @implements IP-9)',
    'u = <<~END',
    '# @implements IP-9',
    'END',
    '=begin',
    '@implements IP-2',
    '=end',
  ],
  [
    'b.rb',
    2,
    // Behind a bracket or a name `?` asks, and a string follows; elsewhere `?"` is a character.
    'a = f(x)?"# @implements IP-9":"" # @implements IP-1',
    'b = c?"# @implements IP-9":""',
    'd = [?", e] # @implements IP-2',
  ],
  ['a.cr', 1, '# @implements IP-1', 's = "# @implements IP-9"'],
  [
    'a.php',
    3,
    "<!-- @implements IP-1 --><p>don't # @implements IP-9</p>",
    '<?php',
    '# @implements IP-2',
    "$s = '// @implements IP-9'; /* @implements IP-3 */ ?>",
    '// @implements IP-9',
  ],
  [
    'a.pl',
    2,
    '# @implements IP-1',
    '$n = $#list; $s = "# @implements IP-9"; $t = q{# @implements IP-9};',
    '=pod',
    '@implements IP-2',
    '=cut',
  ],
  ['a.sh', 1, '# @implements IP-1', 'echo "$# # @implements IP-9" \'# @implements IP-9\' ${x#y}', 'cat <<EOF', '# @implements IP-9', 'EOF'],
  ['a.ps1', 2, '<# @implements IP-1 #>', '$s = "# @implements IP-9"', "$t = @'", '# @implements IP-9', "'@", '# @implements IP-2'],
  ['a.bat', 2, 'REM @implements IP-1', ':: @implements IP-2', 'echo rem @implements IP-9'],
  ['a.lua', 2, '-- @implements IP-1', 's = "-- @implements IP-9" t = [==[', '-- @implements IP-9 ]]', ']==]', '--[[ @implements IP-2 ]]'],
  ['a.sql', 2, '-- @implements IP-1', "select '-- @implements IP-9', 'it''s -- @implements IP-9';", '/* @implements IP-2 */'],
  [
    'a.html',
    4,
    '<!-- @implements IP-1 -->',
    '<p title="<!-- @implements IP-9 -->">don\'t // @implements IP-9</p>',
    '<script>',
    'let s = "// @implements IP-9"; // @implements IP-2',
    '</script>',
    '<style>/* @implements IP-3 */</style>',
    '<!-- @implements IP-4 -->',
  ],
  [
    'a.vue',
    2,
    '<template><!-- @implements IP-1 --></template>',
    '<script lang="ts">',
    "const s = '// @implements IP-9'; // @implements IP-2",
    '</script>',
  ],
  ['a.svelte', 2, '<script>// @implements IP-1', '</script>', '<!-- @implements IP-2 -->'],
  ['a.xml', 1, '<a b="<!-- @implements IP-9 -->"><!-- @implements IP-1 --></a>', '<![CDATA[<!-- @implements IP-9 -->]]>'],
  ['a.cshtml', 2, '@* @implements IP-1 *@', '<!-- @implements IP-2 -->'],
  ['a.erb', 1, '<%# @implements IP-1 %>'],
  ['a.jsp', 1, '<%-- @implements IP-1 --%>'],
  ['a.j2', 1, '{# @implements IP-1 #}', '{{ "x" }}'],
  ['a.hbs', 1, '{{!-- @implements IP-1 --}}'],
  ['a.css', 1, '/* @implements IP-1 */', 'a { content: "/* @implements IP-9 */"; }'],
  ['a.scss', 2, '// @implements IP-1', 'a { background: url(http://x); } /* @implements IP-2 */'],
  ['a.yaml', 1, '# @implements IP-1', 'a: "# @implements IP-9"', "b: don't#@implements IP-9", "c: '# @implements IP-9'"],
  ['.gitlab-ci.yml', 1, '# @implements IP-1'],
  ['a.toml', 1, '# @implements IP-1', 'a = """', '# @implements IP-9', '"""'],
  ['a.ini', 2, '; @implements IP-1', '# @implements IP-2', 'a = # @implements IP-9'],
  ['Dockerfile', 1, '# @implements IP-1', 'RUN echo "# @implements IP-9"'],
  ['deploy/Dockerfile.dev', 1, '# @implements IP-1'],
  ['Makefile', 1, '# @implements IP-1', 'a = \\# @implements IP-9'],
  ['CMakeLists.txt', 2, '# @implements IP-1', 'set(a "# @implements IP-9") #[[ @implements IP-2 ]]'],
  ['a.tf', 3, '# @implements IP-1', '// @implements IP-2', 'a = "# @implements IP-9" /* @implements IP-3 */'],
  ['a.nix', 2, '# @implements IP-1', "a = ''# @implements IP-9'';", '/* @implements IP-2 */'],
  ['a.proto', 2, '// @implements IP-1', '/* @implements IP-2 */', 'option a = "// @implements IP-9";'],
  ['a.graphql', 1, '# @implements IP-1', '"""', '# @implements IP-9', '"""'],
  ['a.hs', 2, '-- @implements IP-1', "s = \"-- @implements IP-9\"; f' = 'x'", '{- {- x -} @implements IP-2 -}'],
  ['a.elm', 1, '-- @implements IP-1', 's = "-- @implements IP-9"'],
  ['a.ml', 1, 'let s = "(* @implements IP-9 *)"', '(* (* x *) @implements IP-1 *)'],
  ['a.fs', 2, '// @implements IP-1', 'let s = "// @implements IP-9"', '(* @implements IP-2 *)'],
  ['a.lisp', 2, '; @implements IP-1', '(setq s "; @implements IP-9" c #\\;)', '#| @implements IP-2 |#'],
  ['a.clj', 1, ';; @implements IP-1', '(def s "; @implements IP-9")'],
  ['a.erl', 1, '% @implements IP-1', 'S = "% @implements IP-9", C = $".'],
  [
    'a.ex',
    2,
    '# @implements IP-1',
    '@doc """',
    '@implements IP-2',
    '"""',
    's = "#{f("x")} # @implements IP-9"',
    't = """',
    '@implements IP-9',
    '"""',
  ],
  ['a.jl', 2, '# @implements IP-1', 's = "# @implements IP-9"', '#= #= x =# @implements IP-2 =#'],
  ['a.nim', 2, '# @implements IP-1', 's = "# @implements IP-9"', '#[ @implements IP-2 ]#'],
  ['a.zig', 1, '// @implements IP-1', 'const s = ', '    \\\\// @implements IP-9', ';'],
  ['a.d', 2, '// @implements IP-1', 'auto s = `// @implements IP-9`;', '/+ /+ x +/ @implements IP-2 +/'],
  ['a.f90', 1, '! @implements IP-1', "s = '! @implements IP-9'"],
  ['a.cob', 2, '000100* @implements IP-1', '       MOVE "*> @implements IP-9" TO A. *> @implements IP-2'],
  ['a.pas', 3, '// @implements IP-1', "s := '{ @implements IP-9 }';", '{ @implements IP-2 }', '(* @implements IP-3 *)'],
  ['a.adb', 1, '-- @implements IP-1', 'S : String := "-- @implements IP-9"; N := A\'Length;'],
  ['a.vhd', 1, '-- @implements IP-1', 's <= "-- @implements IP-9"; b <= \'1\';'],
  ['a.sv', 2, '// @implements IP-1', '/* @implements IP-2 */', '$display("// @implements IP-9");'],
  ['a.r', 1, '# @implements IP-1', "s <- '# @implements IP-9'"],
  ['a.tex', 1, '% @implements IP-1', '100\\% @implements IP-9'],
  ['a.feature', 1, '# @implements IP-1', '"""', '# @implements IP-9', '"""'],
  ['a.robot', 1, '# @implements IP-1', 'x#@implements IP-9'],
  ['a.vim', 1, '" @implements IP-1', "let s = '\" @implements IP-9'"],
  ['a.asm', 1, '; @implements IP-1', 'db "; @implements IP-9"'],
  ['a.sol', 2, '/// @implements IP-1', 'string s = "// @implements IP-9"; /* @implements IP-2 */'],
  ['a.tcl', 1, '# @implements IP-1', 'set s "', '# @implements IP-9', '"'],
  ['a.vb', 1, "' @implements IP-1", 's = "\' @implements IP-9"'],
  ['a.m', 2, '% @implements IP-1', "s = 'it''s % @implements IP-9'; t = x'; % @implements IP-2"],
  ['a.abap', 2, '* @implements IP-1', 's = \'" @implements IP-9\'. " @implements IP-2'],
];

/** Forms that were met in public code: the comment behind them must be seen. */
const FOLLOWED_BY_COMMENT: readonly (readonly [path: string, text: string])[] = [
  ['a.rb', 'x { $` + "a" }'],
  ['a.rb', 'A = /\n  (["\']) # an opening quote\n  /x'],
  ['a.rb', 'y = a / b; z = "/"'],
  ['a.yml', "title: Staying in '08"],
  ['a.yml', 'run: |\n  echo "a\n  b" \'c'],
  ['a.tcl', 'set a [string trim $b {"}]'],
  ['a.js', 'x = y.replace(/[/"]/g, "") / 2'],
  ['a.js', 'if (a) { return /`/.test(b) }'],
  ['a.sh', 'echo "${a#b}" $(( 1 << 2 ))'],
  ['a.c', "#error don't"],
  ['a.rs', "fn f<'a>(x: &'a str, c: char) -> bool { c == '\\'' || c == '\"' }"],
];

describe('comments and strings', () => {
  for (const [path, expected, ...lines] of LANGUAGES) {
    for (const [name, lineEnd] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const) {
      // @verifies RT-2.1/AC3~675bcc
      it(`${path} with ${name}`, () => {
        assert.deepEqual(
          idsOf(path, lines.join(lineEnd)),
          Array.from({ length: expected }, (_, index) => `IP-${index + 1}`),
        );
      });
    }
  }

  for (const [path, text] of FOLLOWED_BY_COMMENT) {
    it(`goes on behind ${text}`, () => {
      const mark = /\.(?:rb|yml|tcl|sh)$/u.test(path) ? '#' : '//';
      assert.deepEqual(idsOf(path, `${text}\n${mark} @implements IP-1`), ['IP-1']);
    });
  }

  // @verifies RT-2.1/AC3~675bcc
  it('covers at least forty-five languages', () => {
    assert.ok(LANGUAGES.length >= 45);
  });

  it('reads nothing in a file of an unknown language', () => {
    assert.deepEqual(idsOf('a.unknown', '// @implements IP-1'), []);
    assert.deepEqual(idsOf('notes.txt', '# @implements IP-1'), []);
  });

  it('knows a file by its name and extension in any letter case', () => {
    assert.deepEqual(idsOf('SRC/A.PY', '# @implements IP-1'), ['IP-1']);
    assert.deepEqual(idsOf('build.gradle', '// @implements IP-1'), ['IP-1']);
  });
});
