import assert from 'node:assert/strict';
import { say } from '../../src/model/message.ts';
import { PLAIN } from '../../src/report/writing/palette.ts';
import { renderSkipped, skippedLine } from '../../src/report/skipped.ts';

const skipped = (...reasons: readonly string[]) => reasons.map((reason, at) => ({ path: `src/f${at}.ts`, reason: say(reason) }));

describe('files that were not read', () => {
  const cases: readonly (readonly [what: string, reasons: readonly string[], line: string | undefined])[] = [
    ['none', [], undefined],
    ['one', ['binary'], '1 file was not read: binary (1); see "reqtrace list --skipped"'],
    [
      'several, the commonest reason first',
      ['binary', 'minified', 'minified'],
      '3 files were not read: minified (2), binary (1); see "reqtrace list --skipped"',
    ],
    [
      'links and folders, whose files are read where they lie',
      ['symbolic link', 'folder', 'binary'],
      '1 file was not read: binary (1); see "reqtrace list --skipped"',
    ],
    ['nothing but links', ['symbolic link'], undefined],
  ];
  for (const [what, reasons, line] of cases) {
    it(`are counted by reason: ${what}`, () => assert.equal(skippedLine(skipped(...reasons), PLAIN), line));
  }

  it('are all listed, links as well', () => {
    assert.equal(renderSkipped(skipped('binary', 'symbolic link'), PLAIN), 'src/f0.ts  binary\nsrc/f1.ts  symbolic link\n');
  });
});
