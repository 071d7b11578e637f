import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, listed, told } from '../../support/diffStates.ts';

function doc(...criteria: string[]): string {
  return `## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n${criteria.map((text) => `- ${text}\n`).join('')}\n`;
}

const SMALL = '**AC1**: Small sums only are paid at once';
const EVERY = '**AC1**: Every payment of any size is paid at once';
const WAIVER = '// @waives REQ-1/AC1: measured by hand until 2098-12-31\n';
const BEFORE: Files = { 'docs/a.md': doc(SMALL), 'src/w.ts': WAIVER };

/** The waiver with other words. */
function waived(from: string, to: string): Files {
  return { ...BEFORE, 'src/w.ts': WAIVER.replace(from, to) };
}

describe('a waiver', () => {
  const changed = { waived: ['REQ-1/AC1'] };
  const suspect = { suspect: ['REQ-1/AC1'] };
  const cases: readonly [what: string, head: Files, expected: Record<string, string[]>, base?: Files][] = [
    ['that holds longer', waived('2098', '2099'), changed],
    ['that ends sooner', waived('2098', '2097'), changed],
    ['that holds for ever', waived(' until 2098-12-31', ''), changed],
    ['that gets an end', BEFORE, changed, waived(' until 2098-12-31', '')],
    ['with another reason', waived('measured by hand', 'too dear'), changed],
    ['beside which another one stands', { ...BEFORE, 'src/v.ts': '// @waives REQ-1/AC1: nobody asks\n' }, changed],
    ['that is one of two and goes', BEFORE, changed, { ...BEFORE, 'src/v.ts': '// @waives REQ-1/AC1: nobody asks\n' }],
    ['that holds longer for another text', { 'docs/a.md': doc(EVERY), 'src/w.ts': WAIVER.replace('2098', '2099') }, changed],
    [
      'of a whole requirement',
      { ...BEFORE, 'src/w.ts': WAIVER.replace('/AC1', '').replace('2098', '2099') },
      changed,
      { ...BEFORE, 'src/w.ts': WAIVER.replace('/AC1', '') },
    ],
    ['that was for another text', { ...BEFORE, 'docs/a.md': doc(EVERY) }, suspect],
    [
      'that was for another text that is met half',
      { ...BEFORE, 'docs/a.md': doc(EVERY), 'src/a.ts': '// @implements REQ-1/AC1\nexport function a() {}\n' },
      suspect,
      { ...BEFORE, 'src/a.ts': '// @implements REQ-1/AC1\nexport function a() {}\n' },
    ],
    ['that is the same in another file', { 'docs/a.md': doc(SMALL), 'src/v.ts': WAIVER }, {}],
    ['that is the same in another line', waived('//', '\n\n//'), {}],
    [
      'that is the same while another criterion changes',
      { ...BEFORE, 'docs/a.md': doc(SMALL, '**AC2**: All is kept') },
      { added: ['REQ-1/AC2'] },
    ],
  ];
  for (const [what, head, expected, base = BEFORE] of cases) {
    it(what, () => {
      assert.deepEqual(listed(difference(base, head)), expected);
    });
  }

  it('says what it was and is', () => {
    assert.deepEqual(told(difference(BEFORE, waived('2098', '2099'))), {
      waived: ['REQ-1/AC1: its waiver changed: it was "measured by hand until 2098-12-31" and is "measured by hand until 2099-12-31" now'],
    });
    assert.deepEqual(told(difference(BEFORE, { ...BEFORE, 'docs/a.md': doc(EVERY) })), {
      suspect: ['REQ-1/AC1: the text changed, but its waiver did not: measured by hand until 2098-12-31'],
    });
  });
});
