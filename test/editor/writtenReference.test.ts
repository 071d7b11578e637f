import assert from 'node:assert/strict';
import { partAt, writtenReference } from '../../src/editor/writtenReference.ts';
import { workspace } from '../support/editor/workspace.ts';

const DOCUMENT = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- x\n- **FR-01**: y\n';

describe('writtenReference', () => {
  const cases: [what: string, path: string, source: string, parts: Record<string, string>[]][] = [
    ['all parts', 'src/a.ts', '// @implements a#REQ-1/AC1~123abc', [{ document: 'a', id: 'REQ-1', criterion: 'AC1', pin: '123abc' }]],
    ['an id alone', 'src/a.ts', '// @implements REQ-1', [{ id: 'REQ-1' }]],
    ['a criterion with an id of its own', 'src/a.ts', '// @implements FR-01~123abc', [{ id: 'FR-01', pin: '123abc' }]],
    [
      'a criterion behind its requirement',
      'src/a.ts',
      '// @implements REQ-1/AC1, AC-2~123abc',
      [
        { id: 'REQ-1', criterion: 'AC1' },
        { criterion: 'AC-2', pin: '123abc' },
      ],
    ],
    ['a name of a test', 'test/a_test.go', 'func TestPay_REQ_1__AC1(t *testing.T) {}', [{ id: 'REQ_1', criterion: 'AC1' }]],
    [
      'a quoted text of the configuration',
      'reqtrace.yaml',
      'waivers: [{ ref: "REQ-1/AC1", reason: x }]',
      [{ id: 'REQ-1', criterion: 'AC1' }],
    ],
    ['nothing of a text with escapes', 'reqtrace.yaml', String.raw`waivers: [{ ref: "REQ\x2d1/AC1", reason: x }]`, []],
  ];
  for (const [what, path, source, parts] of cases) {
    it(what, () => {
      const { view } = workspace({ 'docs/a.md': DOCUMENT, [path]: source });
      const found = view.referencesIn(path).flatMap((resolved) => {
        const written = writtenReference(view, resolved);
        if (!written) return [];
        for (const part of Object.values(written)) {
          assert.equal(source.slice(part.range.start.character, part.range.end.character), part.text, 'the range is that of the text');
        }
        return [Object.fromEntries(Object.entries(written).map(([name, { text }]) => [name, text]))];
      });
      assert.deepEqual(found, parts);
    });
  }

  it('tells the part at a position, the later where two touch', () => {
    const source = '// @implements a#REQ-1/AC1~123abc';
    const { view } = workspace({ 'docs/a.md': DOCUMENT, 'src/a.ts': source });
    const [resolved] = view.referencesIn('src/a.ts');
    assert.ok(resolved);
    const written = writtenReference(view, resolved) ?? {};
    const at = (text: string): string | undefined => partAt(written, { line: 0, character: source.indexOf(text) + 1 });
    assert.deepEqual(['REQ', 'AC1', '123abc'].map(at), ['id', 'criterion', 'pin']);
    assert.equal(partAt(written, { line: 0, character: 15 }), 'document');
    assert.equal(partAt(written, { line: 0, character: 2 }), undefined);
  });
});
