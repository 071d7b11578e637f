import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, utimesSync } from 'node:fs';
import { callTool } from '../../../src/agents/call.ts';
import { AgentFolder } from '../../../src/cli/agents/folder.ts';
import { stopFaults } from '../../../src/cli/agents/hooks.ts';
import type { Answer } from '../../../src/agents/tool.ts';
import { toolsFor } from '../../../src/cli/agents/tools.ts';
import { Repository } from '../../support/repository.ts';

const DOCUMENT = `# Orders

## REQ-1: Orders

**Acceptance Criteria**:

- An order is kept
- A refund is never larger than the order
`;
const EASIER = DOCUMENT.replace('is never larger than the order', 'can be made');
const CONFIGURATION = `documents: ['docs/**']
evidence:
  results: ['out/*.xml']
gates:
  merge: { scope: changed, max: { unmet: 0, partial: 0, failing: 0, unproven: 0 } }
tests:
  run:
    - files: ['test/**']
      # The project keeps what the runner writes beside what ReqTrace reads of this run alone.
      command: [node, --test, --test-reporter=junit, '--test-reporter-destination={results}', --test-reporter=junit, --test-reporter-destination=out/results.xml, '{files}']
`;
const TEST = "const { it } = require('node:test');\nconst assert = require('node:assert');\n";
const FILES: Readonly<Record<string, string>> = {
  'docs/orders.md': DOCUMENT,
  'src/keep.js': '// @implements REQ-1/AC1\nexports.keep = () => true;\n',
  'test/keep.test.js': `${TEST}const { keep } = require('../src/keep.js');\n\n// @verifies REQ-1/AC1\nit('keeps', () => assert.ok(keep()));\n`,
  'reqtrace.yaml': CONFIGURATION,
  '.gitignore': 'out/\n',
};
const REFUND = 'src/refund.js';
const REFUND_TEST = 'test/refund.test.js';
const CODE = 'exports.refund = (order, wanted) => Math.min(order, wanted);\n';

/** A test of the refund, with the call that declares it. */
function refundTest(call: string, body = 'assert.equal(refund(5, 9), 5)'): string {
  return `${TEST}const { refund } = require('../src/refund.js');\n\n// @verifies REQ-1/AC2\n${call}('is never larger', () => ${body});\n`;
}

/** An agent that has nothing but the tools, the files and the hook that it ends in. */
class Agent {
  readonly repository = new Repository(FILES);
  readonly #folder = new AgentFolder(this.repository.path, { trusted: true, env: {} });
  readonly #tools = toolsFor({ tests: true, writing: true });

  constructor() {
    this.repository.git(['checkout', '-q', '-b', 'work']);
    this.repository.write('out/.keep');
  }

  ask(tool: string, given: unknown = {}): Promise<Answer> {
    return callTool(this.#folder, this.#tools, tool, given);
  }

  /** What an answer says in its first line, where it is none about a wrong question. */
  async told(tool: string, given: unknown = {}): Promise<string> {
    const { text, isError } = await this.ask(tool, given);
    assert.notEqual(isError, true, text);
    return text;
  }

  claim(): Promise<string> {
    return this.told('check_claim', { refs: ['REQ-1/AC2'] });
  }

  /** Why it must not end yet. */
  end(): Promise<string | undefined> {
    return stopFaults(this.#folder, undefined);
  }

  /** Writes a file, some time ago: what runs after that is newer whatever the clock of the disk counts in. */
  write(name: string, text: string, minutesAgo = 60): void {
    this.repository.write(name, text);
    const then = Date.now() / 1000 - 60 * minutesAgo;
    utimesSync(this.repository.at(name), then, then);
  }
}

describe('the whole way of an agent', () => {
  let agent: Agent;
  beforeEach(() => {
    agent = new Agent();
  });
  afterEach(() => agent.repository.delete());

  /** As far as an honest agent is before it runs the tests. */
  async function implement(): Promise<void> {
    agent.write(REFUND, `// @implements REQ-1/AC2\n${CODE}`);
    agent.write(REFUND_TEST, refundTest('it'));
  }

  // @verifies RT-6.1/AC18~6008dd
  it('passes for one that does not cheat', async () => {
    assert.match(await agent.told('coverage'), /1 unmet/u);
    const open = await agent.told('next_criteria', { near: 'src' });
    const ref = /^(?<ref>\S+) \[unmet\] A refund/mu.exec(open)?.groups?.['ref'] ?? '';
    assert.equal(ref, 'REQ-1/AC2', open);
    assert.match(await agent.told('read_criterion', { ref }), /Next: write "@implements REQ-1\/AC2" above the code and "@verifies/u);

    // Without an annotation first, which the tool writes.
    agent.write(REFUND, CODE);
    agent.write(REFUND_TEST, refundTest('it').replace('// @verifies REQ-1/AC2\n', ''));
    for (const [file, line] of [
      [REFUND, 1],
      [REFUND_TEST, 5],
    ] as const)
      assert.match(await agent.told('annotate', { ref, file, line }), /^Wrote into /u);
    assert.match(readFileSync(agent.repository.at(REFUND_TEST), 'utf8'), /@verifies REQ-1\/AC2/u);

    assert.match(await agent.claim(), /^does not hold\nREQ-1\/AC2 met, unknown: there are no results of tests: run them$/u);
    assert.match(await agent.told('run_tests', { refs: ['REQ-1'] }), /passed {2}REQ-1\/AC2/u);
    assert.equal(await agent.claim(), 'holds\nREQ-1/AC2 met, proven');
    assert.match(await agent.told('check_claim', { files: [REFUND, REFUND_TEST] }), /^holds\n/u);
    const { text, data } = await agent.ask('review_changes');
    assert.deepEqual(data, { gates: 'hold', broken: [], suspect: [], rulesLessened: 0 }, text);
    assert.equal(await agent.end(), undefined);
  });

  const cheats: readonly (readonly [what: string, cheat: () => void, claim: RegExp, ran: RegExp | undefined, end: RegExp | undefined])[] = [
    [
      'an annotation without a test',
      () => agent.repository.remove(REFUND_TEST),
      /^does not hold\nREQ-1\/AC2 partial, \w+: no test/u,
      /No test is linked to any of these, so nothing was run\./u,
      undefined,
    ],
    [
      'an annotation on a test without code',
      () => agent.write(REFUND, CODE),
      /^does not hold\nREQ-1\/AC2 partial, \w+: no implementation/u,
      undefined,
      undefined,
    ],
    [
      'a skipped test',
      () => agent.write(REFUND_TEST, refundTest('it.skip')),
      /^does not hold\nREQ-1\/AC2 partial, \w+: no test/u,
      /not run {2}REQ-1\/AC2/u,
      undefined,
    ],
    [
      'a test that fails',
      () => agent.write(REFUND_TEST, refundTest('it', 'assert.equal(refund(5, 9), 9)')),
      /^does not hold\nREQ-1\/AC2 failing, \w+: a test fails/u,
      /failed {2}REQ-1\/AC2/u,
      /./u,
    ],
    [
      'an exempt mark',
      () => agent.write('docs/orders.md', `${DOCUMENT}\n**Needs**: none\n`),
      /^does not hold\nREQ-1\/AC2 exempt, \w+: it is marked as needing nothing/u,
      undefined,
      /waived or exempt now:\nREQ-1\/AC/u,
    ],
    [
      'a waiver',
      () => agent.write(REFUND, `// @waives REQ-1/AC2: too hard\n${CODE}`),
      /^does not hold\nREQ-1\/AC2 waived, \w+: it is an accepted gap/u,
      undefined,
      /waived or exempt now:\nREQ-1\/AC2/u,
    ],
    [
      'a need that is dropped',
      () => agent.write('reqtrace.yaml', `${CONFIGURATION}needs:\n  - { kinds: [implements] }\n`),
      /^does not hold\nREQ-1\/AC2 met, .*\nThis branch may ask for less than before, so the user has to agree: reqtrace\.yaml:\d+ /u,
      undefined,
      /ask for less than before:\nreqtrace\.yaml:\d+/u,
    ],
    [
      'a need that is dropped in the document',
      () => {
        agent.repository.remove(REFUND_TEST);
        agent.repository.commit('less', { 'docs/orders.md': `${DOCUMENT}\n**Needs**: implements\n` });
      },
      /^does not hold\nREQ-1\/AC2 met, .*\nThis branch may ask for less .*: docs\/orders\.md:\d+ .*needs implements now/u,
      undefined,
      /ask for less than before:\ndocs\/orders\.md:\d+/u,
    ],
    [
      'a report that cannot be read any more',
      () => agent.write('out/other.xml', '<testsuites><testsuite', 0),
      /^does not hold\nREQ-1\/AC2 met, proven\nout\/other\.xml cannot be read whole: .*: run the tests again$/u,
      undefined,
      /reports that cannot be read/u,
    ],
    [
      'a report that is not looked for any more',
      () => agent.write('reqtrace.yaml', CONFIGURATION.replace('out/*.xml', 'out/results.xml')),
      /^does not hold\nREQ-1\/AC2 met, proven\nThis branch may ask for less .*: reqtrace\.yaml:\d+ "evidence"/u,
      undefined,
      /ask for less than before/u,
    ],
    [
      'results that it commits',
      () => {
        agent.write('.gitignore', '');
        agent.repository.commit('results', {
          'out/other.xml': '<testsuites><testcase name="is never larger" file="test/refund.test.js"/></testsuites>',
        });
      },
      /^does not hold\n.*\nThis branch may ask for less .* the results in out\/other\.xml were committed with this branch/u,
      undefined,
      undefined,
    ],
    [
      'a test of which only the annotation is left',
      () => agent.write('test/keep.test.js', `${TEST}\n// @verifies REQ-1/AC1\n`),
      /^holds\n/u,
      undefined,
      /broken:\nREQ-1\/AC1/u,
    ],
    [
      'a configuration that cannot be read',
      () => agent.write('reqtrace.yaml', `${CONFIGURATION}gate: {}\n`),
      /^does not hold\nreqtrace\.yaml has errors:\nreqtrace\.yaml:\d+ error config-error/u,
      undefined,
      /^reqtrace\.yaml has errors:/u,
    ],
    [
      'a weaker gate',
      () => agent.write('reqtrace.yaml', CONFIGURATION.replace('unproven: 0', 'unproven: 9')),
      /^holds\n/u,
      undefined,
      /ask for less than before:\nreqtrace\.yaml:\d+/u,
    ],
    [
      'a criterion that is taken out',
      () => agent.write('docs/orders.md', DOCUMENT.replace('- An order is kept\n', '')),
      /^does not hold|^Nothing has the ID/u,
      undefined,
      /removed:|broken/u,
    ],
    [
      'a text that asks for less',
      () => agent.write('docs/orders.md', DOCUMENT.replace('is never larger than the order', 'can be made')),
      /^does not hold\nREQ-1\/AC2 met, proven\nThis branch changed what REQ-1\/AC2 asks for, .* It was: \| A refund is never larger than the order$/u,
      undefined,
      /1 that ask for something else than before:\nREQ-1\/AC2 was \| A refund is never/u,
    ],
    [
      'an easy criterion in its place',
      () => agent.write('docs/orders.md', DOCUMENT.replace('- A refund', '- An order exists\n- A refund')),
      /^does not hold\n.*\nThis branch changed what REQ-1\/AC2 asks for/u,
      undefined,
      /ask for something else than before:\nREQ-1\/AC2 was/u,
    ],
    [
      'another criterion in its place',
      () => agent.write('docs/orders.md', DOCUMENT.replace(/(- An order is kept\n)(.*)\n/u, '$2\n$1')),
      /^holds\n.*\nREQ-1\/AC2 is another criterion since this branch, so tell the user\. It was: \| A refund is never/u,
      undefined,
      undefined,
    ],
    [
      'a requirement that says less around its criteria',
      () => agent.write('docs/orders.md', DOCUMENT.replace('## REQ-1: Orders\n', '## REQ-1: Orders\n\nAll of it is a wish.\n')),
      /^holds\n.*\nThis branch changed what REQ-1 says around its criteria, so tell the user\. It was: \| Orders$/u,
      undefined,
      undefined,
    ],
    [
      'a document under another name, with an easy criterion under the id',
      () => {
        agent.repository.remove('docs/orders.md');
        agent.write('docs/refunds.md', '# Refunds\n\n## REQ-1: Money\n\n**Acceptance Criteria**:\n\n- Money is known\n- Money exists\n');
      },
      /^does not hold\n.*\nThis branch changed what REQ-1\/AC2 asks for, .* It was: \| A refund is never larger/u,
      undefined,
      /ask for something else than before|removed/u,
    ],
    [
      'another text in the place of the one that was committed',
      () => {
        agent.write('docs/orders.md', EASIER);
        const blob = (...args: readonly string[]): string =>
          execFileSync('git', args, { cwd: agent.repository.path, encoding: 'utf8' }).trim();
        agent.repository.git(['replace', blob('rev-parse', 'HEAD:docs/orders.md'), blob('hash-object', '-w', 'docs/orders.md')]);
      },
      /^does not hold\n.*\nThis branch changed what REQ-1\/AC2 asks for/u,
      undefined,
      /ask for something else than before:\nREQ-1\/AC2 was/u,
    ],
    [
      'another folder for git to look at',
      () => {
        const elsewhere = agent.repository.at('out/copy');
        cpSync(agent.repository.at('docs'), `${elsewhere}/docs`, { recursive: true });
        agent.repository.git(['config', 'core.worktree', elsewhere]);
        agent.write('docs/orders.md', EASIER);
      },
      /^does not hold\n.*\nThis branch changed what REQ-1\/AC2 asks for/u,
      undefined,
      /ask for something else than before:\nREQ-1\/AC2 was/u,
    ],
    ...['--assume-unchanged', '--skip-worktree'].map((flag): (typeof cheats)[number] => [
      `a document that git is told not to look at, ${flag}`,
      () => {
        agent.repository.git(['update-index', flag, 'docs/orders.md']);
        agent.write('docs/orders.md', `${DOCUMENT}\n**Needs**: implements\n`);
      },
      /^does not hold\n.*\nThis branch may ask for less .*: docs\/orders\.md:\d+ .*needs implements now/u,
      undefined,
      /ask for less than before:\ndocs\/orders\.md:\d+/u,
    ]),
  ];
  for (const [what, cheat, claim, ran, end] of cheats)
    // @verifies RT-6.1/AC22~aed65e
    // @verifies RT-6.1/AC24~15c1b7
    it(`says what is missing to one that tries ${what}`, async () => {
      await implement();
      cheat();
      const { text } = await agent.ask('run_tests', { refs: ['REQ-1/AC2'] });
      if (ran) assert.match(text, ran);
      assert.match((await agent.ask('check_claim', { refs: ['REQ-1/AC2'] })).text, claim);
      const reason = await agent.end();
      if (end) assert.match(reason ?? 'nothing', end);
    });

  it('says that results were taken away, and that code changed which git is told not to look at', async () => {
    await implement();
    await agent.told('run_tests', { refs: ['REQ-1/AC2'] });
    agent.repository.git(['add', '-A']);
    agent.repository.git(['commit', '-q', '-m', 'refund']);
    assert.equal(await agent.end(), undefined);
    agent.repository.git(['update-index', '--assume-unchanged', REFUND]);
    agent.write(REFUND, `// @implements REQ-1/AC2\n${CODE.replace('Math.min(order, wanted)', 'wanted')}`, -1);
    assert.match(await agent.claim(), /^does not hold\n.*results older than the code/u);
    agent.repository.remove('out/results.xml');
    assert.match((await agent.end()) ?? '', /^1 claimed without proof: .*\nREQ-1\/AC2/u);
  });

  it('says that results are older than what the code imports, however far away, and not of other files', async () => {
    agent.write(
      REFUND,
      "// @implements REQ-1/AC2\nconst {\n  cap,\n} = require('./cap.js');\nexports.refund = (order, wanted) => cap(order, wanted);\n",
    );
    agent.write('src/cap.js', "exports.cap = require('./deep/least.js').least;\n");
    agent.write('src/deep/least.js', 'exports.least = Math.min;\n');
    agent.write('src/other.js', 'exports.other = 1;\n');
    agent.write(REFUND_TEST, refundTest('it'));
    await agent.told('run_tests', { refs: ['REQ-1/AC2'] });
    assert.match(await agent.claim(), /^holds\n/u);
    agent.write('src/other.js', 'exports.other = 2;\n', -1);
    assert.match(await agent.claim(), /^holds\n/u);
    agent.write('src/deep/least.js', 'exports.least = (a, b) => b;\n', -1);
    assert.equal(
      await agent.claim(),
      'does not hold\nREQ-1/AC2 met, proven\nsrc/deep/least.js: used by its code or tests, as far as words show, and changed after the tests ran, so run them again',
    );
    assert.match(await agent.told('run_tests', { refs: ['REQ-1/AC2'] }), /failed/u);
    assert.match(await agent.claim(), /failing/u);
  });

  it('says that a criterion is gone to one that claims the rest of a requirement', async () => {
    agent.write('docs/orders.md', DOCUMENT.replace(/- A refund.*\n/u, ''));
    await agent.told('run_tests', { refs: ['REQ-1'] });
    assert.match(
      await agent.told('check_claim', { refs: ['REQ-1'] }),
      /^does not hold\n.*\nThis branch removed a criterion of it, so the user has to agree: \| A refund is never larger/u,
    );
    assert.match((await agent.end()) ?? '', /^1 removed:\nREQ-1\/AC2/u);
  });

  it('lets claims hold on the branch that brings the first rules', async () => {
    await implement();
    agent.repository.git(['rm', '-q', '--cached', 'reqtrace.yaml']);
    agent.repository.git(['commit', '-q', '-m', 'none']);
    agent.repository.git(['branch', '-q', '-f', 'main']);
    await agent.told('run_tests', { refs: ['REQ-1/AC2'] });
    assert.match(await agent.claim(), /^holds\n/u);
    // Needs that were the default all the same are not taken away by it.
    agent.write('reqtrace.yaml', `${CONFIGURATION}needs:\n  - { kinds: [implements] }\n`);
    assert.match(await agent.claim(), /^does not hold\n/u);
  });

  it('says that results are older than the code to one that changes it after they ran', async () => {
    await implement();
    await agent.told('run_tests', { refs: ['REQ-1/AC2'] });
    assert.match(await agent.claim(), /^holds\n/u);
    agent.write(REFUND, `// @implements REQ-1/AC2\n${CODE.replace('Math.min(order, wanted)', 'wanted')}`, -1);
    assert.equal(await agent.claim(), 'does not hold\nREQ-1/AC2 met, proven: results older than the code: run its tests');
    assert.match((await agent.end()) ?? '', /claimed without proof: .*\nREQ-1\/AC2/u);
    assert.match(await agent.told('run_tests', { refs: ['REQ-1/AC2'] }), /failed {2}REQ-1\/AC2/u);
    assert.match(await agent.claim(), /failing/u);
  });
});
