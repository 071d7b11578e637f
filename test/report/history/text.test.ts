import assert from 'node:assert/strict';
import { renderHistoryText, sparkline } from '../../../src/report/history/text.ts';
import { PLAIN } from '../../../src/report/writing/palette.ts';
import { historyOf, point } from '../../support/report/history.ts';

describe('sparkline', () => {
  it('shows the share of met criteria from 0 to 100 %', () => {
    const points = [
      [0, 8],
      [1, 4],
      [4, 4],
      [7, 1],
      [8, 0],
    ].map(([met = 0, unmet = 0], at) => point(at, { met, unmet }));
    assert.equal(sparkline(points), '▁▂▄▇█');
  });

  it('leaves a blank where nothing needs to be met', () => {
    assert.equal(
      sparkline([point(0, { met: 1 }), point(1, { waived: 2, exempt: 1 }), point(2, {}), point(3, { met: 1, waived: 1 })]),
      '█  █',
    );
  });

  it('shows the first, the last and an even choice of many', () => {
    const points = Array.from({ length: 101 }, (_, at) => point(at, { met: at, unmet: 100 - at }));
    assert.equal(sparkline(points, 5), '▁▂▄▆█');
    assert.equal(sparkline(points).length, 60);
  });
});

describe('renderHistoryText', () => {
  it('keeps escape codes in names from the terminal, and cuts long names', () => {
    const text = renderHistoryText(historyOf([point(0, { met: 1 }, `\u001b[31m${'v'.repeat(100)}`)]), PLAIN);
    assert.ok(!text.includes('\u001b'));
    assert.match(text, /\[31mv{25}…  /u);
  });

  it('tells one point without an arrow', () => {
    assert.match(renderHistoryText(historyOf([point(0, { met: 2, unmet: 1 })]), PLAIN), /^▅ {2}Met: 66 % \(2026-01-01\), 1 week\n/u);
  });
});
