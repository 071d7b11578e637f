import assert from 'node:assert/strict';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import type { Severity } from '../../../src/model/finding.ts';
import type { FilePath } from '../../../src/model/position.ts';
import {
  annotation,
  code,
  document,
  findingsOf,
  fixesOf,
  indexOf,
  reference,
  requirement,
  told,
  waiver,
} from '../../support/index/build.ts';

const CODE = 'unknown-reference';
const plan = document('plan.md', [requirement('IP-1.1', ['AC1', 'AC2']), requirement('goals', ['AC1'], { line: 9 })]);

describe(CODE, () => {
  for (const [what, made, message, fixes] of [
    [
      'an id near to one',
      annotation('implements', 'IP-1.2'),
      'IP-1.2 is not defined in any document. Did you mean IP-1.1?',
      ['* Change to IP-1.1: IP-1.1'],
    ],
    ['an id near to none', annotation('implements', 'XY-77.5'), 'XY-77.5 is not defined in any document', []],
    [
      'a criterion that is not there',
      annotation('verifies', 'IP-1.1/AC3'),
      'IP-1.1/AC3 is not defined in any document. Did you mean IP-1.1/AC1 or IP-1.1/AC2?',
      ['* Change to IP-1.1/AC1: IP-1.1/AC1', 'Change to IP-1.1/AC2: IP-1.1/AC2'],
    ],
    [
      'a pin, which stays',
      annotation('implements', 'IP-1.2~00beef'),
      'IP-1.2 is not defined in any document. Did you mean IP-1.1?',
      ['* Change to IP-1.1: IP-1.1~00beef'],
    ],
    [
      'a wrong document',
      annotation('implements', 'plam#IP-1.1'),
      'plam#IP-1.1 is not defined in any document. Did you mean IP-1.1?',
      ['* Change to IP-1.1: IP-1.1'],
    ],
    [
      'a mistyped heading',
      annotation('implements', 'plan#gaols'),
      'plan#gaols is not defined in any document. Did you mean plan#goals?',
      ['* Change to plan#goals: plan#goals'],
    ],
    [
      'the name of a test',
      annotation('verifies', 'IP-1.1/AC3', 0, { source: 'test-name' }),
      'IP-1.1/AC3 is not defined in any document. Did you mean IP-1.1/AC1 or IP-1.1/AC2?',
      ['* Change to IP-1.1/AC1: IP_1_1__AC1', 'Change to IP-1.1/AC2: IP_1_1__AC2'],
    ],
    [
      'a title that holds just the criterion',
      annotation('verifies', 'IP-1.1/AC3', 0, { reference: { ...reference('IP-1.1/AC3'), text: 'AC3', composed: true } }),
      'IP-1.1/AC3 is not defined in any document. Did you mean IP-1.1/AC1 or IP-1.1/AC2?',
      ['* Change to IP-1.1/AC1: AC1', 'Change to IP-1.1/AC2: AC2'],
    ],
    [
      'an id that stands elsewhere, which cannot be changed here',
      annotation('verifies', 'IP-1.2/AC1', 0, { reference: { ...reference('IP-1.2/AC1'), text: 'AC1', composed: true } }),
      'IP-1.2/AC1 is not defined in any document. Did you mean IP-1.1/AC1?',
      [],
    ],
  ] as const) {
    // @verifies RT-4.2/AC22~3d55a1
    it(what, () => {
      const [finding, ...more] = findingsOf(indexOf([plan, code('a.ts', made)]), CODE, 'a.ts');
      assert.ok(finding);
      assert.equal(told(finding), `0:15 ${message}`);
      assert.deepEqual(fixesOf(finding), fixes);
      assert.deepEqual(more, []);
    });
  }

  it('looks at what requirements cover', () => {
    const lower = document('lower.md', [requirement('FR-1', [], { covers: [reference('IP-9', 4)] })]);
    const [finding] = findingsOf(indexOf([plan, lower]), CODE, 'lower.md');
    assert.ok(finding);
    assert.equal(told(finding), '4:15 IP-9 is not defined in any document');
  });

  it('leaves waivers to invalid-waiver, and what is known', () => {
    const facts = { ...code('a.ts', annotation('implements', 'IP-1.1')), waivers: [waiver('IP-1.2')] };
    assert.deepEqual(findingsOf(indexOf([plan, facts]), CODE, 'a.ts'), []);
  });

  describe('is as grave as what is written asks for', () => {
    const tasks = (part: FileFacts['part']): FileFacts => ({ ...code('tasks.md', annotation('plans', 'IP-9')), ...(part && { part }) });
    const mention = { ...code('a.ts'), mentions: [reference('IP-9')] };
    for (const [what, facts, severity] of [
      ['behind a keyword', code('a.ts', annotation('implements', 'IP-9')), 'error'],
      ['in a task', tasks('tasks'), 'warning'],
      ['planned anywhere', tasks(undefined), 'warning'],
      [
        'covered in a delta',
        { ...document('d.md', [requirement('FR-1', [], { covers: [reference('IP-9', 4)] })]), part: 'delta' },
        'warning',
      ],
      ['mentioned', mention, 'information'],
    ] as const) {
      it(what, () => assert.deepEqual(severitiesOf(indexOf([plan, facts]), facts.path), [severity]));
    }

    it('unless the project says so', () => {
      assert.deepEqual(severitiesOf(indexOf([plan, mention], { severity: { [CODE]: 'error' } }), 'a.ts'), ['error']);
    });
  });

  it('does not miss what only a range speaks of', () => {
    const between = annotation('plans', 'IP-1.2', 0, { reference: { ...reference('IP-1.2'), between: true } });
    assert.deepEqual(findingsOf(indexOf([plan, code('tasks.md', between)]), CODE, 'tasks.md'), []);
  });

  it('says nothing in words of a notation in which nothing is defined, until something is', () => {
    const said = annotation('verifies', 'REQ-9', 0, { reference: { ...reference('REQ-9'), notation: 'toy' } });
    const index = indexOf([plan, code('a.ts', said)]);
    assert.deepEqual(findingsOf(index, CODE, 'a.ts'), []);
    index.update([{ path: 'toy.md', facts: document('toy.md', [requirement('REQ-1', [], { notation: 'toy' })]) }]);
    assert.deepEqual(findingsOf(index, CODE, 'a.ts').map(told), ['0:15 REQ-9 is not defined in any document. Did you mean REQ-1?']);
    index.update([{ path: 'toy.md', facts: undefined }]);
    assert.deepEqual(findingsOf(index, CODE, 'a.ts'), []);
  });
});

function severitiesOf(index: TraceIndex, path: FilePath): readonly Severity[] {
  return findingsOf(index, CODE, path).map(({ severity }) => severity);
}
