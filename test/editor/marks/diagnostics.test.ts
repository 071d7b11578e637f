import assert from 'node:assert/strict';
import { diagnostics, MOST_DIAGNOSTICS } from '../../../src/editor/marks/diagnostics.ts';
import { uriOf, workspace } from '../../support/editor/workspace.ts';

const pageOf = (code: string): string => `file:///pages/${code}.md`;

describe('diagnostics', () => {
  it('shows a finding with its page, severity and source', () => {
    const { view } = workspace({ 'docs/a.md': '## REQ-1: A\n', 'src/a.ts': '// @implements REQ-7' });
    const [diagnostic, ...others] = diagnostics(view, 'src/a.ts', uriOf, pageOf);
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
    const duplicate = diagnostics(view, 'docs/a.md', uriOf, pageOf).find(({ code }) => code === 'duplicate-id');
    const related = duplicate?.relatedInformation?.[0]?.location;
    assert.equal(related?.uri, 'file:///p/docs/a.md');
    assert.equal(related?.range.start.line, 0);
  });

  it('names the item that it is about', () => {
    const { view } = workspace({ 'docs/a.md': '## REQ-1: A\n' });
    const unmet = diagnostics(view, 'docs/a.md', uriOf, () => undefined).find(({ code }) => code === 'unmet-criterion');
    assert.deepEqual(unmet?.data, { item: 'docs/a#REQ-1' });
    assert.equal(unmet?.severity, 3);
    assert.equal(unmet?.codeDescription, undefined);
  });

  it(`keeps the gravest ${MOST_DIAGNOSTICS} of a file, in order of place`, () => {
    const requirements = Array.from({ length: MOST_DIAGNOSTICS + 20 }, (_, index) => `## REQ-${index}: R`).join('\n\n');
    const { view } = workspace({ 'docs/a.md': `${requirements}\n\n## REQ-0: again\n` });
    const shown = diagnostics(view, 'docs/a.md', uriOf, pageOf);
    assert.equal(shown.length, MOST_DIAGNOSTICS);
    assert.equal(shown.at(-1)?.code, 'duplicate-id', 'the one error stands last in the file and stays');
    assert.equal(shown[0]?.range.start.line, 0);
  });

  it('shows nothing for a file that is not known', () => {
    const { view } = workspace({ 'docs/a.md': '' });
    assert.deepEqual(diagnostics(view, 'gone.md', uriOf, pageOf), []);
  });
});
