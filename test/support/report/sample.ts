import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { annotation, code, criterion, declaration, document, indexOf, requirement, waiver } from '../index/build.ts';

/** Every status that there is without evidence, implicit and explicit ids, a target, attributes, findings with related places. */
export function sampleIndex(): TraceIndex {
  return indexOf([
    document('docs/launch.md', [
      requirement(
        'IP-1.1',
        [
          criterion('AC1', 5, { text: 'Orders are confirmed', claimed: true }),
          criterion('AC2', 6, {
            text: 'Orders are kept for ten years and can be found by number, by date and by the name of the customer',
            claimed: false,
          }),
          criterion('AC3', 7, { text: 'Stock is counted' }),
          criterion('AC4', 8, { text: 'Given up', exempt: true }),
        ],
        {
          line: 3,
          title: 'Orders',
          attributes: [
            { name: 'Integration Flow', value: 'Shop ↔ Store', parts: ['Shop', 'Store'], range: rangeAt(4, 0, 20) },
            { name: 'Owner', value: 'Sales', range: rangeAt(4, 20, 30) },
            { name: 'Owner', value: 'Store', range: rangeAt(4, 30, 40) },
          ],
        },
      ),
      requirement(
        'quality-gates',
        [
          criterion('AC1', 22, {
            text: 'Latency',
            kind: 'target',
            target: { metric: 'Latency', comparison: '<', value: 200, unit: 'ms', note: 'at p95' },
          }),
        ],
        { line: 20, title: 'Quality gates' },
      ),
    ]),
    document('docs/routine.md', [requirement('REQ-7', [], { title: 'Backups' })]),
    code(
      'src/orders.ts',
      annotation('implements', 'IP-1.1/AC1', 11, { declaration: declaration('confirm()', 12) }),
      annotation('implements', 'REQ-7', 30),
    ),
    code('src/stock.ts', annotation('implements', 'IP-1.1/AC3~000000', 2), annotation('implements', 'IP-9.9', 4)),
    code('test/orders.ts', annotation('verifies', 'IP-1.1/AC1', 3), annotation('verifies', 'REQ-7', 9)),
    { ...code('src/gates.ts'), waivers: [waiver('docs/launch#quality-gates/AC1', '2099-12-31', 3)] },
  ]);
}

/** An index without any requirement. */
export function emptyIndex(): TraceIndex {
  return indexOf([code('src/a.ts')]);
}
