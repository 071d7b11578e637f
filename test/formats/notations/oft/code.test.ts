import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

function read(lines: readonly string[], path = 'src/heat.ts'): readonly string[] {
  return readExample({ path, text: lines.join('\n'), read: '' }, NOTATIONS)
    .trimEnd()
    .split('\n');
}

type Case = readonly [what: string, line: string, facts: readonly string[]];

const TAGS: readonly Case[] = [
  ['a link', '// [impl->dsn~x~1]', ['1 implements dsn~x~1']],
  ['a link with blanks', '// [ impl -> dsn~x~1 ]', ['1 implements dsn~x~1']],
  ['a link of any type', '// [bld->dsn~x~1]', ['1 bld dsn~x~1']],
  ['several in a line', '// a [impl->dsn~x~1]b[utest->dsn~y.z~2] c', ['1 implements dsn~x~1', '1 utest dsn~y.z~2']],
  ['several ids', '// [impl->dsn~x~1, dsn~y~2]', ['1 implements dsn~x~1', '1 implements dsn~y~2']],
  ['a link with a revision of its own', '// [impl~~42->req~n~17]', ['1 implements req~n~17']],
  ['a link with a name of its own', '// [impl~own~1->req~n~17]', ['1 implements req~n~17']],
  [
    'an item that needs something',
    '// [impl~own~1->dsn~n~2>>utest, itest]',
    ['1 requirement impl~own impl~own (needs utest, itest)', '1 covers dsn~n~2'],
  ],
  ['an item without a name of its own', '// [dsn->feat~x~1>>impl]', ['1 requirement dsn~x dsn~x (needs implements)', '1 covers feat~x~1']],
  ['a link outside of a comment', 'a [impl->dsn~x~1]', ['1 implements dsn~x~1']],
  ['nothing in a string', "const a = '[impl->dsn~x~1]';", ['nothing']],
  ['nothing with an empty list of needs', '// [impl->dsn~x~1>>]', ['nothing']],
  ['nothing with a comma at the end', '// [impl->dsn~x~1>>utest,]', ['nothing']],
  ['nothing with two commas', '// [impl->dsn~x~1>>utest,,itest]', ['nothing']],
  ['nothing with a negative revision', '// [impl->dsn~x~-1]', ['nothing']],
  ['nothing with half a revision', '// [impl->dsn~x~1.5]', ['nothing']],
  ['nothing with a digit in the type', '// [impl2->dsn~x~1]', ['nothing']],
  ['nothing without a revision', '// [impl->dsn~x]', ['nothing']],
  ['nothing where ReqTrace is switched off', '// reqtrace-ignore-file [impl->dsn~x~1]', ['nothing']],
];

// @verifies RT-1.4/AC18~4bbead
describe('a tag of OpenFastTrace', () => {
  for (const [what, line, expected] of TAGS) it(`is ${what}`, () => assert.deepEqual(read([line]), expected));

  it('is nothing over two lines', () => assert.deepEqual(read(['/* [impl->', ' dsn~x~1] */']), ['nothing']));

  it('stands on the test below it', () =>
    assert.deepEqual(read(['// [utest->dsn~x~1]', "it('boils', () => {});"], 'test/heat.test.ts'), ['1 utest dsn~x~1 boils']));

  it('is read in files of configuration', () =>
    assert.deepEqual(read(['# [impl->dsn~x~1]', 'a: 1'], 'ci/a.yml'), ['1 implements dsn~x~1']));
});
