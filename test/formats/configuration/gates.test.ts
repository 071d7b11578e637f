import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { FINDING_CODES } from '../../../src/model/finding.ts';
import type { Gate } from '../../../src/model/gate.ts';
import { inEnglish } from '../../../src/model/message.ts';

const schema: { readonly definitions: { readonly code: { readonly enum: readonly string[] } } } = JSON.parse(
  readFileSync(new URL('../../../schemas/reqtrace.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ allowUnionTypes: true, allErrors: true, strictTypes: false, formats: { regex: true, date: true } }).compile(
  schema,
);

function gates(text: string): Readonly<Record<string, Gate>> | undefined {
  return readConfiguration('reqtrace.yaml', text).configuration?.gates;
}

describe('gates of reqtrace.yaml', () => {
  const zero = { value: 0, percent: false };
  const three: Gate = { scope: 'all', max: {}, min: { met: { value: 3, percent: false } }, forbid: [] };
  const good: readonly (readonly [text: string, expected: Readonly<Record<string, Gate>>])[] = [
    ['gates:', {}],
    [
      'gates:\n  production-readiness:\n    scope: changed                      # or all\n    max: { unmet: 0, failing: 0, stale: 0, unproven: 0 }\n    min: { met: 80% }\n    forbid: [unknown-reference, expired-waiver]\n',
      {
        'production-readiness': {
          scope: 'changed',
          max: { unmet: zero, failing: zero, stale: zero, unproven: zero },
          min: { met: { value: 80, percent: true } },
          forbid: ['unknown-reference', 'expired-waiver'],
        },
      },
    ],
    [
      'gates: { a: { max: { partial: 12.5 % } } }',
      { a: { scope: 'all', max: { partial: { value: 12.5, percent: true } }, min: {}, forbid: [] } },
    ],
    [
      'gates: { a: { scope: all, min: { met: "100%" }, forbid: } }',
      { a: { scope: 'all', max: {}, min: { met: { value: 100, percent: true } }, forbid: [] } },
    ],
    ['gates: { constructor: { min: { met: 3 } } }', { constructor: three }],
  ];
  for (const [text, expected] of good) {
    it(`are read, and fit the schema: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(gates(text), expected);
      assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
    });
  }

  const bad: readonly [text: string, problem: string][] = [
    ['gates: [a]', '0:7-10 "gates" must be a mapping of keys to values, not a list'],
    ['gates: { a: {} }', '0:12-14 "gates.a" needs a condition: max, min or forbid, such as max: { unmet: 0 }'],
    ...['max: {}', 'min: {}', 'forbid: []', 'max:', 'max: {}, min: {}, forbid: []', 'scope: changed, forbid: []', 'min: {}, forbid:'].map(
      (empty): [string, string] => [
        `gates: { a: { ${empty} } }`,
        `0:12-${16 + empty.length} "gates.a" needs a condition: max, min or forbid, such as max: { unmet: 0 }`,
      ],
    ),
    [
      'gates: { a: { scope: change, max: { unmet: 0 } } }',
      '0:21-27 "gates.a.scope" must be all or changed, not "change"; did you mean "changed"?',
    ],
    ['gates: { a: { max: { unmeet: 0 } } }', '0:21-27 Unknown key "unmeet" in "gates.a.max"; did you mean "unmet"?'],
    [
      'gates: { a: { max: { unmet: -1 } } }',
      '0:28-30 "gates.a.max.unmet" must be a whole number from 0 up, or a share such as 80%, not -1',
    ],
    [
      'gates: { a: { max: { unmet: 1.5 } } }',
      '0:28-31 "gates.a.max.unmet" must be a whole number from 0 up, or a share such as 80%, not 1.5',
    ],
    ['gates: { a: { min: { met: 120% } } }', '0:26-30 "gates.a.min.met" must be a number such as 0 or a share such as 80%, not "120%"'],
    ['gates: { a: { min: { met: most } } }', '0:26-30 "gates.a.min.met" must be a number such as 0 or a share such as 80%, not "most"'],
    ['gates: { a: { forbid: [unknown-referense] } }', ''],
    ['gates: { " ": { max: { unmet: 0 } } }', '0:9-12 "gates" must not have a gate without a name'],
  ];
  for (const [text, problem] of bad) {
    it(`are refused, by the schema too: ${text}`, () => {
      const { configuration, facts } = readConfiguration('reqtrace.yaml', text);
      assert.equal(configuration, undefined);
      const [first] = facts.problems;
      assert.ok(first);
      const {
        range: { start, end },
        message,
      } = first;
      if (problem) assert.equal(`${start.line}:${start.character}-${end.character} ${inEnglish(message)}`, problem);
      else assert.match(inEnglish(message), /^"gates\.a\.forbid\[0\]" must be .*did you mean "unknown-reference"\?$/u);
      assert.ok(!validate(parse(text)));
    });
  }

  it('may forbid every finding that there is', () => {
    assert.deepEqual([...schema.definitions.code.enum].sort(), [...FINDING_CODES].sort());
  });

  it('cannot forbid what severity switches off', () => {
    const [problem] = readConfiguration('reqtrace.yaml', 'severity: { near-miss: off }\ngates: { a: { forbid: [near-miss] } }').facts
      .problems;
    assert.equal(problem && inEnglish(problem.message), '"gates.a.forbid[0]" cannot forbid near-miss, which "severity" switches off');
  });
});
