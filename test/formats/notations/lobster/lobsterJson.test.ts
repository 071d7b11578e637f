import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { inEnglish } from '../../../../src/model/message.ts';

function read(schema: string, version: unknown, data: readonly object[]): readonly string[] {
  const text = JSON.stringify({ data, generator: 'x', schema, version }, undefined, 1);
  const { requirements, mentions, annotations, problems } = createExtractor(DEFAULT_CONFIGURATION).extract('out/a.lobster', text);
  assert.deepEqual(annotations, []);
  return [
    ...requirements.map(({ namespace = '', localId, title, revision, covers, exempt }) =>
      [
        `${namespace}#${localId}${revision === undefined ? '' : `~${revision}`}`,
        title,
        ...covers.map(
          ({ document, id, revision: of }) => `-> ${document === undefined ? '' : `${document}.`}${id}${of === undefined ? '' : `@${of}`}`,
        ),
        ...(exempt ? ['exempt'] : []),
      ].join(' '),
    ),
    ...mentions.map(({ id }) => `mentions ${id}`),
    ...problems.map(({ code, unread, message }) => `${code}${unread ? ' unread' : ''} ${inEnglish(message)}`),
  ];
}

const BOIL = { tag: 'req kettle.boil@42', name: 'kettle.boil', text: 'The kettle boils.', status: 'Valid' };

const CASES: readonly (readonly [what: string, schema: string, version: unknown, data: readonly object[], items: readonly string[]])[] = [
  ['a requirement with its version', 'lobster-req-trace', 4, [BOIL], ['kettle#boil~42 The kettle boils.']],
  [
    'a title, an ID without a package, and what it refers to',
    'lobster-req-trace',
    3,
    [{ tag: 'req 123', name: 'Boil', text: 'It boils.', refs: ['req kettle.boil@42', 'code x'] }],
    ['out/a#123 Boil -> kettle.boil@42'],
  ],
  ['a version behind the first sign for one', 'lobster-req-trace', 4, [{ tag: 'req a@b.c@3', name: 'a' }], ['out/a#a~b.c@3 a']],
  ['what is withdrawn', 'lobster-req-trace', 4, [{ ...BOIL, status: 'Rejected' }], ['kettle#boil~42 The kettle boils. exempt']],
  ['an object without a tag', 'lobster-req-trace', 4, [{ name: 'a' }], []],
  [
    'a tag twice',
    'lobster-req-trace',
    4,
    [BOIL, BOIL],
    ['kettle#boil~42 The kettle boils.', 'duplicate-id kettle.boil is defined twice in this document. Renumber the second definition'],
  ],
  ['code, which does not count', 'lobster-imp-trace', 3, [{ tag: 'cpp f', refs: ['req kettle.boil'] }], ['mentions boil']],
  [
    'a test, which does not count',
    'lobster-act-trace',
    3,
    [{ tag: 'gtest t', refs: ['req kettle.boil'], status: null }],
    ['mentions boil'],
  ],
  ['a report, which defines nothing', 'lobster-report', 2, [], []],
  ['another version', 'lobster-req-trace', 99, [BOIL], ['skipped-file unread lobster-req-trace of version 99 is not read, only 3, 4']],
  ['no version', 'lobster-req-trace', undefined, [BOIL], ['skipped-file unread lobster-req-trace of version - is not read, only 3, 4']],
  ['another schema', 'other', 1, [BOIL], ['skipped-file unread This file is not valid JSON of LOBSTER']],
];

// @verifies RT-1.4/AC34
describe('files of LOBSTER', () => {
  for (const [what, schema, version, data, items] of CASES)
    it(`are read with ${what}`, () => assert.deepEqual(read(schema, version, data), items));

  it('are refused where they are not JSON', () => {
    const { problems } = createExtractor(DEFAULT_CONFIGURATION).extract('out/a.lobster', '{ "data": [');
    assert.deepEqual(
      problems.map(({ unread }) => unread),
      [true],
    );
  });
});
