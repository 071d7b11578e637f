import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { inEnglish } from '../../src/model/message.ts';
import type { Project, ProjectOptions } from '../../src/workspace/project.ts';
import { UserError } from '../../src/workspace/userError.ts';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { edit, openEditable } from '../support/workspace/editors.ts';

const make = folders();

const STOCK = '# Requirement 1: Stock\n\n**Acceptance Criteria**:\n\n- Never below zero\n';
const CODE = '// @implements REQ-1\nexport function reserve() {\n  return 1;\n}\n';
const TEST = '// @verifies REQ-1/AC1\nit("reserves", () => {});\n';
const PROJECT = { '.gitignore': 'build/\n*.log.xml\n', 'docs/stock.md': STOCK, 'src/stock.ts': CODE, 'test/stock.test.ts': TEST };
const FAILED = '<testsuite name="Root Suite"><testcase classname="reserves" name="reserves"><failure/></testcase></testsuite>';
const PASSED = '<testsuite name="Root Suite"><testcase classname="reserves" name="reserves"/></testsuite>';

/** Files of the project, those that git ignores among them, in a repository with one commit. */
function repository(files: Readonly<Record<string, string>> = {}): Folder {
  const folder = make({ ...PROJECT, ...files });
  folder.git(['init']);
  folder.git(['add', '.']);
  folder.git(['commit', '--quiet', '--message', 'One']);
  return folder;
}

const open = (folder: Folder, options: ProjectOptions = {}): Promise<Project> =>
  openEditable(folder.path, { today: '2026-11-21', ...options });

function shown({ index }: Project): string {
  const { status, proof, outdated } = index.coverage('docs/stock#REQ-1/AC1');
  return `${status} ${proof}${outdated ? ' outdated' : ''}`;
}

/** Gives a file a time, in seconds from now. */
function age(folder: Folder, name: string, seconds: number): void {
  const time = Date.now() / 1000 + seconds;
  utimesSync(folder.at(name), time, time);
}

describe('results of tests in a workspace folder', () => {
  // @verifies RT-3.1/AC11~91c110
  it('count where git ignores them, in a folder or alone', async () => {
    assert.equal(shown(await open(repository())), 'met unknown');
    assert.equal(shown(await open(repository({ 'build/test-results/test/TEST-a.xml': FAILED }))), 'failing unproven');
    assert.equal(shown(await open(repository({ 'junit.log.xml': FAILED }))), 'failing unproven');
  });

  it('count where git keeps them, and where there is no git', async () => {
    assert.equal(shown(await open(repository({ 'reports/junit.xml': PASSED }))), 'met proven');
    assert.equal(shown(await open(make({ ...PROJECT, 'build/test-results/TEST-a.xml': FAILED }))), 'failing unproven');
    assert.equal(shown(await open(repository({ 'build/test-results/TEST-a.xml': FAILED }), { trusted: false })), 'failing unproven');
  });

  it('are read again where size and time are what they were', async () => {
    const folder = repository({ 'reports/junit.xml': FAILED });
    const passed = PASSED.padEnd(FAILED.length);
    age(folder, 'reports/junit.xml', 60);
    const { atime, mtime } = lstatSync(folder.at('reports/junit.xml'));
    const project = await open(folder);
    assert.equal(shown(project), 'failing unproven');
    folder.write('reports/junit.xml', passed);
    utimesSync(folder.at('reports/junit.xml'), atime, mtime);
    await project.refresh(['reports/junit.xml']);
    assert.equal(shown(project), 'met proven');
  });

  it('count from when they were committed, whatever a checkout makes of their time', async () => {
    const stamped = (time: string): string => PASSED.replace('>', ` timestamp="${time}">`);
    const at = (date: string) => ({ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
    const folder = make({ ...PROJECT, 'reports/junit.xml': PASSED });
    const commit = (date: string): void => {
      folder.git(['add', '.']);
      folder.git(['commit', '--quiet', '--message', 'c'], '', at(date));
    };
    folder.git(['init']);
    commit('2026-11-01T10:00:00Z');
    // Whether they are of the code of that commit or of what was there before, nobody can tell.
    assert.equal(shown(await open(folder)), 'met proven outdated');
    folder.write('reports/junit.xml', `${PASSED}\n`);
    commit('2026-11-01T11:00:00Z');
    assert.equal(shown(await open(folder)), 'met proven');
    folder.write('src/stock.ts', CODE.replace('return 1', 'return 2'));
    commit('2026-11-02T10:00:00Z');
    assert.equal(shown(await open(folder)), 'met proven outdated');
    // What a run writes is of this run, though it says what was said before.
    folder.write('reports/junit.xml', PASSED);
    age(folder, 'reports/junit.xml', 5);
    assert.equal(shown(await open(folder)), 'met proven');
    folder.write('reports/junit.xml', stamped('2026-11-02T09:00:00Z'));
    commit('2026-11-02T11:00:00Z');
    assert.equal(shown(await open(folder)), 'met proven outdated');
    folder.write('reports/junit.xml', stamped('2026-11-02T12:00:00Z'));
    commit('2026-11-02T11:30:00Z');
    const forged = await open(folder);
    assert.equal(shown(forged), 'met unknown');
    assert.deepEqual(
      forged.index.findings('reports/junit.xml').map(({ code }) => code),
      ['malformed-evidence'],
    );
  });

  it('are none behind a link, whoever tells of them', async () => {
    const folder = repository();
    const project = await open(folder);
    const elsewhere = make({ 'reports/junit.xml': FAILED });
    symlinkSync(elsewhere.path, folder.at('docs/up'));
    symlinkSync(elsewhere.at('reports/junit.xml'), folder.at('docs/junit.xml'));
    for (const told of ['docs/up', 'docs/up/reports', 'docs/up/reports/junit.xml', 'docs/junit.xml']) {
      await project.refresh([told]);
      assert.equal(shown(project), 'met unknown', told);
    }
    assert.equal(shown(await open(folder)), 'met unknown');
  });

  for (const [how, look] of [
    ['looked at again as a whole', (project) => project.reload()],
    ['told file by file', (project, told) => project.refresh([told])],
  ] as const satisfies readonly (readonly [string, (project: Project, told: string) => Promise<unknown>])[]) {
    it(`are forgotten with the last document, and found with the next, ${how}`, async () => {
      const folder = repository({ 'reports/junit.xml': '<testsuites><testsuite name="cut' });
      const project = await open(folder);
      const problems = (): number => [...project.index.allFindings()].filter(({ code }) => code === 'malformed-evidence').length;
      assert.equal(problems(), 1);
      folder.remove('docs/stock.md');
      await look(project, 'docs/stock.md');
      assert.equal(problems(), 0);
      folder.write('reports/junit.xml', FAILED);
      await look(project, 'reports/junit.xml');
      folder.write('docs/stock.md', STOCK);
      await look(project, 'docs/stock.md');
      assert.equal(shown(project), 'failing unproven');
    });
  }

  it('count where a repository within ignores them, however deep it lies', async () => {
    const folder = repository();
    for (const inner of ['libs/stock', 'libs/stock/vendor/deep']) {
      folder.write(`${inner}/.gitignore`, 'out/\n');
      folder.git(['init', '--quiet'], inner);
    }
    assert.equal(shown(await open(folder)), 'met unknown');
    folder.write('libs/stock/vendor/deep/out/TEST-a.xml', PASSED);
    assert.equal(shown(await open(folder)), 'met proven');
    folder.write('libs/stock/out/test/TEST-b.xml', FAILED);
    assert.equal(shown(await open(folder)), 'failing unproven');
  });

  it('are not looked for among the code of others, nor behind links', async () => {
    const folder = repository({ 'node_modules/x/junit.xml': FAILED });
    folder.write('.git/info/exclude', 'node_modules\n');
    assert.equal(shown(await open(folder)), 'met unknown');
    const other = make({ 'TEST-a.xml': FAILED });
    mkdirSync(folder.at('build'));
    symlinkSync(other.path, folder.at('build/linked'));
    symlinkSync(other.at('TEST-a.xml'), folder.at('build/TEST-a.xml'));
    assert.equal(shown(await open(folder)), 'met unknown');
  });

  it('are not samples in a folder of such, unless the configuration names them', async () => {
    const folder = repository({ 'test/fixtures/junit.xml': FAILED });
    assert.equal(shown(await open(folder)), 'met unknown');
    folder.write('reqtrace.yaml', 'evidence: { results: ["test/fixtures/*.xml"] }\n');
    assert.equal(shown(await open(folder)), 'failing unproven');
  });

  // @verifies RT-3.1/AC12~d9a051
  it('are those that the configuration names', async () => {
    const folder = repository({
      'reqtrace.yaml': 'evidence: { results: ["out/*.result"] }\n',
      'junit.xml': PASSED,
      'out/a.result': FAILED,
    });
    const project = await open(folder);
    assert.equal(shown(project), 'failing unproven');
    folder.write('reqtrace.yaml', '');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(shown(project), 'met proven');
    folder.write('reqtrace.yaml', 'evidence: { results: ["out/**"], coverage: [] }\n');
    await project.refresh(['reqtrace.yaml']);
    assert.equal(shown(project), 'failing unproven');
  });

  it('prove nothing while they may be of a test that says nothing', async () => {
    const folder = repository({ 'junit.xml': PASSED, 'test/other.test.ts': 'it("reserves", () => {});\n' });
    const project = await open(folder);
    assert.equal(shown(project), 'met unproven');
    folder.write('test/other.test.ts', 'it("reserves nothing", () => {});\n');
    const change = await project.refresh(['test/other.test.ts']);
    assert.equal(shown(project), 'met proven');
    assert.ok(change.changedItems.has('docs/stock#REQ-1/AC1'));
    folder.write('test/more.test.ts', 'it("reserves", () => {});\n');
    await project.refresh(['test/more.test.ts']);
    assert.equal(shown(project), 'met unproven');
    folder.remove('test/more.test.ts');
    await project.refresh(['test/more.test.ts']);
    assert.equal(shown(project), 'met proven');
    folder.write('test/fixtures/a.test.ts', 'it("reserves", () => {});\n');
    await project.refresh(['test/fixtures/a.test.ts']);
    assert.equal(shown(project), 'met proven');
  });

  it('may be of tests that were linked later', async () => {
    const folder = repository({
      'junit.xml': PASSED,
      'test/stock.test.ts': '// as it was\n',
      'test/other.test.ts': 'it("reserves", () => {});\n',
    });
    age(folder, 'junit.xml', 100);
    const project = await open(folder);
    assert.equal(shown(project), 'partial unproven');
    folder.write('test/stock.test.ts', TEST);
    await project.refresh(['test/stock.test.ts']);
    assert.equal(shown(project), 'met unproven');
    folder.remove('test/other.test.ts');
    await project.refresh(['test/other.test.ts']);
    assert.equal(shown(project), 'met proven');
  });

  it('follow what a watcher tells', async () => {
    const folder = repository();
    const project = await open(folder);
    folder.write('build/test-results/TEST-a.xml', FAILED);
    const change = await project.refresh(['build/test-results/TEST-a.xml']);
    assert.equal(shown(project), 'failing unproven');
    assert.ok(change.changedItems.has('docs/stock#REQ-1/AC1'));
    folder.write('build/test-results/TEST-a.xml', PASSED);
    await project.refresh(['build/test-results/TEST-a.xml']);
    assert.equal(shown(project), 'met proven');
    folder.remove('build');
    await project.refresh(['build']);
    assert.equal(shown(project), 'met unknown');
    folder.write('build/test-results/TEST-a.xml', FAILED);
    await project.refresh(['build']);
    assert.equal(shown(project), 'failing unproven');
    await project.reload();
    assert.equal(shown(project), 'failing unproven');
  });

  // @verifies RT-4.2/AC12~5fe63b
  it('are a finding where they cannot be read', async () => {
    const project = await open(repository({ 'build/junit.xml': FAILED.slice(0, -9) }));
    assert.equal(shown(project), 'met unknown');
    assert.deepEqual(
      project.index.allFindings().map(({ code, path: file }) => `${code} ${file}`),
      ['malformed-evidence build/junit.xml'],
    );
  });

  it('count where git ignored them only after a folder without requirements was opened', async () => {
    const folder = repository();
    folder.remove('docs');
    const project = await open(folder);
    folder.write('build/test-results/test/TEST-a.xml', FAILED);
    folder.write('docs/stock.md', STOCK);
    await project.refresh(['docs/stock.md']);
    assert.equal(shown(project), 'failing unproven');
  });

  it('may lie anywhere if the user names them', async () => {
    const folder = repository();
    const elsewhere = make({ 'any.txt': FAILED });
    assert.equal(shown(await open(folder, { evidence: [elsewhere.at('any.txt')] })), 'failing unproven');
    await assert.rejects(open(repository(), { evidence: ['none.xml'] }), UserError);
    const inside = repository({ 'reports/any.txt': PASSED });
    assert.equal(shown(await open(inside, { evidence: [path.join('reports', 'any.txt')] })), 'met proven');
  });

  it('are named where they lie and in no form that is read', async () => {
    const V8 = '{"result":[{"scriptId":"1","url":"file:///repo/a.js","functions":[]}]}';
    const folder = repository({
      'build/test-results/pmd.xml': '<pmd/>',
      'build/v8-coverage/a.json': V8,
      'build/test-results/TEST-a.xml': PASSED,
    });
    const project = await open(folder);
    assert.equal(shown(project), 'met proven');
    assert.deepEqual(
      project.skipped.map(({ path: file, reason }) => `${file}: ${inEnglish(reason)}`),
      [
        'build/test-results/pmd.xml: in no form of test results or line coverage that is known',
        'build/v8-coverage/a.json: coverage of V8 has no lines; convert it to lcov, for example with c8',
      ],
    );
  });

  for (const [file, text] of [
    [
      'TestResults/run.trx',
      '<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testName="reserves" outcome="Failed"/></Results></TestRun>',
    ],
    ['build/Testing/20261120-1000/Test.xml', '<Site><Testing><Test Status="failed"><Name>reserves</Name></Test></Testing></Site>'],
    [
      'playwright-report/results.json',
      '{"config":{"rootDir":"/repo/test"},"suites":[{"specs":[{"title":"reserves","file":"stock.test.ts","tests":[{"status":"unexpected"}]}]}]}',
    ],
    ['.report.json', '{"created":1,"exitcode":1,"root":"/repo","tests":[{"nodeid":"test/stock.test.ts::reserves","outcome":"failed"}]}'],
    ['reports/TESTS-stock.xml', '<testsuite name="test/stock.test.ts"><testcase name="reserves"><failure/></testcase></testsuite>'],
    ['results.subunit', '\u00b3\u0029\u0006\u0011\u0008reserves\u00a0g0\u00fc'],
  ] as const) {
    // @verifies RT-3.1/AC11~91c110
    it(`lie in their usual place, ${file}`, async () => {
      const folder = repository();
      folder.write(file, Buffer.from(text, 'latin1'));
      assert.equal(shown(await open(folder)), 'failing unproven');
    });
  }

  it('may be in another encoding', async () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${FAILED}`;
    const folder = repository();
    folder.write('build/junit.xml', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    assert.equal(shown(await open(folder)), 'failing unproven');
  });
});

describe('results of tests that are older than the code', () => {
  // @verifies RT-3.2/AC8~576649
  it('are outdated once the code was changed', async () => {
    const folder = repository({ 'build/junit.xml': PASSED });
    for (const name of ['src/stock.ts', 'test/stock.test.ts']) age(folder, name, -100);
    const project = await open(folder);
    assert.equal(shown(project), 'met proven');
    folder.write('src/stock.ts', `${CODE}\n`);
    age(folder, 'src/stock.ts', 100);
    await project.refresh(['src/stock.ts']);
    assert.equal(shown(project), 'met proven outdated');
    assert.equal(shown(await open(folder)), 'met proven outdated');
    assert.equal(shown(await open(folder, { trusted: false })), 'met proven outdated');
  });

  // @verifies RT-3.2/AC8~576649
  it('are not where the code was only checked out again', async () => {
    const folder = repository({ 'build/junit.xml': PASSED });
    age(folder, 'build/junit.xml', 50);
    age(folder, 'src/stock.ts', 100);
    assert.equal(shown(await open(folder)), 'met proven');
    assert.equal(shown(await open(folder, { trusted: false })), 'met proven outdated');
  });

  describe('are by what was checked out when they were written:', () => {
    const at = (folder: Folder, date: string, ...args: string[]): void =>
      folder.git(args, '', { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
    /** Two branches with code of their own, both of long ago, and results that the tests write on main an hour ago. */
    const branches = (): Folder => {
      const folder = make({ ...PROJECT, '.gitignore': 'build\n' });
      folder.git(['init', '--initial-branch', 'main']);
      folder.git(['add', '.']);
      at(folder, '2026-11-01T10:00:00Z', 'commit', '--quiet', '--message', 'main');
      at(folder, '2026-11-01T10:00:00Z', 'checkout', '--quiet', '-b', 'other');
      folder.write('src/stock.ts', CODE.replace('return 1', 'return 2'));
      at(folder, '2026-11-01T11:00:00Z', 'commit', '--all', '--quiet', '--message', 'other');
      at(folder, '2026-11-01T12:00:00Z', 'checkout', '--quiet', 'main');
      folder.write('build/junit.xml', PASSED);
      age(folder, 'build/junit.xml', -3600);
      return folder;
    };
    const later = (): string => new Date(Date.now() + 60_000).toISOString();
    const cases: readonly [what: string, act: (folder: Folder) => void, expected: string][] = [
      ['the same', () => undefined, 'met proven'],
      ['another branch', (folder) => at(folder, later(), 'checkout', '--quiet', 'other'), 'met proven outdated'],
      ['what was merged since', (folder) => at(folder, later(), 'merge', '--quiet', '--ff-only', 'other'), 'met proven outdated'],
      [
        'the same after a look at another',
        (folder) => {
          at(folder, later(), 'checkout', '--quiet', 'other');
          at(folder, later(), 'checkout', '--quiet', 'main');
        },
        'met proven',
      ],
      [
        'a branch with the same code',
        (folder) => {
          at(folder, later(), 'checkout', '--quiet', '-b', 'third');
          folder.write('notes.txt', 'x');
          folder.git(['add', '.']);
          at(folder, later(), 'commit', '--quiet', '--message', 'notes');
        },
        'met proven',
      ],
      [
        'another branch, of which git does not remember when',
        (folder) => {
          at(folder, later(), 'checkout', '--quiet', 'other');
          folder.remove('.git/logs');
        },
        'met proven',
      ],
    ];
    for (const [what, act, expected] of cases)
      it(what, async () => {
        const folder = branches();
        act(folder);
        assert.equal(shown(await open(folder)), expected);
      });
  });

  it('are where it was committed since and checked out', async () => {
    const folder = repository({ 'build/junit.xml': PASSED });
    age(folder, 'build/junit.xml', -1000);
    assert.equal(shown(await open(folder)), 'met proven outdated');
  });

  it('are not by an edit that is not saved', async () => {
    const folder = repository({ 'build/junit.xml': PASSED });
    for (const name of ['src/stock.ts', 'test/stock.test.ts']) age(folder, name, -100);
    const project = await open(folder);
    await edit(project, 'src/stock.ts', `\n${CODE}`);
    assert.equal(shown(project), 'met proven');
  });
});
