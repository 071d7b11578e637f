import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/model/message.ts';
import { annotation, code, document, findingsOf, indexOf, requirement, told } from '../../support/index/build.ts';

const CODE = 'unmet-criterion';
const plan = document('plan.md', [
  requirement('IP-1', ['AC1', 'AC2']),
  requirement('IP-2', [], { line: 8 }),
  requirement('goals', [], { line: 12, title: 'Goals' }),
]);

describe(CODE, () => {
  // @verifies RT-4.2/AC24~805cf4
  it('names what is missing, of criteria and of requirements without any', () => {
    const files = [plan, code('a.ts', annotation('implements', 'IP-1/AC1', 4), annotation('verifies', 'IP-2', 5))];
    const findings = findingsOf(indexOf(files), CODE, 'plan.md');
    assert.deepEqual(findings.map(told), [
      '1:6 IP-1/AC1 is partial: no test',
      '2:6 IP-1/AC2 is unmet: no implementation and no test',
      '8:3 IP-2 is partial: no implementation',
      '12:3 "Goals" is unmet: no implementation and no test',
    ]);
    assert.deepEqual(
      findings.map(({ item }) => item),
      ['plan#IP-1/AC1', 'plan#IP-1/AC2', 'plan#IP-2', 'plan#goals'],
    );
    assert.deepEqual(
      findings.map(({ related }) => related.map(({ path, range, message }) => `${path}:${range.start.line} ${inEnglish(message)}`)),
      [['a.ts:4 Implemented here'], [], ['a.ts:5 Verified here'], []],
    );
  });

  it('follows the code that it points to', () => {
    const index = indexOf([plan, code('a.ts', annotation('implements', 'IP-1/AC1', 4))]);
    index.update([{ path: 'a.ts', facts: code('a.ts', annotation('implements', 'IP-1/AC1', 6)) }]);
    assert.equal(findingsOf(index, CODE, 'plan.md')[0]?.related[0]?.range.start.line, 6);
  });

  it('has the severity that the configuration says, or is off', () => {
    assert.equal(indexOf([plan]).allFindings()[0]?.severity, 'information');
    assert.equal(indexOf([plan], { severity: { [CODE]: 'error' } }).allFindings()[0]?.severity, 'error');
    assert.deepEqual(indexOf([plan], { severity: { [CODE]: 'off' } }).allFindings(), []);
  });
});
