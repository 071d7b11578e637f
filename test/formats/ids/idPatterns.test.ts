import assert from 'node:assert/strict';
import { idPattern } from '../../../src/formats/ids/idPatterns.ts';
import { ids, nearMisses, read } from '../../support/formats/documentFacts.ts';

describe('The pattern for ids that were seen', () => {
  const cases: [seen: string[], expected: string][] = [
    [['NFR-PERF'], 'NFR-[A-Z]+'],
    [['NFR-PERF', 'NFR-SPEED'], 'NFR-[A-Z]+'],
    [['REQ-LOGIN', 'REQ-LOGIN-FAST'], 'REQ-[A-Z]+(?:-[A-Z]+)*'],
    [['US-016-001', 'US-016-002'], 'US-[0-9]+-[0-9]+'],
    [['REQ-000E', 'REQ-0012'], 'REQ-[0-9A-F]+'],
    [['REQ-7ab'], 'REQ-[a-z0-9]+'],
    [['HLR_12', 'LLR_3'], '(?:HLR|LLR)_[0-9]+'],
    [['SRS_LOGIN_001'], 'SRS_[A-Z]+_[0-9]+'],
    [['IV2.1.1', 'IV2.10.2'], String.raw`IV[0-9]+\.[0-9]+\.[0-9]+`],
    [['IV2.1.1', 'IV2.1'], String.raw`IV[0-9]+(?:\.[0-9]+)*`],
    [['FR:id.format', 'NFR:a/b'], '(?:FR|NFR):[a-z]+(?:[./][a-z]+)*'],
    [['req~login-fast~1', 'dsn~b~2'], '(?:dsn|req)~[a-z0-9]+(?:[~-][a-z0-9]+)*'],
  ];
  for (const [seen, expected] of cases) {
    it(`${seen.join(', ')}: ${expected}`, () => {
      assert.equal(idPattern(seen), expected);
      const text = seen.map((id) => `## ${id}: Title\n`).join('\n');
      assert.deepEqual(
        ids(read(text, { ids: [expected] })),
        seen.map((id) => `${id}:`),
      );
    });
  }

  it('is none where none reads them all', () => assert.equal(idPattern(['REQ-1', '12']), undefined));

  it('is what a near-miss advises, of all places of the form', () => {
    const [message] = nearMisses(read('- **NFR-PERF**: a\n- **NFR-FAST-START**: b\n'));
    assert.match(message ?? '', /add the pattern 'NFR-\[A-Z\]\+\(\?:-\[A-Z\]\+\)\*' to ids .* \(and 1 more like it\)/);
  });
});

describe('A kind of id with which many headings begin', () => {
  const headings = (count: number): string => Array.from({ length: count }, (_, at) => `#### REQ-TRAQ-SWL-${at + 1} Title\n`).join('\n');

  it('is one of requirements, though nothing sets the ids apart', () => {
    assert.equal(read(headings(5)).requirements.length, 5);
    assert.deepEqual(nearMisses(read(headings(5))), []);
  });

  it('is not while they are few, or one id again and again', () => {
    assert.equal(read(headings(4)).requirements.length, 0);
    assert.equal(read('#### REQ-TRAQ-SWL-1 Title\n\n'.repeat(8)).requirements.length, 0);
  });
});
