import assert from 'node:assert/strict';
import { diagnostics } from '../../../src/editor/marks/diagnostics.ts';
import { quickFixes } from '../../../src/editor/actions/quickFixes.ts';
import type { Workspace } from '../../support/editor/workspace.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

function fixesAt({ view, path, position }: Workspace, only?: readonly string[]): ReturnType<typeof quickFixes> {
  const shown = diagnostics(view, path, uriOf, () => undefined, 'all');
  return quickFixes(view, path, { start: position, end: position }, { diagnostics: shown, ...(only && { only }) }, { uriOf });
}

/** What each fix makes of the file, with its title: `Change to REQ-1 → // @implements REQ-1`. */
function results(files: Workspace, source: string): string[] {
  return (fixesAt(files) ?? []).map(({ edit }) => {
    const edits = edit?.changes?.[uriOf(files.path)] ?? [];
    const lines = source.replace('|', '').split('\n');
    for (const { range, newText } of edits.toReversed()) {
      const line = lines[range.start.line] ?? '';
      lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
    }
    return lines.join('\n');
  });
}

describe('quickFixes', () => {
  const cases: [what: string, documents: Record<string, string>, source: string, fixed: string[]][] = [
    ['did you mean', { 'docs/launch.md': LAUNCH }, '// @implements IP-1|.3', ['// @implements IP-1.1', '// @implements IP-1.2']],
    [
      'did you mean a criterion',
      { 'docs/launch.md': LAUNCH },
      '// @verifies IP-1.1/A|C3',
      ['// @verifies IP-1.1/AC1', '// @verifies IP-1.1/AC2'],
    ],
    [
      'qualify an ambiguous reference',
      { 'docs/a.md': '## REQ-1: A', 'docs/b.md': '## REQ-1: B' },
      '// @implements RE|Q-1',
      ['// @implements a#REQ-1', '// @implements b#REQ-1'],
    ],
  ];
  for (const [what, documents, source, fixed] of cases) {
    it(what, () => {
      const files = workspace({ ...documents, 'src/a.ts': source });
      assert.deepEqual(results(files, source).sort(), fixed);
    });
  }

  const CLAIM = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- |[ ] AC1: paid\n';
  const MET = { 'src/a.ts': '// @implements REQ-1\n', 'test/a.test.ts': '// @verifies REQ-1/AC1\n' };
  const claims: [what: string, others: Record<string, string>, box: string, fixed: string[]][] = [
    ['tick what is met', MET, ' ', ['[x]']],
    ['untick what is not', {}, 'x', ['[ ]']],
    ['nothing where the box is right', MET, 'x', []],
  ];
  for (const [what, others, box, fixed] of claims) {
    it(what, () => {
      const source = CLAIM.replace('[ ]', `[${box}]`);
      assert.deepEqual(
        results(workspace({ ...others, 'docs/a.md': source }), source),
        fixed.map((written) => CLAIM.replace('[ ]', written).replace('|', '')),
      );
    });
  }

  it('ticks from anywhere on the lines of the criterion, and of no other', () => {
    const at = (place: string): string[] =>
      results(workspace({ ...MET, 'docs/a.md': place }), place).map((text) => text.slice(text.indexOf('- ')));
    const box = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- [ ] AC1: paid at once\n- [ ] AC2: kept\n';
    const ticked = ['- [x] AC1: paid at once\n- [ ] AC2: kept\n'];
    for (const words of ['paid', 'once', 'AC1', '] AC1']) assert.deepEqual(at(box.replace(words, `|${words}`)), ticked, words);
    for (const words of ['AC2', 'kept', 'Pay']) assert.deepEqual(at(box.replace(words, `|${words}`)), [], words);
  });

  it('is bound to the diagnostic that it mends', () => {
    const [action] = fixesAt(workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1|.3' })) ?? [];
    assert.equal(action?.kind, 'quickfix');
    assert.deepEqual(
      action?.diagnostics?.map(({ code }) => code),
      ['unknown-reference'],
    );
  });

  it('re-pins a link whose text changed, as the preferred fix', () => {
    const source = '// @verifies IP-1.1/AC1~|000000';
    const files = workspace({ 'docs/launch.md': LAUNCH, 'test/a.test.ts': source });
    const item = files.view.item('docs/launch#IP-1.1/AC1');
    assert.ok(item);
    assert.deepEqual(results(files, source), [`// @verifies IP-1.1/AC1~${files.view.pin(item)}`]);
  });

  const kinds: [only: string[] | undefined, found: boolean][] = [
    [undefined, true],
    [['quickfix'], true],
    [[''], true],
    [['source'], false],
    [['refactor', 'quickfix.other'], false],
  ];
  for (const [only, found] of kinds) {
    it(`asked for ${only ? JSON.stringify(only) : 'all'}: ${found ? 'answers' : 'does not answer'}`, () => {
      const files = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1|.3' });
      assert.equal(fixesAt(files, only) !== null, found);
    });
  }

  it('has nothing where no finding is', () => {
    assert.equal(fixesAt(workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @impl|ements IP-1.1' })), null);
  });
});
