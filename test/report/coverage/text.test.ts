import assert from 'node:assert/strict';
import { ANSI, PLAIN } from '../../../src/report/writing/palette.ts';
import { renderText } from '../../../src/report/coverage/text.ts';
import { assertGolden } from '../../support/golden.ts';
import { criterion, document, indexOf, requirement } from '../../support/index/build.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';

describe('text report', () => {
  it('shows coverage by document and what is not met', () => {
    assertGolden('report.txt', renderText(sampleIndex(), PLAIN));
  });

  it('only adds colours on a terminal', () => {
    const coloured = renderText(sampleIndex(), ANSI);
    assert.notEqual(coloured, renderText(sampleIndex(), PLAIN));
    assert.equal(coloured.replace(/\u001b\[\d+m/gu, ''), renderText(sampleIndex(), PLAIN));
  });

  it('says so when there is no requirement', () => {
    assert.match(renderText(emptyIndex(), PLAIN), /^No requirements found\./u);
  });

  it('lets no control character of the repository through', () => {
    const hostile = indexOf([
      document('docs/\u001b[2J\u009b1m.md', [
        requirement('IP-1', [criterion('AC1', 1, { text: 'a\u001b]0;x\u0007b\u202ec\r\nd' })], { title: '\u001b[31mred' }),
      ]),
    ]);
    assert.doesNotMatch(renderText(hostile, PLAIN), /[^\n\P{Cc}]|\u202e/u);
  });
});
