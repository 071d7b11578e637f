import { javascriptSyntax } from '../carriers/code/lexical/javascript.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { NAME, STATEMENT, titled, typed, worded } from './shared/declares.ts';
import { BROWSER_TESTS, JAVASCRIPT_TESTS } from './shared/testGlobs.ts';
import { javascriptSkeleton } from './skeletons/javascript.ts';

/** What may be before a member of a class. */
const MODIFIERS = 'export|declare|public|private|protected|static|async|readonly|override|get|set|abstract|accessor';
/** What one test is called with. */
const TEST = 'it|test';
/** What tests and groups of tests are called with in any framework. */
const CALLS = `describe|context|${TEST}|suite|specify`;

/** JavaScript, and the base of the languages that compile to it. */
export const javascript = {
  name: 'JavaScript',
  files: ['.js', '.mjs', '.cjs', '.jsx', '.es6', 'jakefile'],
  editorIds: { javascript: '.js', javascriptreact: '.jsx' },
  syntax: javascriptSyntax,
  comments: ['// …', '/* … */'],
  declarations: [
    titled(`${CALLS}|group`, { "it('rejects an empty order', () => {": 'rejects an empty order', 'describe.skip(`Stock`, f)': 'Stock' }),
    worded('function|function\\*', { 'export async function reserve(order) {': 'reserve()' }),
    {
      pattern: String.raw`^\s*export\s+(?<fn>default)\s+(?:async\b\s*)?(?:function\s*\*?\s*)?\(`,
      examples: { 'export default function () {}': 'default()', 'export default async (order) => {': 'default()' },
    },
    typed('class|interface|enum|namespace|type|contract|library', {
      'export default class Stock extends Base {': 'class Stock',
      'contract Token is Owned {': 'contract Token',
    }),
    {
      pattern: String.raw`^\s*(?:export\s+)?(?:const|let|var)\s+(?<fn>${NAME})\s*(?::[^=]*)?=\s*(?:async\b\s*)?(?:function\b|\([^=]*$|\(.*=>|${NAME}\s*=>|<)`,
      examples: {
        'export const reserve = async (order: Order) => {': 'reserve()',
        'let reserve = order =>': 'reserve()',
        'const reserve: Handler = (': 'reserve()',
      },
    },
    { pattern: String.raw`^\s*(?:export\s+)?(?:const|let|var)\s+(?<other>${NAME})`, examples: { 'export const LIMIT = 3;': 'LIMIT' } },
    {
      pattern: String.raw`^\s*${STATEMENT}(?!.*\bfunction\b)(?:(?:${MODIFIERS})\s+)*[*#]?(?<fn>${NAME})\s*(?:<[^>]*>)?\(.*\)\s*(?::[^=]*)?\{(?:\s*|.*\}\s*[,;]?\s*)$`,
      examples: {
        '  private async reserve<T>(order: T): Promise<void> {': 'reserve()',
        '  #check() {': 'check()',
        '  get size() { return 1; },': 'size()',
      },
    },
    {
      pattern: String.raw`^\s*(?:[\p{L}\p{N}_$]+\.)*(?<fn>${NAME})\s*[=:]\s*(?:async\b\s*)?(?:function\b|\(.*=>)`,
      examples: { 'Stock.prototype.reserve = function (order) {': 'reserve()', '  reserve: async (order) =>': 'reserve()' },
    },
  ],
  members: [
    {
      pattern: String.raw`^\s*(?:(?:${MODIFIERS})\s+)*\*?#?(?<fn>${NAME}|\[[^\]]*\])\s*\??(?:<[^>]*>)?\(`,
      examples: {
        '  static async *reserve() { yield 1; }': 'reserve()',
        '  async reserve(': 'reserve()',
        '  [Symbol.iterator]() {': '[Symbol.iterator]()',
        '  abstract size(): number;': 'size()',
      },
    },
    {
      pattern: String.raw`^\s*(?:(?:${MODIFIERS})\s+)*#?(?<fn>${NAME})\s*(?::[^=]*)?=\s*(?:async\b\s*)?(?:function\b|\([^=]*=>|\([^=]*$|${NAME}\s*=>|\(.*\)(?::[^=]*)?\s*=>)`,
      examples: { '  private readonly handler = (x: number): void => {': 'handler()', '  handler = async x =>': 'handler()' },
    },
    {
      pattern: String.raw`^\s*(?:(?:${MODIFIERS})\s+)*#?(?<other>${NAME})\s*[?!]?\s*(?:[:=,;]|$)`,
      examples: { '  readonly #size: number = 1;': 'size', '  size;': 'size', '  A,': 'A', '  accessor size = 1': 'size' },
    },
  ],
  tests: {
    globs: [JAVASCRIPT_TESTS, BROWSER_TESTS],
    titles: {
      // By the documentation of mocha, Jest, Vitest, Jasmine, Playwright, QUnit, tap, Deno.
      calls: {
        ...calls(
          `[fx]?(?:${CALLS}|feature|scenario|experiment)|step|bench|module|fixture|setup|teardown|(?<=\\b(?:QUnit|tape|tap)\\s*\\.\\s*)(?:skip|todo|only)`,
          't|Deno|QUnit|tap|tape|test|ctx|lab|ava|uvu|tt|st|s',
          ['it', 'describe.only', 'xit', 'Deno.test', 'test.each<[a: string]>', 'lab.experiment', 'QUnit.skip', 'tape.only'],
          ['skip', 'assert.test'],
        ),
        named: ownTests,
        needsBody: true,
        flat: {
          pattern: /(?<![\w$.@#])(?:fixture(?:\s*\.\s*\w+)*|(?:QUnit\s*\.\s*)?module|suite)\s*\(?\s*$/u,
          fits: ['fixture', 'fixture.skip(', 'QUnit.module( ', 'suite('],
          misses: ['fixtures(', 'test('],
        },
      },
      // Tags and annotations of Playwright; those of other types, such as `issue`, claim nothing.
      tag: {
        pattern:
          /\btags?\s*:\s*(?:\[[^\]]*)?$|\bannotation\s*:\s*(?:\[[^\]]*)?\{\s*type\s*:\s*['"`](?:reqs?|requirements?|verifies|covers|criteri(?:on|a))['"`]\s*,\s*description\s*:\s*$/iu,
        fits: [
          'tag: ',
          "{ tags: ['@fast', ",
          "annotation: { type: 'requirement', description: ",
          "annotation: [{ type: 'a' }, { type: 'req', description: ",
        ],
        misses: ["tags: ['a'], ", "annotation: { type: 'issue', description: ", 'annotation: { type: '],
      },
    },
    reported: { endings: ['.js', '.jsx', '.mjs', '.mjsx', '.cjs', '.cjsx', '.javascript'] },
    skeleton: javascriptSkeleton(['.js', '.jsx', '.mjs', '.cjs']),
  },
} satisfies Language;

/** Names that a text gives to calls of tests: `s` of `const s = suite('Stock')` of uvu, `maybe` of `const maybe = isFast ? it : it.skip`. */
function ownTests(text: string): RegExp | undefined {
  const names = Array.from(text.matchAll(OWN_TEST), ([, name = '']) => name.replaceAll('$', '\\$'));
  return names.length === 0
    ? undefined
    : new RegExp(String.raw`(?<![\w$.@#])(?:${[...new Set(names.slice(0, MOST_NAMES))].join('|')})(?:\.\w+)*\s*$`, 'u');
}

/** How many such names a text may have; more would be no tests. */
const MOST_NAMES = 50;
const OWN_TEST =
  /\b(?:const|let|var)\s+(\w+)\s*(?::[^=;\n]{0,80})?=\s*(?:(?:\w+\s*\.\s*)?suite\s*(?:<[^<>]*>)?\(|(?:\w+\s*\.\s*)?extend\s*(?:<[^()]{0,200}>)?\(|[^;\n(){}]{0,80}\b(?:it|test|describe|suite)(?:\.\w+)*\s*(?:;|$))/gmu;
