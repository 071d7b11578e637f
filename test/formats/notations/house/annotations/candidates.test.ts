import assert from 'node:assert/strict';
import { candidates } from '../../../../../src/formats/notations/house/annotations/candidates.ts';
import { createExtractor } from '../../../../../src/formats/extraction/extract.ts';
import { DEFAULT_CONFIGURATION } from '../../../../../src/formats/configuration/defaults.ts';
import { createIdGrammar } from '../../../../../src/formats/ids/idGrammar.ts';

describe('candidates', () => {
  const cases: readonly (readonly [why: string, text: string, code: 'read' | readonly string[], test: 'read' | readonly string[]])[] = [
    ['nothing at all', 'const a = b - 1; // minus -1, x@y', [], []],
    ['a keyword', '// @implements IFoo', 'read', 'read'],
    ['every keyword', '@waives', 'read', 'read'],
    ['no keyword', '@implementsNothing @required', [], []],
    ['things that look like ids', 'UTF-8, CVE-2021-44228, SHA-256 and UTF-16', ['CVE', 'SHA', 'UTF'], ['CVE', 'SHA', 'UTF']],
    ['an id of several segments', 'AC-US1-01 SWREQ-FE-UI-001', ['AC-US1', 'SWREQ-FE-UI'], ['AC-US1', 'SWREQ-FE-UI']],
    ['numbers', '80-81 2021-11-21 x-1', [], []],
    ['ids side by side', 'IP-1-REQ-2', ['IP'], ['IP']],
    ['an id in a name', 'test_IP_1_1_1__rejects', [], ['IP']],
    ['segments of a name', 'AC_US1_01 x_B_2', [], ['AC-US1', 'B']],
    ['a name behind a number', 'test_1_IP_2', [], ['IP']],
    ['two underscores', 'A__B_1', [], ['B']],
    ['a criterion in a name', 'def ip_1__ac2', [], 'read'],
    ['a prefix of no sensible length', `${'A'.repeat(100)}-1`, 'read', 'read'],
    ['very many prefixes', Array.from({ length: 200 }, (_, at) => `A${at}B-1`).join(' '), 'read', 'read'],
  ];
  for (const [why, text, code, test] of cases) {
    it(`finds ${why}`, () => {
      assert.deepEqual(candidates(text, 'code'), code);
      assert.deepEqual(candidates(text, 'test'), test);
      // The bytes do as well as the text.
      assert.deepEqual(candidates(Buffer.from(`“ä${text}ß”`).toString('latin1'), 'test'), test);
    });
  }

  it('misses nothing that the reader finds', () => {
    const extractor = createExtractor({ ...DEFAULT_CONFIGURATION, notations: ['house'] });
    const ids = createIdGrammar([]);
    const pieces = [
      'IP',
      'US1',
      '-',
      '_',
      '__',
      '1',
      '2.3',
      'AC2',
      '/',
      '#',
      ' ',
      '\n',
      '(',
      'é',
      '“',
      '@implements ',
      '~3f2a9c',
      'a',
      'IP-1',
      'AC-US1-01',
      'X-2.3/AC4',
      'IP_1',
      '_B_2_',
      ' C-3 ',
      ' D-4: ',
    ];
    let seed = 1;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    let found = 0;
    for (let round = 0; round < 4000; round += 1) {
      const some = (): string => Array.from({ length: 6 }, () => pieces[next() % pieces.length]).join('');
      const text = `/* ${some()} */\nit("${some()}", () => {});\n# ${some()}\ndef test_${some()}():\n`;
      for (const path of ['a.test.ts', 'test_a.py', 'a.ts']) {
        const { role, annotations, mentions } = extractor.extract(path, text);
        const seen = candidates(text, role === 'test' ? 'test' : 'code');
        for (const reference of [...annotations.map((annotation) => annotation.reference), ...mentions]) {
          found += 1;
          assert.ok(seen === 'read' || seen.includes(ids.prefixOf(reference.id)), `${reference.id} in ${JSON.stringify(text)}`);
        }
      }
    }
    assert.ok(found > 1000, `the texts hold enough references: ${found}`);
  });
});
