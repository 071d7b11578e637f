import assert from 'node:assert/strict';
import type { Finding } from '../../../src/model/finding.ts';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { renderFindings, renderFindingsJson } from '../../../src/report/findings/text.ts';
import { PLAIN } from '../../../src/report/writing/palette.ts';

function finding(path: string, more: Partial<Finding> = {}): Finding {
  return {
    code: 'unknown-reference',
    severity: 'error',
    path,
    range: rangeAt(2, 4, 9),
    message: say('Nothing has the ID IP-9'),
    related: [],
    fixes: [],
    ...more,
  };
}

describe('findings as text', () => {
  it('stand in one block for each file, places counted from 1', () => {
    const text = renderFindings(
      [
        finding('src/a.ts'),
        finding('src/a.ts', { code: 'near-miss', severity: 'information', range: rangeAt(10, 0, 1), message: say('Add a colon') }),
        finding('src/b.ts', {
          severity: 'warning',
          related: [{ path: 'docs/x.md', range: rangeAt(0, 0, 1), message: say('defined here') }],
        }),
      ],
      PLAIN,
    );
    assert.equal(
      text,
      `src/a.ts:3:5   error        unknown-reference  Nothing has the ID IP-9
src/a.ts:11:1  information  near-miss          Add a colon

src/b.ts:3:5  warning  unknown-reference  Nothing has the ID IP-9
    docs/x.md:1:1 defined here

1 error, 1 warning, 1 information in 2 files
`,
    );
  });

  it('say that there are none', () => {
    assert.equal(renderFindings([], PLAIN), 'No findings.\n');
  });

  it('let no control character through', () => {
    assert.doesNotMatch(renderFindings([finding('a\u001b[2J', { message: say('x\u0007\ny') })], PLAIN), /[^\n\P{Cc}]/u);
  });
});

describe('findings as JSON', () => {
  it('come with their number by severity', () => {
    const { schemaVersion, summary, findings } = JSON.parse(renderFindingsJson([finding('src/a.ts', { item: 'docs/x#IP-1' })]));
    assert.deepEqual({ schemaVersion, summary }, { schemaVersion: 1, summary: { error: 1, warning: 0, information: 0 } });
    assert.deepEqual(findings, [
      {
        code: 'unknown-reference',
        severity: 'error',
        file: 'src/a.ts',
        line: 3,
        column: 5,
        message: 'Nothing has the ID IP-9',
        item: 'docs/x#IP-1',
        related: [],
      },
    ]);
  });
});
