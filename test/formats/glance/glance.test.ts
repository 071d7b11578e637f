import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import type { Glance } from '../../../src/formats/glance/glance.ts';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import type { Configuration } from '../../../src/model/configuration.ts';

function configured(patterns: readonly string[], ids: readonly string[] = []): Configuration {
  return { ...DEFAULT_CONFIGURATION, ids, annotations: patterns.map((pattern) => ({ pattern, kind: 'implements' as const })) };
}

describe('a glance at a file', () => {
  const IMPLEMENTS = configured(['Implements: (?<ref>[A-Z]+-[0-9.]+)']);
  const OWN_IDS = configured([], ['HLR_[0-9]+']);
  const cases: readonly (readonly [why: string, configuration: Configuration, path: string, text: string, glance: Glance])[] = [
    ['reads what holds a pattern', IMPLEMENTS, 'a.ts', '// Implements: REQ-1', 'read'],
    ['reads it in a language that is not known', IMPLEMENTS, 'a.unknown', 'Implements: REQ-1', 'read'],
    ['reads what holds a keyword', IMPLEMENTS, 'a.ts', '// @implements REQ-1', 'read'],
    ['names prefixes beside a pattern', IMPLEMENTS, 'a.ts', '// Implements REQ-1 and UTF-8', ['REQ', 'UTF']],
    ['names none where comments are not known', IMPLEMENTS, 'a.unknown', 'REQ-1 @implements REQ-1', []],
    ['reads all for a pattern of which nothing is known', configured([String.raw`(?<ref>[A-Z]+\d+)`]), 'a.unknown', '', 'read'],
    ['reads what holds an own id', OWN_IDS, 'a.ts', '// HLR_1', 'read'],
    ['names prefixes beside own ids', OWN_IDS, 'a.ts', '// REQ-1', ['REQ']],
    ['reads all for own ids of which nothing is known', configured([], [String.raw`[A-Z]+\d+`]), 'a.ts', '', 'read'],
    ['reads a name that may spell an own id', configured([], ['HLR-[0-9]+x?']), 'test_a.py', 'def test_HLR_1(): pass', 'read'],
    ['sees that a name spells no own id', configured([], ['HLR-[0-9]+x?']), 'test_a.py', 'def test_REQ_1(): pass', ['REQ']],
    ['sees no name outside of tests', configured([], ['HLR-[0-9]+x?']), 'a.py', 'def test_HLR_1(): pass', []],
  ];
  for (const [why, configuration, path, text, glance] of cases) {
    it(why, () => {
      const extractor = createExtractor(configuration);
      const role = extractor.roleOf(path) === 'test' ? 'test' : 'code';
      assert.deepEqual(extractor.maySay(path, Buffer.from(`ä${text}`).toString('latin1'), role), glance);
    });
  }

  /** Configurations whose patterns take their ids from the pieces below in many ways. */
  const configurations: readonly Configuration[] = [
    IMPLEMENTS,
    OWN_IDS,
    configured(['(?:covers|meets) (?<ref>[A-Z]+-[0-9]+)', String.raw`\[(?<ref>[^\]]+)\]`]),
    configured([String.raw`[Ii]mplements:?\s*(?<ref>\S+)`], [String.raw`HLR-\d+(?:\.\d+)*x?`]),
    configured(['(?<ref>[A-Z]+-[0-9.]+)!'], ['R[0-9]+|B-[0-9]+', '(?<kind>SRS|HLR)-[0-9]+[a-z]?']),
    configured([], ['IP-[0-9]+', '[A-Z]+-[0-9]+a']),
    configured([], ['2[.]3|[A-Z]-2']),
  ];
  const marks = [
    'Implements: ',
    'implements ',
    'covers ',
    'meets ',
    '[',
    ']',
    '!',
    '@implements ',
    '@waives ',
    ' ',
    '\n',
    '(',
    '/',
    '#',
    ',',
    'é',
  ];
  const words = [
    'IP',
    'HLR',
    'SRS',
    'B',
    'R12',
    '-',
    '_',
    '__',
    '1',
    '2.3',
    'a',
    'x',
    'AC2',
    'IP-1',
    'HLR_1',
    'HLR-2.3x',
    'B-2',
    '_B_2_',
    ' AC3 ',
  ];
  const pieces = [...marks, ...words];

  it('misses nothing that the reader finds', () => {
    let seed = 3;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    let found = 0;
    for (const configuration of configurations) {
      const extractor = createExtractor(configuration);
      const ids = createIdGrammar(configuration.ids);
      let unread = 0;
      for (let round = 0; round < 350; round += 1) {
        const some = (): string => Array.from({ length: 5 }, () => pieces[next() % pieces.length]).join('');
        const texts = [`/* ${some()} */`, `it("${some()}", () => {});`, `# ${some()}`, `def test_${some()}():`, some()];
        const text = texts.filter(() => next() % 2 === 0).join('\n');
        for (const path of ['a.test.ts', 'test_a.py', 'a.ts', 'a.feature', 'a.unknown']) {
          const { role, annotations, mentions, waivers, problems } = extractor.extract(path, text);
          if (role !== 'code' && role !== 'test') continue;
          const glance = extractor.maySay(path, Buffer.from(text).toString('latin1'), role);
          if (glance === 'read') continue;
          unread += 1;
          assert.deepEqual([waivers, problems], [[], []], text);
          for (const { id } of [...annotations.map(({ reference }) => reference), ...mentions]) {
            found += 1;
            assert.ok(glance.includes(ids.prefixOf(id)), `${id} in ${JSON.stringify(text)} with ${JSON.stringify(configuration.ids)}`);
          }
        }
      }
      assert.ok(unread > 50, `${unread} files are not read with ${JSON.stringify(configuration.ids)}`);
    }
    assert.ok(found > 70, `the files that are not read hold enough references: ${found}`);
  });
});
