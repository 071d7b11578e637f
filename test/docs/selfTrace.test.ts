import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { COMMANDS } from '../../src/cli/run.ts';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { readEvidence } from '../../src/formats/evidence/readEvidence.ts';
import { NOTATION_NAMES } from '../../src/formats/notations/registry.ts';
import { FINDING_CODES } from '../../src/model/finding.ts';
import { evaluateGate } from '../../src/query/gates/evaluate.ts';
import { EVERYTHING } from '../../src/query/gates/scope.ts';
import { junitXml } from '../../scripts/results/junit.ts';
import { indexOfTexts } from '../support/diffStates.ts';

const CONFIGURATION = readFileSync('reqtrace.yaml', 'utf8');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly { readonly properties: object }[];
  };
}

describe('the requirements of ReqTrace', () => {
  const text = readdirSync('docs/requirements')
    .map((name) => readFileSync(`docs/requirements/${name}`, 'utf8'))
    .join('\n');
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

  for (const [what, names] of [
    ['finding', FINDING_CODES],
    ['notation', NOTATION_NAMES],
    ['command of package.json', contributes.commands.map(({ command }) => command)],
    ['setting', contributes.configuration.flatMap(({ properties }) => Object.keys(properties))],
    ['command of the command line', COMMANDS.map(({ name }) => `reqtrace ${name}`)],
  ] as const)
    it(`name each ${what} in a criterion`, () => {
      const criteria = text.split('\n').filter((line) => line.startsWith('- '));
      assert.deepEqual(
        names.filter((name) => !criteria.some((line) => line.includes(`\`${name}\``))),
        [],
      );
    });
});

/** A copy of the project that is small enough to be judged at once, under its own reqtrace.yaml. */
const COPY = {
  'reqtrace.yaml': CONFIGURATION,
  'docs/requirements/copy.md': `## Integration Point 1.1: Copying\n\n**Acceptance Criteria**:\n\n- A copy is made\n- A copy is dated\n`,
  'src/copy.ts': '// @implements RT-1.1\nexport function copy() {\n  date();\n}\n',
  'test/copy.test.ts': `describe('a copy', () => {
  // @verifies RT-1.1/AC1
  it('is made', () => copy());
  // @verifies RT-1.1/AC2~${pinOf('A copy is dated')}
  it('is dated', () => copy());
});
`,
};
const RESULTS = { made: 'passed', dated: 'passed' } as const;

function pinOf(text: string): string {
  const index = indexOfTexts({ 'docs/a.md': `## REQ-1: A\n\n**Acceptance Criteria**:\n\n- ${text}\n` });
  const item = index.item('docs/a#REQ-1/AC1');
  assert.ok(item);
  return index.pin(item);
}

/** What the gate of reqtrace.yaml says: that it holds, or which condition fails for which criterion. */
function judge(files: Readonly<Record<string, string>>, results: Readonly<Record<string, 'passed' | 'failed'>> = RESULTS): string {
  const view = indexOfTexts({ ...COPY, ...files });
  const gate = readConfiguration('reqtrace.yaml', CONFIGURATION).configuration?.gates['self'];
  assert.ok(gate);
  const cases = Object.entries(results).map(([name, outcome]) => ({
    file: 'test/copy.test.ts',
    group: 'a copy',
    title: `is ${name}`,
    outcome,
  }));
  const began = new Date('2026-11-20T10:00:00Z');
  view.setEvidence({
    files: [readEvidence('out/results/unit.xml', junitXml('unit', began, cases), began.getTime())],
    modified: new Map(),
  });
  const { decision, conditions } = evaluateGate(view, { name: 'self', gate, scope: EVERYTHING });
  const obstacles = conditions.flatMap(({ condition, obstacles: all }) =>
    all.map(({ item, message }) => `${condition}: ${item?.id ?? ''} ${message}`),
  );
  return [decision, ...obstacles].join('\n');
}

describe('the gate of ReqTrace on itself', () => {
  it('holds where all is linked and all passed', () => {
    assert.equal(judge({}), 'holds');
  });

  it('fails where a test was removed', () => {
    const without = COPY['test/copy.test.ts'].replace(/ {2}\/\/ @verifies RT-1\.1\/AC1\n.*\n/u, '');
    assert.match(judge({ 'test/copy.test.ts': without }, { dated: 'passed' }), /^fails\nmax partial: 0: RT-1\.1\/AC1 .*no unit test/u);
  });

  it('fails where a criterion was added', () => {
    const added = `${COPY['docs/requirements/copy.md']}- A copy is signed\n`;
    assert.match(judge({ 'docs/requirements/copy.md': added }), /^fails\nmax partial: 0: RT-1\.1\/AC3 .*no unit test/u);
  });

  it('fails where a text changed under a pin', () => {
    const changed = COPY['docs/requirements/copy.md'].replace('is dated', 'is dated and signed');
    assert.match(judge({ 'docs/requirements/copy.md': changed }), /^fails\nmax stale: 0: RT-1\.1\/AC2 stale$/u);
  });

  it('fails where a result failed', () => {
    assert.match(judge({}, { made: 'passed', dated: 'failed' }), /^fails\nmax failing: 0: RT-1\.1\/AC2 /u);
  });
});
