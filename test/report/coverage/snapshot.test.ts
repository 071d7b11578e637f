import assert from 'node:assert/strict';
import { renderSnapshot, snapshotDifference } from '../../../src/report/coverage/snapshot.ts';
import { assertGolden } from '../../support/golden.ts';
import { indexOfTexts } from '../../support/diffStates.ts';
import type { Files } from '../../support/diffStates.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';

const FILES: Files = {
  'docs/a.md': '## REQ-1: Boil\n\nText.\n\n**Acceptance Criteria**:\n\n- Water boils\n- It whistles\n\n## REQ-2: Cool\n\nSlowly.\n',
  'src/a.ts': '// @implements REQ-1/AC1\nexport function boil() {}\n',
};

const of = (files: Files): string => renderSnapshot(indexOfTexts(files));
const change = (from: Files, to: Files): string[] => snapshotDifference(of(from), of(to));

describe('a snapshot', () => {
  it('is what the golden file says', () => assertGolden('report.snapshot', renderSnapshot(sampleIndex())));

  it('says that nothing is defined', () => assert.match(renderSnapshot(emptyIndex()), /^DOUBT: no document defines a requirement$/mu));

  // @verifies RT-9.1/AC13
  const same: readonly [what: string, to: Files][] = [
    ['lines move', { ...FILES, 'src/a.ts': `\n\n${FILES['src/a.ts'] ?? ''}`, 'docs/a.md': `\n\nHead.\n\n${FILES['docs/a.md'] ?? ''}` }],
    ['a text is wrapped otherwise', { ...FILES, 'docs/a.md': (FILES['docs/a.md'] ?? '').replace('Water boils', 'Water\n  boils') }],
    ['code changes', { ...FILES, 'src/a.ts': '// @implements REQ-1/AC1\nexport function boil() { return 1; }\n' }],
  ];
  for (const [what, to] of same) it(`is the same where ${what}`, () => assert.deepEqual(change(FILES, to), []));

  const others: readonly [what: string, to: Files, expected: readonly string[]][] = [
    [
      'a test is new',
      { ...FILES, 'test/a.test.ts': "it('REQ-1/AC1 boils', () => {});\n" },
      [
        '  DOCUMENT: docs/a.md',
        '    REQUIREMENT[partial]: REQ-1 Boil',
        '-     CRITERION[partial]: REQ-1/AC1 Water boils',
        '+     CRITERION[met]: REQ-1/AC1 Water boils',
        '      CRITERION[met]: REQ-1/AC1 Water boils',
        '+       verifies test/a.test.ts REQ-1/AC1 boils',
      ],
    ],
    [
      'a criterion is reworded',
      { ...FILES, 'docs/a.md': (FILES['docs/a.md'] ?? '').replace('It whistles', 'It beeps') },
      [
        '  DOCUMENT: docs/a.md',
        '    REQUIREMENT[partial]: REQ-1 Boil',
        '-     CRITERION[unmet]: REQ-1/AC2 It whistles',
        '+     CRITERION[unmet]: REQ-1/AC2 It beeps',
      ],
    ],
    [
      'the text of a requirement without criteria changes',
      { ...FILES, 'docs/a.md': (FILES['docs/a.md'] ?? '').replace('Slowly.', 'At once.') },
      ['  DOCUMENT: docs/a.md', '    REQUIREMENT[unmet]: REQ-2 Cool', '-     Slowly.', '+     At once.'],
    ],
  ];
  for (const [what, to, expected] of others) it(`differs where ${what}`, () => assert.deepEqual(change(FILES, to), expected));

  it('is the same with the ends of lines that git writes on Windows', () => {
    const text = of(FILES);
    assert.deepEqual(snapshotDifference(text.replaceAll('\n', '\r\n'), text), []);
  });

  it('has levels, links of old revisions and waivers', () => {
    const text = of({
      'doc/a.md': '`req~a~1`\n\nNeeds: dsn\n\n# D\n`dsn~d~2`\n\nCovers:\n* `req~a~1`\n\nNeeds: impl\n',
      'src/a.c': '// [impl->dsn~d~1]\nvoid d() {}\n// @waives REQ-9: by hand until 2099-01-01\n',
      'doc/b.md': '## REQ-9: W\n\nText.\n',
    });
    assert.deepEqual(text.split('\n').slice(2), [
      'DOCUMENT: doc/a.md',
      '  REQUIREMENT[partial]: req~a~1',
      '    dsn doc/a.md dsn~d',
      '  REQUIREMENT[stale]: dsn~d~2 D',
      '    implements src/a.c d() (stale)',
      '',
      'DOCUMENT: doc/b.md',
      '  REQUIREMENT[waived]: REQ-9 W',
      '    Text.',
      '    waived: by hand until 2099-01-01',
      '',
    ]);
  });
});
