import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { findingPages } from '../../../src/cli/reporting/findingPages.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { FINDING_CODES } from '../../../src/model/finding.ts';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { renderSarif } from '../../../src/report/findings/sarif.ts';
import { assertGolden } from '../../support/golden.ts';
import { sampleIndex } from '../../support/report/sample.ts';
import { SARIF_SCHEMA } from '../../support/report/sarifSchema.ts';

const OPTIONS = { version: '1.2.3', prefix: '', pages: findingPages() };
const validate = new Ajv({ strict: true, allErrors: true }).compile(SARIF_SCHEMA);

const FINDING: Finding = {
  code: 'stale-link',
  severity: 'warning',
  path: 'src/a b#ü%.ts',
  range: rangeAt(2, 15, 21),
  message: say('The text of IP-1/AC1 changed'),
  item: 'docs/a#IP-1/AC1',
  related: [{ path: 'docs/a.md', range: rangeAt(4, 0, 3), message: say('as it reads now') }],
  fixes: [
    {
      title: say('Pin it again'),
      edits: [
        { path: 'src/a.ts', range: rangeAt(2, 15, 21), newText: '' },
        { path: 'docs/a.md', range: rangeAt(0, 0, 0), newText: 'x' },
        { path: 'src/a.ts', range: rangeAt(9, 1, 2), newText: 'y' },
      ],
    },
  ],
};

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string;
            readonly shortDescription: { readonly text: string };
            readonly help?: { readonly markdown: string };
          }[];
        };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
        readonly fixes: readonly {
          readonly artifactChanges: readonly {
            readonly artifactLocation: { readonly uri: string };
            readonly replacements: readonly unknown[];
          }[];
        }[];
      }[];
    },
  ];
}

function log(findings: readonly Finding[], prefix = ''): Log {
  const written: Log = JSON.parse(renderSarif(findings, { ...OPTIONS, prefix }));
  assert.ok(validate(written), JSON.stringify(validate.errors));
  return written;
}

describe('SARIF report', () => {
  it('is what the golden file says', () => {
    assertGolden('report.sarif', renderSarif(sampleIndex().allFindings(), { ...OPTIONS, pages: new Map() }));
  });

  for (const [what, findings] of [
    ['the findings of an index', sampleIndex().allFindings()],
    ['no findings', []],
    ['every field of a finding', [FINDING]],
    ['every code', FINDING_CODES.map((code): Finding => ({ ...FINDING, code }))],
  ] as const) {
    // @verifies RT-9.1/AC10~6d860d
    it(`fits the standard with ${what}`, () => assert.equal(log(findings).runs[0].results.length, findings.length));
  }

  it('fits the standard with rules that changed and with doubts', () => {
    const rules = (['less', 'more'] as const).map((effect) => ({
      rule: 'gates' as const,
      effect,
      path: 'reqtrace.yaml',
      line: 0,
      reason: 'r',
    }));
    const written: unknown = JSON.parse(renderSarif([], { ...OPTIONS, rules, doubts: ['d'] }));
    assert.ok(validate(written), JSON.stringify(validate.errors));
  });

  it('would not fit the standard with a line 0 or another level', () => {
    assert.ok(!validate(JSON.parse(renderSarif([FINDING], OPTIONS).replace('"startLine": 3', '"startLine": 0'))));
    assert.ok(!validate(JSON.parse(renderSarif([FINDING], OPTIONS).replace('"level": "warning"', '"level": "information"'))));
  });

  it('explains each rule that it uses, and points each result at its rule', () => {
    const findings = FINDING_CODES.slice(2, 6)
      .toReversed()
      .map((code): Finding => ({ ...FINDING, code }));
    const {
      tool: {
        driver: { rules },
      },
      results,
    } = log(findings).runs[0];
    assert.deepEqual(
      results.map(({ ruleIndex }) => rules[ruleIndex]?.id),
      findings.map(({ code }) => code),
    );
    for (const { id, shortDescription, help } of rules) {
      assert.match(help?.markdown ?? '', new RegExp(`^# ${id}\n`, 'u'));
      assert.match(shortDescription.text, /^[A-Z][^#]+\.$/u);
    }
  });

  it('writes paths from the root of the repository, as parts of an address', () => {
    assert.equal(
      log([FINDING], 'my shop/').runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri,
      'my%20shop/src/a%20b%23%C3%BC%25.ts',
    );
  });

  it('gathers the edits of a fix by file', () => {
    const changes = log([FINDING]).runs[0].results[0]?.fixes[0]?.artifactChanges ?? [];
    assert.deepEqual(
      changes.map(({ artifactLocation: { uri }, replacements }) => [uri, replacements.length]),
      [
        ['src/a.ts', 2],
        ['docs/a.md', 1],
      ],
    );
  });

  it('has a page for every code', () => {
    assert.deepEqual(Array.from(OPTIONS.pages.keys()).sort(), [...FINDING_CODES].sort());
  });

  it('says what should have been read and was not', () => {
    const { runs } = JSON.parse(renderSarif([], { ...OPTIONS, doubts: ['no document defines a requirement'] }));
    assert.deepEqual(runs[0].invocations, [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          { level: 'warning', message: { text: 'Not everything could be read: no document defines a requirement' } },
        ],
      },
    ]);
  });
});
