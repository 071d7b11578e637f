import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { notationOf } from '../../../../src/formats/notation/notation.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { TODAY } from '../../../support/index/build.ts';

type Files = Readonly<Record<string, string>>;

function indexOf(files: Files): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

/** Each item with its status, and each finding that is more than an information. */
function told(files: Files): readonly string[] {
  const index = indexOf(files);
  const items = Array.from(index.requirements(), ({ facts, key }) => `${facts.localId} ${index.coverage(key).status}`);
  const findings = Object.keys(files).flatMap((path) =>
    index
      .findings(path)
      .flatMap(({ code, severity, range }) => (severity === 'information' ? [] : [`${path}:${range.start.line + 1} ${code}`])),
  );
  return [...items, ...findings];
}

const FEATURES = '# Boil\n`req~boil~2`\n\nNeeds: dsn\n';
const design = (revision: number, needs = 'impl, utest'): string =>
  `# Heat\n\`dsn~heat~1\`\n\nCovers:\n* req~boil~${revision}\n\nNeeds: ${needs}\n`;
const CODE = '// [impl->dsn~heat~1]\nexport function heat() {}\n';
const TEST = "// [utest->dsn~heat~1]\nit('heats', () => {});\n";
const ALL = { 'doc/req.md': FEATURES, 'doc/dsn.md': design(2), 'src/a.ts': CODE, 'test/a.test.ts': TEST };

// @verifies RT-1.4/AC18~4bbead
describe('a project of OpenFastTrace', () => {
  const cases: readonly (readonly [what: string, files: Files, expected: readonly string[]])[] = [
    ['is met where every level is', ALL, ['dsn~heat met', 'req~boil met']],
    ['is partial above what lacks a test', { ...ALL, 'test/a.test.ts': '' }, ['dsn~heat partial', 'req~boil partial']],
    [
      'is not helped by a test of another type',
      { ...ALL, 'test/a.test.ts': TEST.replace('utest', 'itest') },
      ['dsn~heat partial', 'req~boil partial', 'test/a.test.ts:1 unwanted-link'],
    ],
    [
      'is stale where another revision is covered',
      { ...ALL, 'doc/dsn.md': design(1) },
      ['dsn~heat met', 'req~boil stale', 'doc/dsn.md:5 stale-link'],
    ],
    [
      'is stale where a newer one is',
      { ...ALL, 'doc/dsn.md': design(3) },
      ['dsn~heat met', 'req~boil stale', 'doc/dsn.md:5 predated-link'],
    ],
    [
      'is stale where code is for another revision, and so unmet above',
      { ...ALL, 'src/a.ts': CODE.replace('heat~1', 'heat~2') },
      ['dsn~heat stale', 'req~boil partial', 'src/a.ts:1 predated-link'],
    ],
    [
      'asks code for what its tag needs',
      { ...ALL, 'src/a.ts': CODE.replace('heat~1]', 'heat~1>>review]') },
      ['dsn~heat partial', 'req~boil partial', 'impl~heat unmet'],
    ],
    [
      'is met by forwarding what code implements',
      { 'doc/req.md': FEATURES, 'doc/dsn.md': '* `dsn --> impl : req~boil~2`\n', 'src/a.ts': '// [impl->dsn~boil~2]\nheat();\n' },
      ['dsn~boil met', 'req~boil met'],
    ],
    [
      'tells of a tag for nothing',
      { 'doc/req.md': FEATURES, 'src/a.ts': '// [impl->dsn~no~1]\n' },
      ['req~boil unmet', 'src/a.ts:1 unknown-reference'],
    ],
    ['says nothing of tags where no item is', { 'doc/a.md': '# REQ-1: A\n', 'src/a.ts': '// [impl->dsn~no~1]\n' }, ['REQ-1 unmet']],
  ];
  for (const [what, files, expected] of cases) it(what, () => assert.deepEqual(told(files).toSorted(), expected.toSorted()));

  it('leaves what other notations say as it is, in one document and one file of code', () => {
    const house = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n\n- It pays\n\n';
    const files = { 'doc/a.md': house, 'src/b.ts': '// @implements REQ-1/AC1\npay();\n' };
    const alone = indexOf(files);
    const both = indexOf({
      'doc/a.md': house + FEATURES,
      'src/b.ts': `${files['src/b.ts']}// [impl->dsn~heat~1]\nheat();\n`,
      'doc/dsn.md': design(2),
    });
    assert.deepEqual(both.coverage('doc/a#REQ-1/AC1').links.length, 1);
    assert.equal(both.coverage('doc/a#REQ-1').status, alone.coverage('doc/a#REQ-1').status);
    assert.deepEqual(
      Array.from(both.requirements(), ({ key }) => key),
      ['doc/a#REQ-1', 'doc/a#req~boil', 'doc/dsn#dsn~heat'],
    );
  });

  it('is not called nearly an item by explain', () => {
    const notes: string[] = [];
    createExtractor(DEFAULT_CONFIGURATION).extract('doc/a.md', FEATURES, ({ line, what }) => notes.push(`${line + 1} ${what}`));
    assert.deepEqual(
      notes.filter((note) => note.startsWith('2 ')),
      ['2 requirement'],
    );
  });

  it('is written as its notation does', () => {
    const index = indexOf(ALL);
    const item = index.item('doc/dsn#dsn~heat');
    assert.ok(item);
    const write = notationOf(NOTATIONS, item)?.write;
    const words = (['implements', 'verifies'] as const).map((kind) => write?.annotation?.(kind, 'dsn~heat', item));
    assert.deepEqual(words, ['[impl->dsn~heat~1]', '[utest->dsn~heat~1]']);
    assert.equal(write?.revise?.('dsn~heat~1', '2'), 'dsn~heat~2');
    assert.equal(write?.revise?.('dsn~heat', '2'), 'dsn~heat~2');
  });
});
