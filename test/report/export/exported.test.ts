import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../src/formats/notations/registry.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { formatsOf, render } from '../../../src/report/formats.ts';
import { TODAY } from '../../support/index/build.ts';

function indexOf(files: Readonly<Record<string, string>>): TraceIndex {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY, notations: NOTATIONS });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

/** What comes back: each item with its title, its text and what it covers. */
function readBack(path: string, text: string): readonly string[] {
  const index = indexOf({ [path]: text });
  assert.deepEqual(
    index.findings(path).flatMap(({ code, severity, message }) => (severity === 'information' ? [] : [`${code} ${inEnglish(message)}`])),
    [],
  );
  return Array.from(index.requirements(), ({ facts }) => {
    const covers = facts.covers.map((reference) => {
      const resolution = index.resolve(reference, path);
      return resolution.kind === 'item' ? resolution.item.facts.localId : resolution.kind;
    });
    return [facts.localId, facts.title, facts.text, ...covers.map((id) => `-> ${id}`)].join(' | ');
  });
}

const FILES = {
  'docs/a.md': [
    '# Boil <water> & "tea"',
    '## REQ-1: Boil <5',
    '**Status**: Approved',
    'It boils at 100 °C & "whistles".',
    '**Acceptance Criteria**',
    '- It boils',
    '- It stops',
    '## REQ-2: Lid',
    'The lid is shut.',
    '**Covers**: REQ-1',
  ].join('\n\n'),
  'docs/b.md': '## REQ-2: Other lid\n\nIt opens.\n\n**Covers**: a#REQ-2\n',
  'src/a.c': '// @implements REQ-1/AC1\nvoid f() {}\n',
};

const BACK: Readonly<Record<string, readonly [path: string, items: readonly string[]]>> = {
  reqif: [
    'customer/a.reqif',
    [
      'REQ-1 | Boil <5 | It boils at 100 °C & "whistles".',
      'REQ-1/AC1 | It boils | ',
      'REQ-1/AC2 | It stops | ',
      'REQ-2 | Lid | The lid is shut. | -> REQ-1',
      'REQ-2 | Other lid | It opens. | -> REQ-2',
    ],
  ],
  needs: [
    'docs/needs.json',
    [
      'REQ-1 | Boil <5 | It boils at 100 °C & "whistles".',
      'docs_a_REQ-2 | Lid | The lid is shut. | -> REQ-1',
      'docs_b_REQ-2 | Other lid | It opens. | -> docs_a_REQ-2',
    ],
  ],
  specobject: [
    'docs/a.oreqm',
    [
      'req~REQ-1 | Boil <5 | It boils at 100 °C & "whistles".',
      'req~docs.a_REQ-2 | Lid | The lid is shut. | -> req~REQ-1',
      'req~docs.b_REQ-2 | Other lid | It opens. | -> req~docs.a_REQ-2',
      'criterion~REQ-1.AC1 | criterion~REQ-1.AC1 | It boils | -> req~REQ-1',
      'criterion~REQ-1.AC2 | criterion~REQ-1.AC2 | It stops | -> req~REQ-1',
    ],
  ],
  lobster: [
    'docs/a.lobster',
    [
      'REQ-1 | Boil <5 | It boils at 100 °C & "whistles".',
      'REQ-1.AC1 | It boils | It boils | -> REQ-1',
      'REQ-1.AC2 | It stops | It stops | -> REQ-1',
      'docs.a_REQ-2 | Lid | The lid is shut. | -> REQ-1',
      'docs.b_REQ-2 | Other lid | It opens. | -> docs.a_REQ-2',
    ],
  ],
  'lobster-imp': ['docs/a.lobster', []],
  'lobster-act': ['docs/a.lobster', []],
};

const exported = (format: string, files: Readonly<Record<string, string>>): Promise<string> =>
  render('export', format, { view: indexOf(files), name: 'Kettle & Co' });

// @verifies RT-6.1/AC23
describe('exports', () => {
  for (const format of formatsOf('export')) {
    it(`come back as they were from ${format}`, async () => {
      const [path = '', items] = BACK[format] ?? [];
      assert.deepEqual(readBack(path, await exported(format, FILES)), items);
    });

    it(`are the same for the same files in whatever order, and without any (${format})`, async () => {
      const text = await exported(format, FILES);
      assert.equal(await exported(format, Object.fromEntries(Object.entries(FILES).toReversed())), text);
      const [path = ''] = BACK[format] ?? [];
      assert.deepEqual(readBack(path, await exported(format, {})), []);
    });
  }

  it('say in ReqIF where an item is met, and keep its identifiers when its text changes', async () => {
    const text = await exported('reqif', FILES);
    const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('a.reqif', text);
    const first = requirements.find(({ localId }) => localId === 'REQ-1/AC1');
    assert.deepEqual(
      first?.attributes.map(({ name, value }) => `${name}: ${value}`),
      [
        'type: Criterion',
        'ReqTrace.Key: docs/a#REQ-1/AC1',
        'ReqTrace.Status: partial',
        'ReqTrace.Needs: implements, verifies',
        'ReqTrace.Implements: src/a.c:1 f()',
      ],
    );
    const changed = await exported('reqif', { ...FILES, 'docs/b.md': FILES['docs/b.md'].replace('It opens', 'It shuts') });
    assert.deepEqual(text.replace('It opens', 'It shuts'), changed);
  });

  it('keep revisions and levels of items of OpenFastTrace', async () => {
    const files = {
      'docs/a.md': '# Boil\n`req~boil~2`\n\nIt boils.\n\nNeeds: dsn\n\n# Heat\n`dsn~heat~3`\n\nCovers:\n* req~boil~2\n\nNeeds: impl\n',
    };
    const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract('a.oreqm', await exported('specobject', files));
    assert.deepEqual(
      requirements.map(({ localId, revision, needs, covers }) => [
        localId,
        revision,
        needs,
        covers.map(({ id, revision: of }) => `${id}~${of ?? ''}`),
      ]),
      [
        ['req~boil', '2', ['dsn'], []],
        ['dsn~heat', '3', ['implements'], ['req~boil~2']],
      ],
    );
  });

  it('write no more than XML can hold', async () => {
    const files = { 'docs/a.md': '## REQ-1: A\u0007 \uD800 b\n\nText\u001B.\n' };
    for (const format of ['reqif', 'specobject']) assert.doesNotMatch(await exported(format, files), /[\u0007\u001B\p{Surrogate}]/u);
  });
});
