import assert from 'node:assert/strict';
import type { Finding } from '../../../src/model/finding.ts';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { findingAnnotations } from '../../../src/report/findings/annotations.ts';
import { workflowCommands } from '../../../src/report/writing/workflowCommand.ts';

const renderGithub = (findings: readonly Finding[], prefix: string): string => workflowCommands(findingAnnotations(findings), prefix);

const FINDING: Finding = {
  code: 'unknown-reference',
  severity: 'error',
  path: 'src/a.ts',
  range: rangeAt(2, 15, 21),
  message: say('IP-1.9 is not defined in any document'),
  related: [],
  fixes: [],
};

describe('workflow commands', () => {
  const cases: readonly [what: string, finding: Partial<Finding>, command: string][] = [
    ['an error', {}, '::error file=src/a.ts,line=3,col=16,endColumn=22,title=unknown-reference::IP-1.9 is not defined in any document\n'],
    [
      'a warning',
      { severity: 'warning' },
      '::warning file=src/a.ts,line=3,col=16,endColumn=22,title=unknown-reference::IP-1.9 is not defined in any document\n',
    ],
    [
      'information',
      { severity: 'information' },
      '::notice file=src/a.ts,line=3,col=16,endColumn=22,title=unknown-reference::IP-1.9 is not defined in any document\n',
    ],
    [
      'several lines',
      { range: { start: { line: 0, character: 4 }, end: { line: 2, character: 1 } } },
      '::error file=src/a.ts,line=1,endLine=3,title=unknown-reference::IP-1.9 is not defined in any document\n',
    ],
    [
      'an odd path',
      { path: 'a,b:c%d.md' },
      '::error file=a%2Cb%3Ac%25d.md,line=3,col=16,endColumn=22,title=unknown-reference::IP-1.9 is not defined in any document\n',
    ],
    [
      'a message that would be another command',
      { message: say('50 %\r\n::add-mask::secret') },
      '::error file=src/a.ts,line=3,col=16,endColumn=22,title=unknown-reference::50 %25 ::add-mask::secret\n',
    ],
    [
      'a path that would be another command',
      { path: 'a\n::add-mask::x.md' },
      '::error file=a%0A%3A%3Aadd-mask%3A%3Ax.md,line=3,col=16,endColumn=22,title=unknown-reference::IP-1.9 is not defined in any document\n',
    ],
  ];
  for (const [what, finding, command] of cases) {
    it(`write ${what} on one line`, () => assert.equal(renderGithub([{ ...FINDING, ...finding }], ''), command));
  }

  it('put the folder in its repository before the file', () => {
    assert.match(renderGithub([FINDING], 'examples/shop/'), /^::error file=examples\/shop\/src\/a\.ts,/u);
  });

  it('name the gravest first, else in the order given', () => {
    const findings = (['information', 'error', 'warning', 'error'] as const).map((severity, at): Finding => ({
      ...FINDING,
      severity,
      message: say(String(at)),
    }));
    assert.deepEqual(
      Array.from(renderGithub(findings, '').matchAll(/::(\d)$/gmu), ([, at]) => at),
      ['1', '3', '2', '0'],
    );
  });

  it('are none for no findings', () => assert.equal(renderGithub([], ''), ''));
});
