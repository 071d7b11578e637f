import assert from 'node:assert/strict';
import { junit, linkResults } from '../../../support/index/linkResults.ts';
import type { Texts } from '../../../support/index/linkResults.ts';

const test = (criterion: string, name = 'works'): string => `// @verifies IP-1/${criterion}\n#[test]\nfn ${name}() {}\n`;
const mod = (name: string, inner: string): string => `#[cfg(test)]\nmod ${name} {\n${inner.replace(/^(?=.)/gmu, '    ')}}\n`;
const TWO = mod('stock', test('AC1')) + mod('cart', test('AC2'));

/** Events of libtest, `passed stock::works`. */
const libtest = (...events: readonly string[]): string =>
  events
    .map((one) => {
      const [outcome, name = ''] = one.split(' ');
      return `{ "type": "test", "event": "${outcome === 'passed' ? 'ok' : outcome}", "name": "${name}" }\n`;
    })
    .join('');
/** JUnit XML of libtest, which takes the path of a test apart. */
const libtestXml = (...cases: readonly string[]): string =>
  junit(...cases).replaceAll('<testsuite>', '<testsuite name="test" package="test" id="0">');

/** What is shown, tests, the report, what the links get, other files of the project. */
const CASES: readonly (readonly [what: string, tests: Texts, report: string, outcome: string, others?: readonly string[]])[] = [
  ['two modules of a file, libtest', { 'src/lib.rs': TWO }, libtest('passed stock::works', 'failed cart::works'), 'AC1 passed, AC2 failed'],
  ['one of two modules, libtest', { 'src/lib.rs': TWO }, libtest('passed stock::works'), 'AC1 passed, AC2 nothing'],
  [
    'one of two modules, JUnit of libtest',
    { 'src/lib.rs': TWO },
    libtestXml('passed classname="stock" name="works"'),
    'AC1 passed, AC2 nothing',
  ],
  [
    'one of two modules, cargo-nextest',
    { 'src/lib.rs': TWO },
    junit('passed suite="shop" classname="shop" name="cart::works"'),
    'AC1 nothing, AC2 passed',
  ],
  ['one of two modules, JSON of cargo-nextest', { 'src/lib.rs': TWO }, libtest('passed shop::shop$cart::works'), 'AC1 nothing, AC2 passed'],
  [
    'one of two modules, cargo2junit',
    { 'src/lib.rs': TWO },
    junit('passed suite="cargo test #0" classname="cart" name="works"'),
    'AC1 nothing, AC2 passed',
  ],
  ['modules of a file that is one', { 'src/shop.rs': TWO }, libtest('passed shop::stock::works'), 'AC1 passed, AC2 nothing'],
  [
    'a module in a module',
    { 'src/lib.rs': mod('shop', TWO) + TWO.replace('AC1', 'AC3').replace('AC2', 'AC4') },
    libtest('passed shop::stock::works', 'failed cart::works'),
    'AC1 passed, AC2 nothing, AC3 nothing, AC4 failed',
  ],
  ['a module and none', { 'src/lib.rs': test('AC1') + mod('cart', test('AC2')) }, libtest('passed cart::works'), 'AC1 nothing, AC2 passed'],
  [
    'a module and none, JUnit of libtest',
    { 'src/lib.rs': test('AC1') + mod('cart', test('AC2')) },
    libtestXml('passed classname="crate" name="works"'),
    'AC1 passed, AC2 nothing',
  ],
  [
    'a module and none, cargo2junit',
    { 'src/lib.rs': test('AC1') + mod('cart', test('AC2')) },
    junit('passed suite="cargo test #0" classname="cart" name="works"'),
    'AC1 nothing, AC2 passed',
  ],
  ['a module whose name ends alike', { 'src/lib.rs': mod('stock', test('AC1')) }, libtest('passed old_stock::works'), 'AC1 nothing'],
  ['a module within another of that name', { 'src/lib.rs': mod('stock', test('AC1')) }, libtest('passed old::stock::works'), 'AC1 nothing'],
  ['the module of another file', { 'src/lib.rs': mod('tests', test('AC1')) }, libtest('passed cart::tests::works'), 'AC1 nothing'],
  [
    'files in folders of one name',
    { 'src/a/stock.rs': test('AC1'), 'src/b/stock.rs': test('AC2') },
    libtest('passed a::stock::works'),
    'AC1 passed, AC2 nothing',
  ],
  [
    'the module that a folder is',
    { 'src/stock/mod.rs': test('AC1'), 'src/cart/mod.rs': test('AC2') },
    libtest('passed stock::works'),
    'AC1 passed, AC2 nothing',
  ],
  ['a file of tests beside the module', { 'src/stock/tests.rs': test('AC1') }, libtest('passed stock::tests::works'), 'AC1 passed'],
  [
    'rows of rstest',
    { 'src/lib.rs': TWO },
    libtest('passed stock::works::case_1', 'failed stock::works::case_2', 'passed cart::works::case_1'),
    'AC1 failed, AC2 passed',
  ],
  [
    'rows of test_case, which have names of their own',
    { 'src/lib.rs': TWO },
    libtest('passed stock::works::of_one', 'failed cart::works::of_one'),
    'AC1 passed, AC2 failed',
  ],
  [
    'a link on a module',
    { 'src/lib.rs': `// @verifies IP-1/AC1\n${mod('stock', test('AC2'))}${mod('cart', test('AC3'))}` },
    libtest('passed stock::works', 'failed cart::works'),
    'AC1 passed, AC2 passed, AC3 failed',
  ],
  ['a raw name', { 'src/lib.rs': TWO.replace('mod stock', 'mod r#try') }, libtest('passed try::works'), 'AC1 passed, AC2 nothing'],
  [
    'braces in strings, comments and characters',
    { 'src/lib.rs': mod('stock', `const A: &str = "}"; // }\nconst B: char = '}'; /* } */\n${test('AC1')}`) + mod('cart', test('AC2')) },
    libtest('passed cart::works'),
    'AC1 nothing, AC2 passed',
  ],
  [
    'modules that are not indented',
    { 'src/lib.rs': `mod stock {\n${test('AC1')}}\nmod cart {\n${test('AC2')}}\n` },
    libtest('passed cart::works'),
    'AC1 nothing, AC2 passed',
  ],
  [
    'a brace on a line of its own',
    { 'src/lib.rs': `mod stock\n{\n${test('AC1')}}\nmod cart\n{\n${test('AC2')}}\n` },
    libtest('passed cart::works'),
    'AC1 nothing, AC2 passed',
  ],
  [
    'programs of tests, cargo-nextest',
    { 'tests/a.rs': test('AC1'), 'tests/b.rs': test('AC2') },
    junit('passed suite="shop::a" classname="shop::a" name="works"'),
    'AC1 passed, AC2 nothing',
  ],
  [
    'a program of tests and the library',
    { 'src/lib.rs': test('AC1'), 'tests/b.rs': test('AC2') },
    junit('passed suite="shop::b" classname="shop::b" name="works"'),
    'AC1 nothing, AC2 passed',
  ],
  [
    'the library and a program of tests',
    { 'src/lib.rs': test('AC1'), 'tests/b.rs': test('AC2') },
    junit('passed suite="shop" classname="shop" name="works"'),
    'AC1 passed, AC2 nothing',
  ],
  [
    'the library and a program',
    { 'src/lib.rs': test('AC1'), 'src/main.rs': test('AC2'), 'src/bin/till.rs': test('AC3') },
    junit('passed suite="shop::bin/till" classname="shop::bin/till" name="works"'),
    'AC1 nothing, AC2 nothing, AC3 passed',
  ],
  [
    'a module of a program of tests',
    { 'tests/it/main.rs': test('AC1'), 'tests/it/stock.rs': test('AC2') },
    junit('passed suite="shop::it" classname="shop::it" name="stock::works"'),
    'AC1 nothing, AC2 passed',
  ],
  [
    'the library of one crate and the program of another',
    { 'crates/a/src/lib.rs': mod('tests', test('AC1')), 'crates/b/src/main.rs': mod('tests', test('AC2')) },
    junit('passed suite="b::bin/b" classname="b::bin/b" name="tests::works"'),
    'AC1 nothing, AC2 passed',
    ['crates/a/Cargo.toml', 'crates/b/Cargo.toml'],
  ],
  [
    'crates with hyphens in their names',
    { 'crates/my-a/src/lib.rs': mod('tests', test('AC1')), 'crates/my-b/src/main.rs': mod('tests', test('AC2')) },
    junit('passed suite="my_b" classname="my_b" name="tests::works"'),
    'AC1 nothing, AC2 passed',
    ['crates/my-a/Cargo.toml', 'crates/my-b/Cargo.toml'],
  ],
  [
    'an example in the documentation of a function',
    { 'src/stock.rs': '// @verifies IP-1/AC1\npub fn reserve() {}\n', 'src/cart.rs': '// @verifies IP-1/AC2\npub fn reserve() {}\n' },
    libtest('passed src/stock.rs', ''),
    'AC1 nothing, AC2 nothing',
  ],
];

describe('tests of Rust', () => {
  for (const [what, tests, report, outcome, others = []] of CASES)
    it(`are told apart by their modules: ${what}`, () => {
      const found = linkResults(tests, { 'target/results': report }, others);
      assert.equal(found, outcome);
    });
});
