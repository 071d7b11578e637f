import assert from 'node:assert/strict';
import { diagnostics, MOST_DIAGNOSTICS } from '../../../src/editor/marks/diagnostics.ts';
import type { Severity } from '../../../src/model/finding.ts';
import { uriOf, workspace } from '../../support/editor/workspace.ts';

const pageOf = (code: string): string => `file:///pages/${code}.md`;

describe('diagnostics', () => {
  it('shows a finding with its page, severity and source', () => {
    const { view } = workspace({ 'docs/a.md': '## REQ-1: A\n', 'src/a.ts': '// @implements REQ-7' });
    const [diagnostic, ...others] = diagnostics(view, 'src/a.ts', uriOf, pageOf, 'all');
    assert.deepEqual(others, []);
    assert.deepEqual(diagnostic?.range, { start: { line: 0, character: 15 }, end: { line: 0, character: 20 } });
    assert.equal(diagnostic?.severity, 1);
    assert.equal(diagnostic?.code, 'unknown-reference');
    assert.deepEqual(diagnostic?.codeDescription, { href: 'file:///pages/unknown-reference.md' });
    assert.equal(diagnostic?.source, 'reqtrace');
    assert.match(String(diagnostic?.message), /REQ-7/u);
  });

  it('points to the other end', () => {
    const { view } = workspace({ 'docs/a.md': '## REQ-1: A\n\n## REQ-1: B\n' });
    const duplicate = diagnostics(view, 'docs/a.md', uriOf, pageOf, 'all').find(({ code }) => code === 'duplicate-id');
    const related = duplicate?.relatedInformation?.[0]?.location;
    assert.equal(related?.uri, 'file:///p/docs/a.md');
    assert.equal(related?.range.start.line, 0);
  });

  it('names the item that it is about', () => {
    const { view } = workspace({ 'docs/a.md': '## REQ-1: A\n' });
    const unmet = diagnostics(view, 'docs/a.md', uriOf, () => undefined, 'all').find(({ code }) => code === 'unmet-criterion');
    assert.deepEqual(unmet?.data, { item: 'docs/a#REQ-1' });
    assert.equal(unmet?.severity, 4, 'a mark beside it says so already');
    assert.equal(unmet?.codeDescription, undefined);
  });

  const marked: readonly [line: string, severity: number, range: readonly [number, number], configured?: Severity][] = [
    // The id or the first letter, and never the whole of the text.
    ['- AC1: Orders are kept for a year', 4, [7, 8]],
    ['- [ ] Orders are kept for a year', 4, [6, 7]],
    ['- Orders are kept for a year', 4, [2, 3]],
    ['- AC1: Orders are kept for a year', 2, [7, 8], 'warning'],
    ['- AC1: Orders are kept for a year', 3, [7, 8], 'information'],
  ];
  for (const [line, severity, [start, end], configured] of marked) {
    it(`marks ${line} ${configured === undefined ? '' : `that is of ${configured} `}at its beginning alone`, () => {
      const text = `## REQ-1: A\n\nAcceptance Criteria:\n\n${line}\n`;
      const { view } = workspace({ 'docs/a.md': text }, { severity: configured ? { 'unmet-criterion': configured } : {} });
      const [unmet] = diagnostics(view, 'docs/a.md', uriOf, pageOf, 'all').filter(({ code }) => code === 'unmet-criterion');
      assert.deepEqual([unmet?.severity, unmet?.range.start.character, unmet?.range.end.character], [severity, start, end]);
    });
  }

  it('shows a mention that means nothing as a hint, whatever severity the team gives to annotations', () => {
    const files = { 'docs/a.md': '## REQ-1: A\n', 'src/a.ts': '// as REQ-7 has it\n// @implements REQ-8\n' };
    for (const severity of [{}, { 'unknown-reference': 'error' }] as const) {
      const { view } = workspace(files, { severity });
      const shown = diagnostics(view, 'src/a.ts', uriOf, pageOf, 'all');
      assert.deepEqual(
        shown.map(({ severity }) => severity),
        [4, 1],
      );
    }
  });

  it(`keeps the gravest ${MOST_DIAGNOSTICS} of a file, in order of place`, () => {
    const requirements = Array.from({ length: MOST_DIAGNOSTICS + 20 }, (_, index) => `## REQ-${index}: R`).join('\n\n');
    const { view } = workspace({ 'docs/a.md': `${requirements}\n\n## REQ-0: again\n` });
    const shown = diagnostics(view, 'docs/a.md', uriOf, pageOf, 'all');
    assert.equal(shown.length, MOST_DIAGNOSTICS);
    assert.equal(shown.at(-1)?.code, 'duplicate-id', 'the one error stands last in the file and stays');
    assert.equal(shown[0]?.range.start.line, 0);
  });

  it('shows nothing for a file that is not known', () => {
    const { view } = workspace({ 'docs/a.md': '' });
    assert.deepEqual(diagnostics(view, 'gone.md', uriOf, pageOf, 'all'), []);
  });
});
