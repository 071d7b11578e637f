import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { BaseChoice, ComparedReview, FolderReview, MatrixPage, ReviewBases, ReviewTarget } from '../../src/server/reviewProtocol.ts';
import { BASE_TEXT, MATRIX, MATRIX_CHANGED, REVIEW, REVIEW_BASES, REVIEW_CHANGED, REVIEW_SHOWN } from '../../src/server/reviewProtocol.ts';
import type { InlayHint } from 'vscode-languageserver/node';
import { Client, TestFolder } from '../support/server/client.ts';

const DOCUMENT = [
  '# REQ-1: Orders are kept',
  '',
  '**Acceptance Criteria**:',
  '- An order is written before it is confirmed.',
  '- Orders are listed newest first.',
  '- Orders are archived after a year.',
  '',
].join('\n');
const CODE = '// @implements REQ-1\nexport function keep() {\n  return 1;\n}\n';
const TESTS = [
  '// @verifies REQ-1/AC1',
  "it('keeps', () => {",
  '  keep();',
  '});',
  '',
  '// @verifies REQ-1/AC3',
  "it('archives', () => {",
  '  archive();',
  '});',
  '',
].join('\n');
const FILES = { 'docs/orders.md': DOCUMENT, 'src/orders.ts': CODE, 'test/orders.test.ts': TESTS };
const DEFAULT: BaseChoice = { kind: 'default' };

/** A folder with a git repository: one commit on `main`, and the branch `work` checked out. */
class Repository extends TestFolder {
  constructor(files: Readonly<Record<string, string>>) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('first');
    this.git('checkout', '--quiet', '-b', 'work');
  }

  git(...args: string[]): string {
    const settings = [
      'user.name=Test',
      'user.email=test@localhost',
      'commit.gpgsign=false',
      'core.autocrlf=false',
      'core.hooksPath=/dev/null',
    ];
    return execFileSync('git', [...settings.flatMap((one) => ['-c', one]), ...args], { cwd: this.path, encoding: 'utf8' }).trim();
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }
}

describe('the review in the language server', () => {
  let client: Client;
  let folder: Repository;
  const folders: TestFolder[] = [];

  beforeEach(() => {
    client = Client.ofServerHere();
    folder = new Repository(FILES);
    folders.push(folder);
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    for (const made of folders.splice(0)) made.remove();
  });

  async function review(base = DEFAULT, more = {}): Promise<FolderReview> {
    const [first] = await client.connection.sendRequest<FolderReview[]>(REVIEW, { base, ...more });
    assert.ok(first);
    return first;
  }

  async function compared(base = DEFAULT, more = {}): Promise<ComparedReview> {
    const found = await review(base, more);
    assert.equal(found.state, 'compared', JSON.stringify(found));
    return found;
  }

  /** `met REQ-1/AC2` for each entry. */
  const drawn = ({ groups }: ComparedReview): string[] => groups.flatMap(({ list, entries }) => entries.map(({ id }) => `${list} ${id}`));

  /** `docs/orders.md:4 diff`. */
  const place = ({ head, base, path, line }: ReviewTarget): string => {
    const side = head ? 'file' : 'base';
    return `${path}:${line + 1} ${head && base ? 'diff' : side}`;
  };

  /** Asks, and asks again when the server tells that something changed, until the answer is right. */
  async function eventually(expected: readonly string[], base = DEFAULT): Promise<void> {
    let tell: () => void = () => undefined;
    const listener = client.connection.onNotification(REVIEW_CHANGED, () => tell());
    for (;;) {
      const told = new Promise<boolean>((resolve) => {
        tell = () => resolve(true);
        setTimeout(() => resolve(false), 5000).unref();
      });
      const last = drawn(await compared(base));
      if (JSON.stringify(last) === JSON.stringify(expected)) break;
      assert.ok(await told, `still ${last.join(', ')} instead of ${expected.join(', ')}`);
    }
    listener.dispose();
  }

  it('holds a repository in the folder equal, whatever happens in it, saved or not', async () => {
    folder.git('init', '--quiet', 'inner');
    folder.write('inner/src/a.ts', '// @implements REQ-1\n');
    await client.start([folder]);
    assert.deepEqual(drawn(await compared()), []);
    folder.write('inner/test/a.test.ts', '// @verifies REQ-1/AC2\n');
    folder.write('inner/docs/b.md', '## REQ-2: Inside\n');
    await client.watched({ uri: folder.uriOf('inner/test/a.test.ts'), type: 1 }, { uri: folder.uriOf('inner/docs/b.md'), type: 1 });
    await client.until('the test of the inner repository', () => client.state.folders[0]?.counts.met === 3);
    assert.deepEqual(drawn(await compared()), []);
    await client.open(folder.uriOf('inner/test/a.test.ts'), '// @verifies REQ-1/AC1\n', 'typescript');
    await client.until('the unsaved test', () => client.state.folders[0]?.counts.met === 2);
    assert.deepEqual(drawn(await compared()), []);
    // A change of the folder's own repository counts against it: one of the tests is lost to the other criterion.
    folder.write('test/orders.test.ts', TESTS.replace('REQ-1/AC1', 'REQ-1/AC2'));
    await client.watched({ uri: folder.uriOf('test/orders.test.ts'), type: 2 });
    await eventually(['broken REQ-1/AC1', 'met REQ-1/AC2']);
  });

  it('says that nothing changed', async () => {
    await client.start([folder]);
    const { base, groups, gates, notes } = await compared();
    assert.deepEqual([base.name, base.commit, groups, gates, notes], ['main', folder.git('rev-parse', 'main'), [], [], []]);
  });

  it('puts each criterion into its list, with the place to look at', async () => {
    folder.write(
      'docs/orders.md',
      DOCUMENT.replace('newest first', 'oldest first').replace(
        '- Orders are archived after a year.\n',
        '\n# REQ-2: Export\n\n**Acceptance Criteria**:\n- Orders can be exported.\n',
      ),
    );
    folder.write('test/orders.test.ts', TESTS.replace('  keep();', '  keep(2);').slice(0, TESTS.indexOf('\n// @verifies REQ-1/AC3')));
    folder.write('src/export.ts', '// @implements REQ-2\nexport function all() {}\n');
    folder.commit('work');
    await client.start([folder]);
    const { groups } = await compared();
    const rows = groups.flatMap(({ list, entries }) => entries.map(({ text, reason, target }) => [list, text, place(target), reason]));
    assert.deepEqual(
      rows.map(([list, text, at]) => `${list}: ${text} ${at}`),
      [
        'removed: Orders are archived after a year. docs/orders.md:6 diff',
        'suspect: Orders are listed oldest first. docs/orders.md:5 diff',
        'added: Orders can be exported. docs/orders.md:10 diff',
        'touched: An order is written before it is confirmed. test/orders.test.ts:3 diff',
      ],
    );
    for (const [, , , reason] of rows) assert.match(reason ?? '', /^[a-z].*[^.]$/u);
  });

  it('shows a lost link where it would be now, and a deleted file as it was', async () => {
    folder.write('test/orders.test.ts', `// one more line\n${TESTS.slice(0, TESTS.indexOf('\n// @verifies REQ-1/AC3'))}`);
    await client.start([folder]);
    const [lost] = (await compared()).groups[0]?.entries ?? [];
    assert.equal(lost && place(lost.target), 'test/orders.test.ts:5 diff');
    folder.remove('test/orders.test.ts');
    await client.watched({ uri: folder.uriOf('test/orders.test.ts'), type: 3 });
    await eventually(['broken REQ-1/AC1', 'broken REQ-1/AC3']);
    const [gone] = (await compared()).groups[0]?.entries ?? [];
    assert.equal(gone && place(gone.target), 'test/orders.test.ts:1 base');
  });

  it('is live with unsaved texts, there and back', async () => {
    await client.start([folder]);
    await eventually([]);
    const uri = folder.uriOf('docs/orders.md');
    await client.open(uri, DOCUMENT, 'markdown');
    await client.type(uri, 6, 0, 0, '- Orders can be exported.\n');
    await eventually(['added REQ-1/AC4']);
    const test = folder.uriOf('test/export.test.ts');
    await client.open(test, '// @verifies REQ-1/AC4\nit("exports", () => {});\n', 'typescript');
    await eventually(['suspect REQ-1/AC4']);
    await client.close(test);
    await eventually(['added REQ-1/AC4']);
    await client.close(uri);
    await eventually([]);
  });

  it('tells of a change once, and only a client that asked', async () => {
    await client.start([folder]);
    let told = 0;
    client.connection.onNotification(REVIEW_CHANGED, () => void (told += 1));
    const uri = folder.uriOf('docs/orders.md');
    await client.open(uri, DOCUMENT, 'markdown');
    await client.ask('textDocument/hover', uri, 0, 3);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(told, 0, 'nobody asked');
    await compared();
    for (const line of [0, 1, 2]) {
      await client.type(uri, 6 + line, 0, 0, `- One more ${line}.\n`);
      await client.ask('textDocument/hover', uri, 0, 3);
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(told, 1);
  });

  it('compares with the last tag or with any revision, from where they parted', async () => {
    folder.git('tag', 'v1');
    folder.write('docs/orders.md', `${DOCUMENT}- Orders can be exported.\n`);
    folder.commit('one');
    folder.git('branch', 'middle');
    folder.write('docs/orders.md', `${DOCUMENT}- Orders can be exported.\n- Orders can be printed.\n`);
    await client.start([folder]);
    assert.deepEqual(drawn(await compared({ kind: 'tag' })), ['added REQ-1/AC4', 'added REQ-1/AC5']);
    assert.deepEqual(drawn(await compared({ kind: 'ref', ref: 'middle' })), ['added REQ-1/AC5']);
    const bases = await client.connection.sendRequest<ReviewBases>(REVIEW_BASES, {});
    assert.deepEqual([bases.defaultBranch, bases.lastTag, [...bases.refs].sort()], ['main', 'v1', ['main', 'middle', 'v1', 'work']]);
  });

  // @verifies RT-7.4/AC8~20793a
  it('follows the repository when its watcher tells, and when it is asked afresh', async () => {
    await client.start([folder]);
    folder.write('docs/orders.md', `${DOCUMENT}- Orders can be exported.\n`);
    await client.watched({ uri: folder.uriOf('docs/orders.md'), type: 2 });
    await eventually(['added REQ-1/AC4']);
    folder.commit('work');
    folder.git('branch', '--force', 'main');
    await client.watched({ uri: folder.uriOf('.git/refs/heads/main'), type: 2 });
    await eventually([]);
    folder.git('branch', '--force', 'main', 'HEAD~1');
    assert.deepEqual(drawn(await compared()), []);
    assert.deepEqual(drawn(await compared(DEFAULT, { afresh: true })), ['added REQ-1/AC4']);
  });

  it('judges the gates of reqtrace.yaml, with the place and the smallest mend', async () => {
    folder.write(
      'reqtrace.yaml',
      'gates:\n  merge:\n    scope: changed\n    max: { unmet: 0, partial: 0 }\n  all:\n    scope: all\n    min: { met: 50% }\n',
    );
    folder.commit('gates');
    folder.git('branch', '--force', 'main');
    folder.write('docs/orders.md', `${DOCUMENT}- Orders can be exported.\n`);
    await client.start([folder]);
    const { gates } = await compared();
    assert.deepEqual(
      gates.map(({ name, decision }) => [name, decision]),
      [
        ['merge', 'fails'],
        ['all', 'holds'],
      ],
    );
    const failed = gates[0]?.conditions.find(({ decision }) => decision === 'fails');
    const [obstacle, ...others] = failed?.obstacles ?? [];
    assert.ok(obstacle && others.length === 0);
    assert.deepEqual([failed?.condition, obstacle.id, place(obstacle.target)], ['max partial: 0', 'REQ-1/AC4', 'docs/orders.md:7 diff']);
    assert.match(obstacle.mend, /@verifies REQ-1\/AC4/u);
  });

  // @verifies RT-5.2/AC2
  it('has no gate over what a branch did decided where it parted at several commits, and says why', async () => {
    folder.write(
      'reqtrace.yaml',
      'gates:\n  merge:\n    scope: changed\n    max: { partial: 0 }\n    forbid: [unknown-reference]\n  all:\n    max: { partial: 0 }\n',
    );
    folder.commit('gates');
    folder.git('branch', '--force', 'main');
    folder.write('work.txt', 'w\n');
    folder.commit('work');
    const work = folder.git('rev-parse', 'HEAD');
    folder.git('checkout', '--quiet', 'main');
    folder.write('main.txt', 'm\n');
    folder.commit('main');
    const main = folder.git('rev-parse', 'HEAD');
    folder.git('merge', '--quiet', '--no-edit', work);
    folder.git('checkout', '--quiet', 'work');
    folder.git('merge', '--quiet', '--no-edit', main);
    folder.write('docs/orders.md', `${DOCUMENT}- Orders can be exported.\n`);
    folder.write('src/more.ts', '// @implements REQ-9\nexport function more() {}\n');
    await client.start([folder]);
    const { gates, notes } = await compared();
    assert.deepEqual(
      gates.map(({ name, conditions }) => [name, ...conditions.map(({ decision }) => decision)]),
      [
        ['merge', 'undecided', 'undecided'],
        ['all', 'fails'],
      ],
    );
    assert.match(notes[0] ?? '', /were merged into each other and parted at 2 commits/u);
  });

  it('judges no gate over what a branch did where nothing was done', async () => {
    folder.write(
      'reqtrace.yaml',
      'gates:\n  merge:\n    scope: changed\n    max: { unmet: 0 }\n  whole:\n    max: { removed: 0 }\n  all:\n    min: { met: 1% }\n',
    );
    folder.commit('gates');
    folder.git('branch', '--force', 'main');
    await client.start([folder]);
    assert.deepEqual(
      (await compared()).gates.map(({ name }) => name),
      ['all'],
    );
  });

  it('says by what its gates are judged where the branch has files read otherwise', async () => {
    folder.write('reqtrace.yaml', 'gates:\n  merge:\n    max: { unmet: 0 }\n');
    folder.commit('gates');
    folder.git('branch', '--force', 'main');
    folder.write('reqtrace.yaml', 'exclude: [more/**]\ngates:\n  merge:\n    max: { unmet: 9 }\n');
    await client.start([folder]);
    const { gates, notes } = await compared();
    assert.deepEqual(
      gates.map(({ conditions }) => conditions.map(({ condition }) => condition)),
      [['max unmet: 0']],
    );
    assert.deepEqual(notes, [
      'Gates are those of main, over files read as reqtrace.yaml of this branch says; "reqtrace check --gate NAME --base main" reads them as main does',
    ]);
  });

  it('tells what a configuration takes out of the documents, and what it puts back before it is saved', async () => {
    folder.write('more/late.md', '# REQ-9: Later\n');
    folder.commit('more');
    folder.git('branch', '--force', 'main');
    folder.write('reqtrace.yaml', 'exclude: [more/**]\n');
    await client.start([folder]);
    assert.deepEqual(drawn(await compared()), ['removed REQ-9']);
    const uri = folder.uriOf('reqtrace.yaml');
    await client.open(uri, 'exclude: [more/**]\n', 'yaml');
    await client.type(uri, 0, 10, 14, 'less');
    await client.until('the document', () => client.state.folders[0]?.counts.unmet === 1);
    assert.deepEqual(drawn(await compared()), []);
  });

  it('gives the text of the base, and nothing but files of the folder at a commit', async () => {
    folder.write('docs/orders.md', 'other');
    await client.start([folder]);
    const commit = folder.git('rev-parse', 'main');
    const ask = (more: object): Promise<string | null> =>
      client.connection.sendRequest(BASE_TEXT, { folder: folder.uri, commit, path: 'docs/orders.md', ...more });
    assert.equal(await ask({}), DOCUMENT);
    for (const more of [
      { commit: 'main' },
      { commit: '--help' },
      { path: 'gone.md' },
      { path: 'docs' },
      { path: '../../etc/passwd' },
      { folder: 'file:///elsewhere' },
    ]) {
      assert.equal(await ask(more), null, JSON.stringify(more));
    }
  });

  it('says why there is nothing to compare', async () => {
    const bare = new TestFolder(FILES);
    const empty = new TestFolder(FILES);
    execFileSync('git', ['init', '--quiet'], { cwd: empty.path });
    folders.push(bare, empty);
    await client.start([bare, empty, folder]);
    const found = await client.connection.sendRequest<FolderReview[]>(REVIEW, { base: { kind: 'ref', ref: 'nowhere' } });
    assert.deepEqual(
      found.map(({ state }) => state),
      ['noRepository', 'noBase', 'noBase'],
    );
    assert.match(JSON.stringify(found[2]), /There is no revision nowhere/u);
    assert.deepEqual((await review({ kind: 'ref', ref: '--output=x' })).state, 'noRepository');
  });

  it('runs no git in a folder that nobody trusts', async () => {
    await client.start([folder], { options: { trusted: false } });
    assert.equal((await review()).state, 'untrusted');
    const address = { folder: folder.uri, commit: folder.git('rev-parse', 'main'), path: 'docs/orders.md' };
    assert.equal(await client.connection.sendRequest(BASE_TEXT, address), null);
    assert.deepEqual(await client.connection.sendRequest(REVIEW_BASES, {}), { refs: [] });
  });

  it('makes the page of the matrix for a webview and to stand alone, and tells when it changes', async () => {
    await client.start([folder]);
    const ask = (nonce?: string): Promise<MatrixPage> => client.connection.sendRequest(MATRIX, { folder: folder.uri, nonce });
    const alone = (await ask()).html;
    assert.match(alone, new RegExp(folder.git('rev-parse', 'main'), 'u'));
    assert.match((await ask('abc123')).html, /script-src 'nonce-abc123'/u);
    const changed = new Promise((resolve) => client.connection.onNotification(MATRIX_CHANGED, resolve));
    await client.open(folder.uriOf('docs/orders.md'), `${DOCUMENT}- One more.\n`, 'markdown');
    assert.deepEqual(await changed, { folder: folder.uri });
    assert.match((await ask('abc123')).html, /One more\./u);
  });

  it('takes up test results that git ignores as soon as a watcher tells', async () => {
    folder.write('.gitignore', 'build/\n');
    await client.start([folder]);
    assert.equal(client.state.folders[0]?.counts.met, 2);
    folder.write(
      'build/test-results/junit.xml',
      '<testsuites><testsuite name="orders"><testcase classname="orders" name="keeps" file="test/orders.test.ts"><failure message="no"/></testcase></testsuite></testsuites>',
    );
    await client.watched({ uri: folder.uriOf('build/test-results/junit.xml'), type: 1 });
    await client.until('the failure', () => client.state.folders[0]?.counts.failing === 1);
    folder.remove('build');
    await client.watched({ uri: folder.uriOf('build'), type: 3 });
    await client.until('its end', () => client.state.folders[0]?.counts.failing === 0);
  });

  // @verifies RT-12.1/AC13~81bb6e
  it('says in the text which changed functions have no link, as long as a person sees the view', async () => {
    const changed = CODE.replace('return 1', 'return 2');
    const code = `${CODE}\nexport function old() {}\n\n/** Orders are listed newest first. */\nexport function list() {\n  return newest(orders);\n}\n`;
    folder.write('src/orders.ts', code);
    folder.write('src/new.ts', 'export function quack() {\n  return 1;\n}\n');
    folder.git('checkout', '--quiet', 'main');
    folder.write('src/orders.ts', code.replace('newest(orders)', 'orders'));
    folder.git('add', 'src/orders.ts');
    folder.git('commit', '--quiet', '--message', 'second');
    folder.git('checkout', '--quiet', '-B', 'work');
    folder.write('src/orders.ts', code.replace(CODE, changed));
    folder.write('docs/lists.md', '# REQ-2: Lists\n\n**Acceptance Criteria**:\n- Orders are listed newest first.\n');
    await client.start([folder], { settings: {} });
    const hints = async (path: string): Promise<string[]> => {
      const found = await client.connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', {
        textDocument: { uri: folder.uriOf(path) },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      });
      return (found ?? []).map(({ label, position }) => `${position.line} ${String(label)}`);
    };
    assert.deepEqual(await hints('src/orders.ts'), [], 'nobody looks at the review');
    await compared(DEFAULT, { shown: true });
    // keep() has a link, old() is as it was.
    assert.deepEqual(await hints('src/orders.ts'), ['8 no link, may meet REQ-2/AC1']);
    assert.match((await hints('src/new.ts')).join(), /^0 no link/u);
    assert.deepEqual(await hints('test/orders.test.ts'), []);
    await client.connection.sendRequest(REVIEW_SHOWN, { shown: false });
    assert.deepEqual(await hints('src/orders.ts'), []);
    await client.connection.sendRequest(REVIEW_SHOWN, { shown: true });
    client.settings = { inlayHints: { suggestions: 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await hints('src/orders.ts'), []);
  });
});
