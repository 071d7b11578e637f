import assert from 'node:assert/strict';
import { compare } from '../../../src/query/diff/compare.ts';
import { diffAnnotations } from '../../../src/report/diff/annotations.ts';
import { renderDiffMarkdown } from '../../../src/report/diff/markdown.ts';
import { renderDiffText } from '../../../src/report/diff/text.ts';
import { workflowCommands } from '../../../src/report/writing/workflowCommand.ts';
import { PLAIN } from '../../../src/report/writing/palette.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf } from '../../support/diffStates.ts';

function reportOf(base: Files, head: Files) {
  return {
    base: { name: 'main', commit: 'a'.repeat(40) },
    head: { name: 'working tree' },
    difference: compare(comparisonOf(base, head)),
    notes: [],
  };
}

const HOSTILE = 'Ends </details> here, | pings @someone :tada: ::error:: [x](y)%0A \u001b[31mred';
const document = (text: string): Files => ({ 'docs/a.md': `## REQ-1: Title\n\n**Acceptance Criteria**:\n\n- ${text}\n` });

describe('the diff as a comment on a pull request', () => {
  it('is never longer than GitHub takes', () => {
    const criteria = (word: string): Files => ({
      'docs/a.md': `## REQ-1: Many\n\n**Acceptance Criteria**:\n\n${Array.from({ length: 2000 }, (_, at) => `- ${word} ${at} ${'has a rather long text '.repeat(10)}\n`).join('')}`,
    });
    const page = renderDiffMarkdown(reportOf({}, criteria('one')));
    assert.ok(page.length <= 60_000 && page.length > 10_000, String(page.length));
    assert.match(page, /⬜ 2000 new\n/u);
    assert.match(page, /- … and \d+ more/u);
  });

  it('lets no text of a document out of its place', () => {
    const page = renderDiffMarkdown(reportOf(document('Something else that is quite another thing'), document(HOSTILE)));
    assert.equal(page.match(/<\/details>/gu)?.length, page.match(/<details>/gu)?.length);
    assert.ok(!page.includes('@someone') && !/(?<!\\):tada:/u.test(page) && !page.includes('](y)'), page);
  });

  it('cannot be made to give commands to GitHub Actions or to a terminal', () => {
    const report = reportOf({}, document(HOSTILE));
    const commands = workflowCommands(diffAnnotations(report), '');
    assert.match(commands, /^::warning [^\n]*%250A[^\n]*\n$/u);
    assert.ok(!renderDiffText(report, PLAIN).includes('\u001b'));
  });
});
