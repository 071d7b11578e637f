import assert from 'node:assert/strict';
import { decorations } from '../../../src/editor/marks/decorations.ts';
import { documentLinks } from '../../../src/editor/navigation/documentLinks.ts';
import { hover } from '../../../src/editor/hover/hover.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { uriOf, workspace } from '../../support/editor/workspace.ts';

const keys = { TEA: 'https://t.example/browse/{key}', '#': 'https://g.example/issues/{key}', 'AB#': 'https://a.example/{key}' };
const PATH = 'src/a.ts';
const DOCUMENT = { 'docs/a.md': '# REQ-1: Boil\n\nIt boils.\n\n# REQ-2: Stop\n\n**Covers**: TEA-7\n' };

function traced(
  comment: string,
  declared: Readonly<Record<string, string>> = keys,
  documents: Readonly<Record<string, string>> = DOCUMENT,
): string[] {
  const { view } = workspace({ ...documents, [PATH]: `// ${comment}\nexport const a = 1;\n` }, { keys: declared });
  const references = view.referencesIn(PATH).map(({ reference, resolution }) => {
    const { kind } = resolution;
    if (kind === 'external') return `${reference.text} ${resolution.address}`;
    return `${reference.text} ${kind === 'item' ? resolution.item.key : kind}`;
  });
  const findings = view
    .allFindings()
    .filter(({ code, path }) => code !== 'unmet-criterion' && path === PATH)
    .map(({ severity, code, message }) => `${severity} ${code}: ${inEnglish(message)}`);
  return [...references, ...findings];
}

const DECLARED: readonly (readonly [comment: string, found: readonly string[]])[] = [
  ['@implements TEA-12', ['TEA-12 https://t.example/browse/TEA-12']],
  ['@implements #34', ['#34 https://g.example/issues/34']],
  ['@implements AB#567', ['AB#567 https://a.example/567']],
  ['@implements TEA-12, REQ-1', ['TEA-12 https://t.example/browse/TEA-12', 'REQ-1 docs/a#REQ-1']],
  ['@implements REQ-1, #34 and AB#567', ['REQ-1 docs/a#REQ-1', '#34 https://g.example/issues/34', 'AB#567 https://a.example/567']],
  ['TEA-12: boil', ['TEA-12 https://t.example/browse/TEA-12']],
  ['Fixes #34', []],
  ['UTF-8', []],
  ['@implements TEA-1.2', ['TEA-1.2 unknown', 'error unknown-reference: TEA-1.2 is not defined in any document']],
  ['@implements TEA-12/AC1', ['TEA-12/AC1 unknown', 'error unknown-reference: TEA-12/AC1 is not defined in any document']],
  ['@implements TEA-12~3f2a9c', ['TEA-12~3f2a9c unknown', 'error unknown-reference: TEA-12 is not defined in any document']],
  ['@implements b#TEA-12', ['b#TEA-12 unknown', 'error unknown-reference: b#TEA-12 is not defined in any document']],
];

const UNDECLARED: readonly (readonly [comment: string, found: readonly string[]])[] = [
  ['@implements ENG-9', ['ENG-9 unknown', declare('ENG-9', 'ENG')]],
  ['@implements #34', ['#34 unknown', declare('#34', '#')]],
  ['@implements AB#567', ['AB#567 unknown', declare('AB#567', 'AB#')]],
  [
    '@waives ENG-9: later',
    ['ENG-9 unknown', declare('ENG-9', 'ENG').replace('unknown-reference:', 'invalid-waiver: This waiver has no effect:')],
  ],
  ['@implements REQ-9', ['REQ-9 unknown', 'error unknown-reference: REQ-9 is not defined in any document. Did you mean REQ-1 or REQ-2?']],
  ['@implements REQ-77', ['REQ-77 unknown', 'error unknown-reference: REQ-77 is not defined in any document']],
  ['@implements REG-1', ['REG-1 unknown', 'error unknown-reference: REG-1 is not defined in any document. Did you mean REQ-1?']],
  ['@implements REG-77', ['REG-77 unknown', 'error unknown-reference: REG-77 is not defined in any document']],
  ['@implements STORY-3', ['STORY-3 unknown', 'error unknown-reference: STORY-3 is not defined in any document']],
  ['@implements kettle#34', ['kettle#34 unknown', 'error unknown-reference: kettle#34 is not defined in any document']],
  ['@implements #34/AC1', []],
];

function declare(reference: string, name: string): string {
  return `information unknown-reference: ${reference} is not defined in any document. If another tool keeps it, declare "${name}" under "keys" in reqtrace.yaml`;
}

describe('Items of other tools', () => {
  for (const [comment, found] of DECLARED)
    // @verifies RT-2.3/AC4~3a5b02
    it(`are links where they are declared: ${comment}`, () => {
      assert.deepEqual(traced(comment), found);
    });

  for (const [comment, found] of UNDECLARED)
    it(`are told of where they are not: ${comment}`, () => {
      assert.deepEqual(
        traced(comment, {}).filter((line) => !line.includes('malformed')),
        found,
      );
    });

  it('are our own where a document defines them', () => {
    assert.deepEqual(traced('@implements TEA-1, TEA-2', keys, { 'docs/b.md': '# TEA-1: Boil\n' }), [
      'TEA-1 docs/b#TEA-1',
      'TEA-2 https://t.example/browse/TEA-2',
    ]);
  });

  // @verifies RT-2.3/AC4~3a5b02
  it('count for nothing', () => {
    const { view } = workspace({ ...DOCUMENT, [PATH]: '// @implements TEA-7\n// @implements REQ-1\nexport const a = 1;\n' }, { keys });
    assert.deepEqual(
      [...view.requirements()].map(({ key, id }) => `${id} ${view.coverage(key).status}`),
      ['REQ-1 partial', 'REQ-2 unmet'],
    );
    assert.deepEqual(
      view.allFindings().filter(({ severity }) => severity !== 'information'),
      [],
    );
  });

  it('are mistakes from the moment on in which their prefix, or one like it, is one of ours', () => {
    const { extractor } = workspace({});
    const view = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: '2026-11-21' });
    const files = { 'docs/a.md': '# REQ-1: Boil\n', [PATH]: '// @implements ENG-9, EMG-9\nexport const a = 1;\n' };
    view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
    const severities = (): readonly string[] => view.findings(PATH).map(({ severity }) => severity);
    assert.deepEqual(severities(), ['information', 'information']);
    view.update([{ path: 'docs/b.md', facts: extractor.extract('docs/b.md', '# ENG-1: Whistle\n') }]);
    assert.deepEqual(severities(), ['error', 'error']);
    view.update([{ path: 'docs/b.md', facts: extractor.extract('docs/b.md', 'Nothing.\n') }]);
    assert.deepEqual(severities(), ['information', 'information']);
  });

  it('are shown with their address', () => {
    const { view, path, position } = workspace({ ...DOCUMENT, [PATH]: '// @implements TEA|-12\nexport const a = 1;\n' }, { keys });
    assert.deepEqual(hover(view, path, position, uriOf)?.contents, {
      kind: 'markdown',
      value:
        '**TEA-12** is kept by another tool and does not count here\n\n[https:\\//t.example/browse/TEA-12](<https://t.example/browse/TEA-12>)',
    });
    assert.deepEqual(
      documentLinks(view, path, uriOf).map(({ target }) => target),
      ['https://t.example/browse/TEA-12'],
    );
    assert.deepEqual(decorations(view, path), []);
  });
});
