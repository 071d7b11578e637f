import { anyHash, singleQuoted } from '../carriers/code/commonRules.ts';
import { documentationString } from '../carriers/code/lexical/documentation.ts';
import { percentLiteral } from '../carriers/code/lexical/ruby.ts';
import type { Language } from './language.ts';
import { titled, typed, worded } from './shared/declares.ts';

const CALLS = 'test|describe|property|feature';

/** What is before a string that is documentation: `@doc `, `@moduledoc ~S`. */
const DOCUMENTATION = /@(?:doc|moduledoc|typedoc|shortdoc)\s+(?:~[sS])?$/u;

/** Elixir; documentation strings are comments. */
export const elixir = {
  name: 'Elixir',
  files: ['.ex', '.exs'],
  editorIds: { elixir: '.ex' },
  syntax: {
    rules: [
      anyHash,
      documentationString('"""', true, DOCUMENTATION, '#{'),
      documentationString("'''", true, DOCUMENTATION),
      documentationString('"', true, DOCUMENTATION, '#{'),
      percentLiteral('~', /~[a-zA-Z][([{</|]/),
      // `?"` and `?#` are characters.
      { first: '?', match: (scan, at) => (/^\?["'#]/u.test(scan.text.slice(at, at + 2)) ? at + 2 : undefined) },
      singleQuoted,
    ],
  },
  comments: ['# …'],
  declarations: [
    titled(CALLS, { 'test "rejects an empty order" do': 'rejects an empty order' }),
    worded('def|defp|defmacro', { 'defp reserve(order) do': 'reserve()' }),
    typed('defmodule|defprotocol|defimpl', { 'defmodule Shop.Stock do': 'defmodule Shop.Stock' }),
  ],
  unwritten: { pattern: /^test\s*\(?\s*""\s*\)?$/u, fits: ['test ""'], misses: ['test "" do'] },
  tests: {
    // ExUnit fixes them.
    globs: ['**/*_test.exs'],
    titles: {
      title: {
        pattern: new RegExp(String.raw`^\s*(?:${CALLS})\s+$`, 'mu'),
        fits: ['  test ', 'f()\ndescribe '],
        misses: ['a test ', 'test('],
      },
      tag: { pattern: /@(?:module|describe)?tag\s[^\n]*$/u, fits: ['@tag req: ', '@moduletag :a, '], misses: ['@tags '] },
    },
    reported: { endings: ['.ex', '.exs'] },
  },
} satisfies Language;
