import { dashes, doubleQuoted, singleQuoted } from '../carriers/code/commonRules.ts';
import { longBracketComment, luaLongString } from '../carriers/code/lexical/rawStrings.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { NAME, QUOTED, titled } from './shared/declares.ts';

const CALLS = 'describe|context|it';

/** Lua and Luau; Julia declares alike. */
export const lua = {
  name: 'Lua',
  files: ['.lua', '.luau', '.rockspec'],
  editorIds: { lua: '.lua' },
  syntax: { rules: [longBracketComment('--'), dashes, luaLongString, doubleQuoted, singleQuoted] },
  comments: ['-- …'],
  declarations: [
    titled(CALLS, { "it('rejects an empty order', function()": 'rejects an empty order' }),
    {
      pattern: String.raw`^\s*(?:local\s+)?(?:function|macro)\s+(?<fn>[\p{L}_][\p{L}\p{N}_.:!]*)`,
      examples: { 'local function reserve(order)': 'reserve()', 'function reserve!(order)': 'reserve!()' },
    },
    {
      pattern: String.raw`^\s*(?:mutable\s+)?(?<type>struct|module|abstract type)\s+(?<name>${NAME})`,
      examples: { 'mutable struct Stock': 'struct Stock', 'abstract type Order end': 'abstract type Order' },
    },
    {
      pattern: String.raw`^\s*(?:local\s+)?(?<fn>[\p{L}_][\p{L}\p{N}_.]*)\s*(?:=\s*function\b|\([^()=]*\)\s*=[^=])`,
      examples: { 'stock.reserve = function(order)': 'stock.reserve()', 'reserve(order) = order.amount': 'reserve()' },
    },
    { pattern: String.raw`^\s*@testset\s+${QUOTED}`, examples: { '@testset "rejects" begin': 'rejects' } },
  ],
  tests: {
    // busted.
    globs: ['**/{*_spec,*_test,test_*}.lua'],
    titles: {
      calls: calls(`${CALLS}|test|insulate|pending`, '', ['it', 'insulate']),
      // Test of Julia.
      title: {
        pattern: /@testset\s+(?:\w+=?\S*\s+)*$/u,
        fits: ['@testset ', '@testset verbose=true '],
        misses: ['@test '],
      },
    },
    reported: { endings: ['.lua'] },
  },
} satisfies Language;
