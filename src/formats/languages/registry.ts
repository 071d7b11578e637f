import { abap } from './abap.ts';
import { actionscript } from './actionscript.ts';
import { ada } from './ada.ts';
import { apex } from './apex.ts';
import { asciidoc } from './asciidoc.ts';
import { assembly } from './assembly.ts';
import { astro } from './astro.ts';
import { awk } from './awk.ts';
import { batch } from './batch.ts';
import { blade } from './blade.ts';
import { c } from './c.ts';
import { clojure } from './clojure.ts';
import { cmake } from './cmake.ts';
import { cobol } from './cobol.ts';
import { coffeescript } from './coffeescript.ts';
import { commonLisp } from './commonLisp.ts';
import { coq } from './coq.ts';
import { cpp } from './cpp.ts';
import { crystal } from './crystal.ts';
import { csharp } from './csharp.ts';
import { css } from './css.ts';
import { cuda } from './cuda.ts';
import { dart } from './dart.ts';
import { dhall } from './dhall.ts';
import { dlang } from './dlang.ts';
import { dockerfile } from './dockerfile.ts';
import { elixir } from './elixir.ts';
import { elm } from './elm.ts';
import { embeddedRuby } from './embeddedRuby.ts';
import { erlang } from './erlang.ts';
import { fortran } from './fortran.ts';
import { fsharp } from './fsharp.ts';
import { gherkin } from './gherkin.ts';
import { gitFiles } from './gitFiles.ts';
import { gleam } from './gleam.ts';
import { glsl } from './glsl.ts';
import { go } from './go.ts';
import { graphql } from './graphql.ts';
import { groovy } from './groovy.ts';
import { haml } from './haml.ts';
import { handlebars } from './handlebars.ts';
import { haskell } from './haskell.ts';
import { html } from './html.ts';
import { idris } from './idris.ts';
import { ini } from './ini.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { jinja } from './jinja.ts';
import { jsonWithComments } from './jsonWithComments.ts';
import { jsp } from './jsp.ts';
import { julia } from './julia.ts';
import { kotlin } from './kotlin.ts';
import { latex } from './latex.ts';
import { liquid } from './liquid.ts';
import { lua } from './lua.ts';
import { makefile } from './makefile.ts';
import { matlab } from './matlab.ts';
import { meson } from './meson.ts';
import { modula2 } from './modula2.ts';
import { move } from './move.ts';
import { nim } from './nim.ts';
import { nix } from './nix.ts';
import { objectiveC } from './objectiveC.ts';
import { ocaml } from './ocaml.ts';
import { odin } from './odin.ts';
import { pascal } from './pascal.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { powershell } from './powershell.ts';
import { prisma } from './prisma.ts';
import { prolog } from './prolog.ts';
import { properties } from './properties.ts';
import { protobuf } from './protobuf.ts';
import { pug } from './pug.ts';
import { puppet } from './puppet.ts';
import { notebook } from './notebook.ts';
import { python } from './python.ts';
import { qml } from './qml.ts';
import { r } from './r.ts';
import { raku } from './raku.ts';
import { razor } from './razor.ts';
import { rego } from './rego.ts';
import { restructuredText } from './restructuredText.ts';
import { robotFramework } from './robotFramework.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { scala } from './scala.ts';
import { scheme } from './scheme.ts';
import { scss } from './scss.ts';
import { shell } from './shell.ts';
import { solidity } from './solidity.ts';
import { sql } from './sql.ts';
import { standardMl } from './standardMl.ts';
import { starlark } from './starlark.ts';
import { structuredText } from './structuredText.ts';
import { svelte } from './svelte.ts';
import { swift } from './swift.ts';
import { tcl } from './tcl.ts';
import { terraform } from './terraform.ts';
import { thrift } from './thrift.ts';
import { toml } from './toml.ts';
import { typescript } from './typescript.ts';
import { verilog } from './verilog.ts';
import { vhdl } from './vhdl.ts';
import { vimScript } from './vimScript.ts';
import { visualBasic } from './visualBasic.ts';
import { vlang } from './vlang.ts';
import { vue } from './vue.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';
import { zig } from './zig.ts';
import type { Language } from './language.ts';
import { languageTable } from './languageTable.ts';

/**
 * Every language whose comments are known. The order is that of their globs in the default of `tests:`, where the last one that
 * matches is named as the reason; beyond that it says nothing.
 */
export const LANGUAGES: readonly Language[] = [
  javascript,
  typescript,
  coffeescript,
  vue,
  svelte,
  python,
  notebook,
  go,
  java,
  kotlin,
  scala,
  groovy,
  csharp,
  fsharp,
  visualBasic,
  rust,
  ruby,
  crystal,
  php,
  c,
  cpp,
  objectiveC,
  cuda,
  swift,
  dart,
  elixir,
  erlang,
  gherkin,
  robotFramework,
  shell,
  r,
  julia,
  lua,
  perl,
  raku,
  sql,
  haskell,
  elm,
  clojure,
  ocaml,
  zig,
  ada,
  verilog,
  vhdl,
  nim,
  powershell,
  starlark,
  astro,
  html,
  xml,
  razor,
  embeddedRuby,
  jsp,
  jinja,
  handlebars,
  liquid,
  blade,
  haml,
  pug,
  css,
  scss,
  yaml,
  toml,
  ini,
  properties,
  jsonWithComments,
  dockerfile,
  makefile,
  cmake,
  meson,
  terraform,
  nix,
  puppet,
  gitFiles,
  protobuf,
  thrift,
  graphql,
  prisma,
  idris,
  standardMl,
  coq,
  commonLisp,
  scheme,
  gleam,
  vlang,
  odin,
  dlang,
  fortran,
  cobol,
  pascal,
  modula2,
  matlab,
  latex,
  restructuredText,
  asciidoc,
  vimScript,
  assembly,
  solidity,
  move,
  glsl,
  actionscript,
  tcl,
  awk,
  batch,
  structuredText,
  abap,
  prolog,
  qml,
  dhall,
  rego,
  apex,
];

/** All of them by path, editor id and so on: `languages.of('src/cart.ts')?.name` is `TypeScript`. */
export const languages = languageTable(LANGUAGES);
