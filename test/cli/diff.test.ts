import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { LIST_NAMES } from '../../src/query/diff/difference.ts';
import { assertGolden } from '../support/golden.ts';
import type { Repository } from '../support/repository.ts';
import { repositories, runIn } from '../support/repository.ts';
import { PROJECT } from '../support/sandbox.ts';

const schema: object = JSON.parse(readFileSync(new URL('../../schemas/diff.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const make = repositories();

const DOCUMENT = PROJECT['docs/launch.md'] ?? '';
const CODE = PROJECT['src/orders.ts'] ?? '';
const MORE_TESTS = `describe('IP-1.1', () => {
  it('AC1 confirms an order', () => {});
  it('AC2 rejects an empty order', () => {});
});
`;

/** Lists with entries of the JSON output, ids only. */
async function lists(repository: Repository, ...argv: string[]): Promise<Record<string, string[]>> {
  return listsIn(repository.path, ...argv);
}

async function listsIn(folder: string, ...argv: string[]): Promise<Record<string, string[]>> {
  const { stdout, stderr } = await runIn(folder, ['diff', '--format', 'json', ...argv]);
  assert.equal(stderr, '');
  assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors));
  const report = JSON.parse(stdout);
  return Object.fromEntries(
    LIST_NAMES.filter((name) => report[name].length).map((name) => [name, report[name].map(({ id }: { id: string }) => id)]),
  );
}

/** On a branch: one list entry of most kinds, among them staged, unstaged and new files. */
function branch(): Repository {
  const repository = make(PROJECT);
  repository.git(['checkout', '-q', '-b', 'work']);
  repository.commit('reword and remove', {
    'docs/launch.md': DOCUMENT.replace('within a minute', 'within ten seconds')
      .replace('- [ ] Orders are kept for ten years\n', '')
      .replace('- [ ] Stock is counted after each order', '- [ ] Stock is counted after each order\n- [ ] Stock is never below zero'),
  });
  repository.change({
    'test/orders.test.ts': MORE_TESTS,
    'src/stock.ts': '// @implements IP-1.2/AC1\nexport function count(): void {}\n',
    'src/free.ts': 'export const free = 1;\n',
  });
  repository.git(['add', 'test']);
  return repository;
}

describe('reqtrace diff', () => {
  for (const [format, name] of [
    ['text', 'diff.txt'],
    ['markdown', 'diff.md'],
    ['json', 'diff.json'],
    ['github', 'diff.github.txt'],
  ] as const) {
    it(`prints ${format}`, async () => {
      const repository = branch();
      const { code, stdout, stderr } = await repository.run(['diff', '--format', format, '--unclaimed']);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assertGolden(
        name,
        stdout
          .replaceAll(repository.ask('rev-parse', 'main'), '0'.repeat(40))
          .replaceAll(repository.ask('rev-parse', 'main').slice(0, 10), '0'.repeat(10))
          .replaceAll(repository.ask('rev-parse', 'HEAD'), '1'.repeat(40))
          .replaceAll(repository.ask('rev-parse', 'HEAD').slice(0, 10), '1'.repeat(10)),
      );
    });
  }

  // @verifies RT-6.1/AC3~026636
  it('fails only on the lists that it is told to fail on', async () => {
    const repository = branch();
    assert.equal((await repository.run(['diff', '--fail-on', 'waived,renumbered'])).code, 0);
    assert.equal((await repository.run(['diff', '--fail-on', 'met,removed'])).code, 1);
  });

  it('says so when nothing happened', async () => {
    const { code, stdout } = await make(PROJECT).run(['diff', 'HEAD', 'HEAD']);
    assert.deepEqual([code, stdout.endsWith('No requirement changed.\n')], [0, true]);
  });

  it('compares what is staged with HEAD, and with the working tree it compares that', async () => {
    const repository = make(PROJECT);
    repository.change({ 'test/orders.test.ts': MORE_TESTS });
    assert.deepEqual(await lists(repository, '--staged'), {});
    repository.git(['add', '-A']);
    repository.change({ 'test/orders.test.ts': '' });
    assert.deepEqual(await lists(repository, '--staged'), { met: ['IP-1.1/AC2'] });
    assert.deepEqual(await lists(repository), { broken: ['IP-1.1/AC1'] });
  });

  describe('compares what is staged with nothing before the first commit', () => {
    const begun = (stage: (repository: Repository) => void): Repository => {
      const repository = make();
      repository.change({ ...PROJECT, 'test/orders.test.ts': MORE_TESTS });
      stage(repository);
      return repository;
    };
    const all = ['IP-1.1/AC1', 'IP-1.1/AC2', 'IP-1.1/AC3', 'IP-1.1/AC4', 'IP-1.2/AC1'];
    const cases: readonly [what: string, stage: (repository: Repository) => void, expected: readonly string[]][] = [
      ['all of it', (repository) => repository.git(['add', '-A']), all],
      ['nothing', () => undefined, []],
      ['some of it', (repository) => repository.git(['add', 'src']), []],
      [
        'on a branch without a history',
        (repository) => {
          repository.commit('first');
          repository.git(['checkout', '-q', '--orphan', 'other']);
        },
        all,
      ],
    ];
    for (const [what, stage, expected] of cases)
      it(what, async () => {
        const repository = begun(stage);
        const found = Object.values(await lists(repository, '--staged')).flat();
        assert.deepEqual(found.filter((id) => id.includes('/')).sort(), expected);
        const { code, stdout } = await repository.run(['diff', '--staged', '--fail-on', 'broken,suspect']);
        assert.equal(code, 0);
        assert.match(stdout, /^Requirements from no commit to staged changes\n/u);
        assert.match(stdout, /\nNote: There is no commit on this branch yet, so what is staged is compared with nothing\n/u);
      });

    it('and not where what is checked out is lost', async () => {
      const repository = make(PROJECT);
      repository.write('.git/refs/heads/main', `${'1'.repeat(40)}\n`);
      const { code, stdout } = await repository.run(['diff', '--staged']);
      assert.deepEqual([code, stdout], [2, '']);
    });
  });

  it('takes for the same what was moved and is not added yet, and so do gates', async () => {
    const old = { 'src/b.ts': '// @implements IP-9.9\nexport function b() {}\n' };
    const gate = 'gates:\n  merge:\n    scope: changed\n    forbid: [unknown-reference]\n';
    const repository = make({ ...PROJECT, ...old, 'reqtrace.yaml': gate });
    repository.change({ 'docs/launch.md': null, 'docs/start.md': DOCUMENT, 'src/b.ts': null, 'src/n/c.ts': old['src/b.ts'] });
    assert.deepEqual(await lists(repository, 'main'), {});
    const judged = ['check', '--gate', 'merge', '--base', 'main'];
    assert.equal((await repository.run(judged)).code, 0);
    repository.change({ 'src/n/c.ts': `${old['src/b.ts']}\n// @implements IP-9.8\nexport function c() {}\n` });
    assert.equal((await repository.run(judged)).code, 1);
  });

  it('tells what became of waivers of reqtrace.yaml', async () => {
    const waiver = (rest: string): string => `waivers:\n  - ref: IP-1.1/AC3\n    reason: measured by hand\n${rest}`;
    const repository = make({ ...PROJECT, 'reqtrace.yaml': waiver('    until: 2026-12-31\n    owner: Ann\n') });
    assert.deepEqual(await lists(repository, 'main'), {});
    for (const rest of [
      '    until: 2099-12-31\n    owner: Ann\n',
      '    until: 2026-12-31\n',
      '    until: 2026-12-31\n    owner: Bob\n',
      '',
    ]) {
      repository.change({ 'reqtrace.yaml': waiver(rest) });
      assert.deepEqual(await lists(repository, 'main'), { waived: ['IP-1.1/AC3'] }, rest);
    }
    const { stdout } = await repository.run(['diff', 'main']);
    assert.match(stdout, /its waiver changed: it was "measured by hand \(Ann\) until 2026-12-31" and is "measured by hand" now/u);
  });

  it('says why a criterion is asked for that is not new', async () => {
    const deferred = DOCUMENT.replace('- [ ] Orders are kept for ten years', '- [ ] [deferred] Orders are kept for ten years');
    const repository = make({ ...PROJECT, 'docs/launch.md': deferred });
    repository.change({ 'docs/launch.md': DOCUMENT });
    const { stdout } = await repository.run(['diff', 'main']);
    assert.match(stdout, /New and not met\n(?:.*\n){2} +was exempt, is unmet: it needs something now\n/u);
  });

  // @verifies RT-5.1/AC6~c3b164
  it('touches neither the working tree nor anything of git', async () => {
    const repository = branch();
    const before = repository.state();
    for (const argv of [['diff'], ['diff', '--staged'], ['diff', 'main', 'HEAD', '--unclaimed']]) await repository.run(argv);
    assert.deepEqual(repository.state(), before);
  });

  it('compares one revision from where the branches parted, two as they are', async () => {
    const repository = make(PROJECT);
    repository.git(['checkout', '-q', '-b', 'work']);
    repository.commit('a test', { 'test/orders.test.ts': MORE_TESTS });
    repository.git(['checkout', '-q', 'main']);
    repository.commit('others are at work', { 'src/stock.ts': '// @implements IP-1.2/AC1\nexport function count(): void {}\n' });
    repository.git(['checkout', '-q', 'work']);
    const ours = { met: ['IP-1.1/AC2'] };
    assert.deepEqual(await lists(repository), ours);
    assert.deepEqual(await lists(repository, 'main'), ours);
    assert.deepEqual(await lists(repository, 'main...'), ours);
    assert.deepEqual(await lists(repository, 'main', 'work'), { broken: ['IP-1.2/AC1'], ...ours });
    assert.deepEqual(await lists(repository, 'main..work'), { broken: ['IP-1.2/AC1'], ...ours });
  });

  // @verifies RT-5.1/AC4~5d1956
  it('follows renamed documents, code and tests', async () => {
    const repository = make(PROJECT);
    repository.git(['checkout', '-q', '-b', 'work']);
    repository.commit('rename', {
      'docs/launch.md': null,
      'docs/start.md': DOCUMENT,
      'src/orders.ts': null,
      'src/sales.ts': CODE,
      'test/orders.test.ts': null,
      'test/sales.test.ts': PROJECT['test/orders.test.ts'] ?? '',
    });
    assert.deepEqual(await lists(repository), {});
  });

  // @verifies RT-5.1/AC4~5d1956
  it('follows a criterion that is moved to another document', async () => {
    const repository = make(PROJECT);
    repository.change({
      'docs/launch.md': DOCUMENT.replace('- [ ] Orders are kept for ten years\n', '').replace(
        '- [ ] The counter',
        '- [ ] AC4: The counter',
      ),
      'docs/archive.md': '### Integration Point 2.1: Archive\n\n**Acceptance Criteria**:\n\n- [ ] Orders are kept for ten years\n',
    });
    const { stdout } = await repository.run(['diff']);
    assert.match(stdout, /AC1 \(renumbered from docs\/launch#IP-1\.1\/AC3\) {2}Orders are kept for ten years/u);
    assert.deepEqual(await lists(repository), { renumbered: ['IP-2.1/AC1'] });
  });

  it('takes CRLF in the working tree for the same text', async () => {
    const repository = make(PROJECT);
    repository.change(Object.fromEntries(Object.entries(PROJECT).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])));
    assert.deepEqual(await lists(repository), {});
  });

  it('reads each side under its own reqtrace.yaml', async () => {
    const repository = make({ ...PROJECT, 'reqtrace.yaml': 'needs: [implements]\n' });
    repository.change({ 'reqtrace.yaml': 'needs: [implements, verifies]\n' });
    assert.deepEqual(await lists(repository), { broken: ['IP-1.1/AC2'] });
    repository.change({ 'reqtrace.yaml': 'documents: [plans/**]\n' });
    assert.deepEqual(await lists(repository), { removed: ['IP-1.1/AC1', 'IP-1.1/AC2', 'IP-1.1/AC3', 'IP-1.1/AC4', 'IP-1.2/AC1'] });
  });

  it('uses the defaults, and says so, for a base whose reqtrace.yaml has errors', async () => {
    const repository = make({ ...PROJECT, 'reqtrace.yaml': 'needs: implements\n' });
    repository.change({ 'reqtrace.yaml': '' });
    const { code, stdout } = await repository.run(['diff', 'HEAD']);
    assert.equal(code, 0);
    assert.match(stdout, /Note: reqtrace\.yaml of HEAD has errors, so the defaults were used for that side/u);
  });

  it('reads code again that only the base has requirements for', async () => {
    const repository = make({
      ...PROJECT,
      'docs/old.md': '## OLD-1: Faxes\n\n**Acceptance Criteria**:\n\n- They are answered\n',
      'src/fax.ts': '// @implements OLD-1\nexport function fax(): void {}\n',
      'test/fax.test.ts': "it('OLD-1/AC1 answers', () => {});\n",
    });
    repository.change({ 'docs/old.md': null });
    const { stdout } = await repository.run(['diff', '--format', 'json']);
    const [removed] = JSON.parse(stdout).removed;
    assert.deepEqual([removed.id, removed.was, removed.links.length], ['OLD-1/AC1', 'met', 2]);
  });

  it('works in a folder of a repository, seeing only that', async () => {
    const repository = make(
      Object.fromEntries(Object.entries({ ...PROJECT, 'reqtrace.yaml': '' }).map(([path, text]) => [`shop/${path}`, text])),
    );
    repository.change({ 'shop/test/orders.test.ts': MORE_TESTS, 'other/docs/a.md': DOCUMENT });
    assert.deepEqual(await listsIn(repository.at('shop')), { met: ['IP-1.1/AC2'] });
  });

  it('works in a linked worktree', async () => {
    const repository = make(PROJECT);
    repository.git(['worktree', 'add', '-q', '-b', 'work', 'linked']);
    repository.write('linked/test/orders.test.ts', MORE_TESTS);
    assert.deepEqual(await listsIn(repository.at('linked')), { met: ['IP-1.1/AC2'] });
  });

  it('holds submodules and clones equal, and says so', async () => {
    const library = make({
      'docs/library.md': '## LIB-1: Lend\n\n**Acceptance Criteria**:\n- lends\n',
      'src/library.ts': '// @implements IP-1.2/AC1\n',
    });
    const repository = make(PROJECT);
    repository.git(['submodule', '--quiet', 'add', library.path, 'libs/library']);
    repository.commit('a submodule');
    repository.git(['clone', '--quiet', library.path, 'clone']);
    library.commit('more', { 'docs/more.md': '## LIB-2: More\n' });
    for (const inner of ['libs/library', 'clone']) {
      repository.git(['pull', '-q'], inner);
      repository.write(`${inner}/src/new.ts`, '// @implements IP-1.1/AC3\n');
    }
    for (const argv of [[], ['HEAD~1'], ['--staged']]) {
      const { code, stdout } = await repository.run(['diff', ...argv]);
      assert.equal(code, 0);
      assert.match(stdout, /No requirement changed\./u, argv.join());
      if (argv.length === 0)
        assert.match(stdout, /Note: Submodules are other repositories and were taken as they are now on both sides: libs\/library\n$/u);
    }
    // What the folder's own repository does counts against them as they are.
    repository.write('test/new.test.ts', '// @verifies IP-1.2/AC1\n');
    assert.deepEqual(await lists(repository), { met: ['IP-1.2/AC1'] });
    repository.remove('test/new.test.ts');
    repository.remove('clone');
    repository.commit('moved on');
    assert.match(
      (await repository.run(['diff', 'HEAD~1', 'HEAD'])).stdout,
      /Note: Submodules are other repositories and were not read: libs\/library\n$/u,
    );
  });

  it('finds the default branch of a clone', async () => {
    const repository = make(PROJECT);
    repository.git(['branch', '-m', 'trunk']);
    repository.git(['clone', '-q', repository.path, 'clone']);
    repository.write('clone/test/orders.test.ts', MORE_TESTS);
    assert.deepEqual(await listsIn(repository.at('clone')), { met: ['IP-1.1/AC2'] });
  });

  const refusals: readonly [what: string, make: () => string, argv: readonly string[], message: RegExp][] = [
    [
      'without a repository',
      () => {
        const folder = make(PROJECT);
        folder.remove('.git');
        return folder.path;
      },
      [],
      /is in no git repository/u,
    ],
    ['before the first commit', () => make().path, [], /There is no commit here yet/u],
    ['before the first commit, a revision asked for', () => make().path, ['main'], /There is no commit here yet/u],
    ['for a revision that is not there', () => make(PROJECT).path, ['nowhere'], /There is no revision nowhere; name a branch/u],
    ['for what looks like an option of git', () => make(PROJECT).path, ['HEAD', '--', '--all'], /There is no revision --all/u],
    [
      'without a default branch',
      () => {
        const folder = make(PROJECT);
        folder.git(['branch', '-m', 'trunk']);
        return folder.path;
      },
      [],
      /There is no default branch to compare HEAD with/u,
    ],
    [
      'in a clone that is too shallow',
      () => shallow('main'),
      ['HEAD~1'],
      /There is no revision HEAD~1; this clone is shallow: .*fetch-depth: 0/u,
    ],
    [
      'in a clone without the common ancestor',
      () => shallow('work'),
      ['origin/main'],
      /origin\/main and HEAD have no commit in common; this clone is shallow/u,
    ],
    [
      'for histories that never met',
      () => {
        const folder = make(PROJECT);
        folder.git(['checkout', '-q', '--orphan', 'other']);
        folder.commit('other');
        return folder.path;
      },
      ['main'],
      /main and HEAD have no commit in common; compare with another/u,
    ],
    ['for both --staged and two revisions', () => make(PROJECT).path, ['--staged', 'HEAD', 'HEAD'], /--staged compares with one revision/u],
    ['while a merge is not resolved', conflicted, ['--staged'], /docs\/launch\.md has merge conflicts/u],
    [
      'when reqtrace.yaml of the newer side has errors',
      () => {
        const folder = make(PROJECT);
        folder.commit('bad', { 'reqtrace.yaml': 'needs: implements\n' });
        return folder.path;
      },
      ['HEAD~1', 'HEAD'],
      /reqtrace\.yaml has errors in HEAD: /u,
    ],
  ];
  for (const [what, prepare, argv, message] of refusals) {
    it(`ends with 2 and one line ${what}`, async () => {
      const { code, stdout, stderr } = await runIn(prepare(), ['diff', ...argv]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(stderr.split('\n').length, 2);
    });
  }
});

/** A clone of depth 1 of a branch that left main two commits ago. */
function shallow(name: string): string {
  const repository = make(PROJECT);
  repository.git(['checkout', '-q', '-b', 'work']);
  repository.commit('one', { 'src/a.ts': '' });
  repository.commit('two', { 'src/b.ts': '' });
  repository.git(['checkout', '-q', 'main']);
  repository.commit('three', { 'src/c.ts': '' });
  repository.git(['clone', '-q', '--depth', '1', '--no-single-branch', '-b', name, `file://${repository.path}`, 'clone']);
  return repository.at('clone');
}

function conflicted(): string {
  const repository = make(PROJECT);
  repository.git(['checkout', '-q', '-b', 'work']);
  repository.commit('one', { 'docs/launch.md': DOCUMENT.replace('a minute', 'an hour') });
  repository.git(['checkout', '-q', 'main']);
  repository.commit('two', { 'docs/launch.md': DOCUMENT.replace('a minute', 'a day') });
  assert.throws(() => repository.git(['merge', '-q', 'work']));
  return repository.path;
}
