import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertGolden } from '../support/golden.ts';
import type { Repository } from '../support/repository.ts';
import { repositories, runIn } from '../support/repository.ts';
import { PROJECT } from '../support/sandbox.ts';

const make = repositories();
const GATES = `gates:
  merge: { scope: changed, max: { unmet: 0, partial: 0, stale: 0 }, forbid: [unknown-reference] }
  release: { max: { unmet: 0 }, min: { met: 80% } }
  proof: { max: { unproven: 0 } }
  easy: { max: { unmet: 100% } }
`;

function project(more: Readonly<Record<string, string>> = {}): Repository {
  return make({ ...PROJECT, 'reqtrace.yaml': GATES, ...more });
}

const NEW_CRITERION = { 'docs/new.md': '### Integration Point 3.1: Returns\n\n**Acceptance Criteria**:\n\n- [ ] Returns are paid back\n' };

describe('reqtrace check --gate', () => {
  // @verifies RT-5.2/AC1~7f8935
  it('names the condition, the criterion, the place and what would fix it', async () => {
    const { code, stdout } = await project().run(['check', '--gate', 'release']);
    assertGolden('gate.txt', stdout);
    assert.equal(code, 1);
  });

  for (const format of ['json', 'github'] as const) {
    it(`prints ${format}`, async () => {
      const { code, stdout } = await project().run(['check', '--gate', 'release', '--format', format]);
      assertGolden(`gate.${format}`, stdout);
      assert.equal(code, 1);
    });
  }

  // @verifies RT-5.2/AC3~f22b98
  it('lets old debt pass where only the changes count', async () => {
    const repository = project({ 'src/old.ts': '// @implements IP-7.7\n' });
    // Nothing is compared with nothing.
    const same = await repository.run(['check', '--gate', 'merge']);
    assert.equal(same.code, 2);
    assert.match(same.stdout, /main and what is checked out are the same commit, so there is nothing to judge/u);
    repository.git(['checkout', '-q', '-b', 'work']);
    repository.commit('nothing yet', { 'notes.txt': 'Nothing.\n' });
    assert.equal((await repository.run(['check', '--gate', 'merge'])).code, 0);
    repository.commit('an unmet criterion', NEW_CRITERION);
    const { code, stdout } = await repository.run(['check', '--gate', 'merge']);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /✗ max unmet: 0 {2}the only criterion is unmet\n {4}docs\/new\.md:5 {2}IP-3\.1\/AC1 unmet: no implementation and no test\n {8}fix: write "@implements IP-3\.1\/AC1" above the code/u,
    );
    assert.match(stdout, /✓ forbid unknown-reference/u);
  });

  it('sees a reference that a change elsewhere made unknown', async () => {
    const repository = project({ ...NEW_CRITERION, 'src/returns.ts': '// @implements IP-3.1/AC1\nexport function pay(): void {}\n' });
    repository.change({ 'docs/new.md': null });
    const { code, stdout } = await repository.run(['check', '--gate', 'merge', '--base', 'HEAD']);
    assert.equal(code, 1);
    assert.match(stdout, /✗ forbid unknown-reference {2}there is 1\n {4}src\/returns\.ts:1 {2}/u);
  });

  // @verifies RT-5.2/AC5~f50f9d
  it('lets known debt pass, and nothing that is new', async () => {
    const repository = project();
    const written = await repository.run(['check', '--gate', 'release', '--write-baseline', 'debt.txt']);
    assert.deepEqual([written.code, written.stdout], [0, 'Wrote 3 entries to debt.txt\n']);
    assertGolden('debt.txt', readFileSync(repository.at('debt.txt'), 'utf8'));
    const judge = async (): Promise<number> => (await repository.run(['check', '--gate', 'release', '--baseline', 'debt.txt'])).code;
    assert.equal(await judge(), 0);
    // Half of the debt paid is no new debt.
    repository.change({ 'src/stock.ts': '// @implements IP-1.2/AC1\nexport function count(): void {}\n' });
    assert.equal(await judge(), 0);
    repository.change(NEW_CRITERION);
    assert.equal(await judge(), 1);
  });

  it('counts shares of what needs anything', async () => {
    assert.match((await project().run(['check', '--gate', 'easy'])).stdout, /✓ max unmet: 100% {2}2 of 4 criteria are unmet/u);
  });

  it('cannot be decided without results where proof is asked', async () => {
    const { code, stdout } = await project().run(['check', '--gate', 'proof']);
    assert.equal(code, 2);
    assert.match(stdout, /^Gate proof cannot be decided\n {2}\? max unproven: 0 {2}there are no test results to prove 4 criteria/u);
  });

  it('is decided by results', async () => {
    const junit = (body: string): string =>
      `<testsuites><testsuite name="orders"><testcase classname="test/orders.test.ts" name="IP-1.1 AC1 confirms an order" file="test/orders.test.ts">${body}</testcase></testsuite></testsuites>\n`;
    const repository = make({
      'docs/launch.md': '### Integration Point 1.1: Orders\n\n**Acceptance Criteria**:\n\n- [ ] Orders are confirmed within a minute\n',
      'src/orders.ts': PROJECT['src/orders.ts'] ?? '',
      'test/orders.test.ts': PROJECT['test/orders.test.ts'] ?? '',
      'reqtrace.yaml': GATES,
      'junit.xml': junit(''),
    });
    assert.equal((await repository.run(['check', '--gate', 'proof'])).code, 0);
    repository.change({ 'junit.xml': junit('<skipped/>') });
    const { code, stdout } = await repository.run(['check', '--gate', 'proof']);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /IP-1\.1\/AC1 unproven: its test was skipped\n {8}fix: switch on "AC1 confirms an order" in test\/orders\.test\.ts:2/u,
    );
  });

  const refusals: readonly [what: string, folder: () => string, argv: readonly string[], message: RegExp][] = [
    ['a gate that is not there', () => project().path, ['--gate', 'merg'], /reqtrace\.yaml has no gate merg \(did you mean "merge"\?\)/u],
    ['a gate where there is none', () => make(PROJECT).path, ['--gate', 'merge'], /reqtrace\.yaml has no gates: write one under "gates"/u],
    ['the prototype', () => project().path, ['--gate', 'constructor'], /has no gate constructor; it has merge, release, proof, easy/u],
    [
      'changes without a repository',
      () => {
        const folder = project();
        folder.remove('.git');
        return folder.path;
      },
      ['--gate', 'merge'],
      /Gate merge cannot be decided: .* is in no git repository/u,
    ],
    [
      'changes since what a shallow clone lacks',
      () => {
        const folder = project();
        folder.commit('two');
        folder.git(['clone', '-q', '--depth', '1', `file://${folder.path}`, 'clone']);
        return folder.at('clone');
      },
      ['--gate', 'merge', '--base', 'HEAD~1'],
      /Gate merge cannot be decided: There is no revision HEAD~1; this clone is shallow/u,
    ],
    ['paths beside a gate', () => project().path, ['--gate', 'merge', 'docs'], /--gate judges the whole workspace folder/u],
    ['options of a gate without one', () => project().path, ['--baseline', 'debt.txt'], /--baseline goes with a gate: add --gate NAME/u],
    [
      'a format that has no verdicts',
      () => project().path,
      ['--gate', 'merge', '--format', 'sarif'],
      /--gate prints text, json, github, azure, not sarif/u,
    ],
    [
      'a file of debt that is not there',
      () => project().path,
      ['--gate', 'release', '--baseline', 'debt.txt'],
      /Cannot read debt\.txt: write it first, with --write-baseline debt\.txt/u,
    ],
    [
      'one with marks of a merge',
      () => project({ 'debt.txt': '<<<<<<< HEAD\nunmet a\n' }).path,
      ['--gate', 'release', '--baseline', 'debt.txt'],
      /debt\.txt has marks of a merge conflict/u,
    ],
    [
      'one that cannot be written',
      () => project().path,
      ['--gate', 'release', '--write-baseline', 'no/such/debt.txt'],
      /Cannot write no\/such\/debt\.txt/u,
    ],
  ];
  for (const [what, folder, argv, message] of refusals) {
    it(`ends with 2 and one line for ${what}`, async () => {
      const { code, stdout, stderr } = await runIn(folder(), ['check', ...argv]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(stderr.split('\n').length, 2);
    });
  }
});

describe('whose rules judge a gate', () => {
  const LOOSE = GATES.replace('max: { unmet: 0, partial: 0, stale: 0 }', 'max: { unmet: 9 }');

  /** A branch that adds a criterion which nothing meets, and more. */
  function branch(more: Readonly<Record<string, string>>, before: Readonly<Record<string, string>> = {}): Repository {
    const repository = project(before);
    repository.git(['checkout', '-q', '-b', 'work']);
    repository.commit('its own', { ...NEW_CRITERION, ...more });
    return repository;
  }

  // @verifies RT-5.2/AC4~aac859
  it('are those of the base, which tells what changed of them, between which commits', async () => {
    const repository = branch({ 'reqtrace.yaml': LOOSE });
    const { code, stdout } = await repository.run(['check', '--gate', 'merge', '--gate', 'easy']);
    assert.equal(code, 1);
    const [base, head] = ['main', 'HEAD'].map((name) => repository.ask('rev-parse', name).slice(0, 10));
    assert.match(
      stdout,
      new RegExp(`^Gate merge does not hold .*\n {2}from main \\(${base}\\) to working tree \\(${head}\\)\n {2}Rules changed\n`, 'u'),
    );
    assert.match(stdout, /reqtrace\.yaml:2 {2}the gate merge: max unmet was 0 and is 9 now \(asks for less\)/u);
    assert.match(
      stdout,
      /Note: judged by reqtrace\.yaml of main, which this branch changes\n {2}✗ max unmet: 0 {2}the only criterion is unmet/u,
    );
    assert.match(stdout, /\nGate easy holds\n/u);
  });

  const cases: readonly [
    what: string,
    more: Readonly<Record<string, string>>,
    code: number,
    stdout: RegExp,
    before?: Readonly<Record<string, string>>,
  ][] = [
    [
      'leave out no document that the branch leaves out',
      { 'reqtrace.yaml': `exclude: [docs/new.md]\n${GATES}` },
      1,
      /"exclude" of reqtrace\.yaml has "docs\/new\.md" now \(asks for less\)/u,
    ],
    [
      'know no waiver that the branch writes into them',
      { 'reqtrace.yaml': `${GATES}waivers: [{ ref: IP-3.1/AC1, reason: later }]\n` },
      1,
      /✗ max unmet: 0/u,
    ],
    ['hold a gate that the branch takes away', { 'reqtrace.yaml': 'needs: [implements, verifies]\n' }, 1, /the gate merge is gone/u],
    [
      'are its own where the base says so',
      { 'reqtrace.yaml': LOOSE.replace('scope: changed', 'scope: changed, rules: head') },
      0,
      /✓ max unmet: 9/u,
      { 'reqtrace.yaml': GATES.replace('scope: changed', 'scope: changed, rules: head') },
    ],
    [
      'are its own for a gate that the base lacks',
      { 'reqtrace.yaml': LOOSE },
      0,
      /Note: gate merge is new, main does not have it/u,
      { 'reqtrace.yaml': 'needs: [implements, verifies]\n' },
    ],
    [
      'are its own where those of the base have errors',
      { 'reqtrace.yaml': LOOSE },
      0,
      /Note: reqtrace\.yaml of main has errors/u,
      { 'reqtrace.yaml': 'gates: 7\n' },
    ],
  ];
  for (const [what, more, expected, told, before] of cases) {
    it(what, async () => {
      const { code, stdout } = await branch(more, before).run(['check', '--gate', 'merge', '--base', 'main']);
      assert.equal(code, expected, stdout);
      assert.match(stdout, told);
    });
  }

  it('take known debt as the base has it', async () => {
    const debt = (key: string): string => `unmet docs/${key}\n`;
    const repository = branch(
      { 'debt.txt': debt('launch#IP-1.2/AC1') + debt('new#IP-3.1/AC1') },
      { 'debt.txt': debt('launch#IP-1.2/AC1') },
    );
    const { code, stdout } = await repository.run(['check', '--gate', 'merge', '--baseline', 'debt.txt', '--format', 'json']);
    assert.equal(code, 1);
    const { rules, changedRules, notes, base, head } = JSON.parse(stdout);
    assert.deepEqual(
      [rules, changedRules.map(({ rule }: { rule: string }) => rule), base.name, head.commit],
      ['base', ['baseline'], 'main', repository.ask('rev-parse', 'HEAD')],
    );
    assert.match(notes.join('\n'), /^not counted of debt\.txt: 1 line that main does not have$/mu);
  });

  it('are told where nothing is compared but them', async () => {
    const { code, stdout } = await branch({ 'reqtrace.yaml': GATES.replace('release: { max: { unmet: 0 }, ', 'release: { ') }).run([
      'check',
      '--gate',
      'release',
    ]);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /the gate release asks no longer for max unmet: 0 \(asks for less\)\n {2}Note: reqtrace\.yaml differs from that of main/u,
    );
  });

  it('are said to have no base in a repository without a default branch, and nothing elsewhere', async () => {
    const repository = project();
    repository.git(['branch', '-m', 'main', 'topic']);
    const question = ['check', '--gate', 'easy'];
    assert.match(
      (await repository.run(question)).stdout,
      /Note: reqtrace\.yaml was taken as it is here, with no base that could have another: There is no default branch to compare HEAD with/u,
    );
    repository.remove('.git');
    assert.doesNotMatch((await repository.run(question)).stdout, /Note:/u);
  });
});
