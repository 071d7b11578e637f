import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { annotation, code, criterion, declaration, document, indexOf, requirement, waiver } from '../index/build.ts';
import { rangeAt } from '../../../src/model/position.ts';

/** Arabic with English in it, whose full stop stands at its left end. */
export const ARABIC = 'نص عربي مع كلمة English ثم الرقم 42.';

const LONG_WORD = 'Donaudampfschiff'.repeat(40);
const LONG_PATH = `src/${'fulfilment_and_reservation/'.repeat(10)}orders.ts`;

/** What strains a layout: texts from right to left, words and paths of hundreds of letters, many links, waivers, findings. */
export function oddIndex(): TraceIndex {
  return indexOf([
    document('docs/odd.md', [
      requirement(
        'IP-1',
        [
          criterion('AC1', 5, { text: ARABIC }),
          criterion('AC2', 6, { text: LONG_WORD, detail: LONG_WORD, claimed: true }),
          criterion('AC3', 7, { text: 'Orders are kept', claimed: false }),
        ],
        { line: 3, title: ARABIC, text: ARABIC, attributes: [{ name: LONG_WORD, value: LONG_PATH, range: rangeAt(4, 0, 20) }] },
      ),
      requirement('REQ-2', [], { line: 20, title: LONG_WORD }),
    ]),
    code(
      LONG_PATH,
      annotation('implements', 'IP-1/AC2', 11, { declaration: declaration(`${LONG_WORD}()`, 12) }),
      annotation('implements', 'IP-1/AC3~000000', 20),
      annotation('implements', 'IP-9', 30),
    ),
    code('test/orders.ts', ...[1, 2, 3, 4, 5].map((line) => annotation('verifies', 'IP-1/AC2', line * 10))),
    { ...code('src/gates.ts'), waivers: [{ ...waiver('REQ-2', '2099-12-31', 3), reason: ARABIC, owner: LONG_WORD }] },
  ]);
}
