import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ignoresCase } from '../../src/workspace/files/letterCase.ts';
import type { Project } from '../../src/workspace/project.ts';
import { Folder, folders } from '../support/workspace/folder.ts';
import { caseBlindDisk } from '../support/faults/caseBlindDisk.ts';
import type { CaseBlindDisk } from '../support/faults/caseBlindDisk.ts';
import { pictureOf } from '../support/faults/picture.ts';
import { edit, openEditable } from '../support/workspace/editors.ts';

const TODAY = '2026-11-21';
const DOCUMENT = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- once\n- quickly\n';
const FILES = {
  'Docs/Launch.md': DOCUMENT,
  'src/Pay.ts': '// @implements Docs/Launch#REQ-1\n',
  'test/pay.test.ts': '// @verifies REQ-1/AC1\n',
};

describe('on a disk that does not tell letter cases apart', function () {
  const make = folders();
  let disk: CaseBlindDisk | undefined;
  let made = 0;

  before(async function () {
    disk = await caseBlindDisk();
    if (disk) return;
    console.log(
      '\n  Letter case was not tested: this machine has no file system without it and can mount none; with dosfstools and fusefat, REQTRACE_TEST_FUSEFAT=1 makes one.',
    );
    this.skip();
  });
  after(() => disk?.remove());

  /** Another one, empty. */
  async function renew(): Promise<void> {
    disk?.remove();
    disk = await caseBlindDisk();
  }

  /** A workspace on that disk; what git stores lies elsewhere, since not every such disk is good enough for it. */
  function workspace(kind: 'git' | 'new to git' | 'no git'): string {
    const root = path.join(disk?.path ?? '', `w${(made += 1)}`);
    for (const [name, text] of Object.entries(FILES)) write(root, name, text);
    if (kind === 'no git') return root;
    const store = make();
    const git = (...args: string[]): unknown => execFileSync('git', ['-c', 'core.autocrlf=false', ...args], { cwd: root, stdio: 'pipe' });
    execFileSync('git', ['init', '-q', store.at('work')]);
    for (const [name, value] of [
      ['core.ignorecase', 'true'],
      ['core.filemode', 'false'],
      ['core.worktree', root],
    ] as const)
      execFileSync('git', ['config', name, value], { cwd: store.at('work') });
    write(root, '.git', `gitdir: ${store.at('work/.git')}\n`);
    if (kind === 'git') git('add', '.');
    return root;
  }

  function write(root: string, name: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }

  const open = (root: string, cacheFolder?: string): Promise<Project> =>
    openEditable(root, { today: TODAY, ...(cacheFolder !== undefined && { cacheFolder }) });

  async function assertAsNew(project: Project): Promise<void> {
    const fresh = await open(project.root);
    assert.deepEqual([...project.index.files.keys()].sort(), [...fresh.index.files.keys()].sort());
    assert.deepEqual(pictureOf(project), pictureOf(fresh));
  }

  it('knows that', () => {
    assert.equal(ignoresCase(workspace('no git')), true);
    assert.equal(ignoresCase(disk?.path ?? ''), true);
  });

  for (const kind of ['git', 'new to git', 'no git'] as const) {
    describe(`a workspace with ${kind === 'no git' ? kind : `files that are ${kind === 'git' ? 'tracked' : kind}`}`, () => {
      before(renew);

      const renames: readonly (readonly [from: string, to: string])[] = [
        ['Docs/Launch.md', 'Docs/launch.md'],
        ['src/Pay.ts', 'src/PAY.ts'],
        ['Docs', 'docs'],
      ];
      for (const [from, to] of renames) {
        for (const told of [[from, to], [to]]) {
          it(`takes ${from} renamed to ${to} for the file of that name, told ${told.join(' and ')}`, async function () {
            if (!from.includes('.') && disk?.renamesFolders !== true) this.skip();
            const root = workspace(kind);
            const project = await open(root);
            assert.equal(project.index.counts().met, 1);
            renameSync(path.join(root, from), path.join(root, to));
            await project.refresh(told);
            await assertAsNew(project);
            write(root, to.includes('.') ? to : `${to}/new.md`, to.endsWith('.ts') ? '' : DOCUMENT.replace('1', '2'));
            await project.refresh([to.includes('.') ? from : `${from}/new.md`]);
            await assertAsNew(project);
          });
        }
      }

      it('takes an open file for the same in any spelling, before a rename and after', async () => {
        const root = workspace(kind);
        const project = await open(root);
        const listed = [...project.index.files.keys()].sort();
        await edit(project, 'TEST/Pay.Test.ts', '// @verifies REQ-1/AC1, REQ-1/AC2\n');
        assert.deepEqual([project.index.counts().met, [...project.index.files.keys()].sort()], [2, listed]);
        renameSync(path.join(root, 'test/pay.test.ts'), path.join(root, 'test/PAY.test.ts'));
        await project.refresh(['test/pay.test.ts', 'test/PAY.test.ts']);
        assert.deepEqual([project.index.counts().met, [...project.index.files.keys()].length], [2, listed.length]);
        await project.reload();
        assert.equal(project.index.counts().met, 2);
        await edit(project, 'TEST/Pay.Test.ts', undefined);
        await assertAsNew(project);
      });

      it('takes reqtrace.yaml in any spelling', async () => {
        const root = workspace(kind);
        write(root, 'ReqTrace.YAML', 'needs: [implements]\n');
        const project = await open(root);
        assert.equal(project.index.counts().met, 2);
        write(root, 'ReqTrace.YAML', 'needs: [maybe]\n');
        await project.refresh(['ReqTrace.YAML']);
        assert.equal(project.configurationValid, false);
        await edit(project, 'REQTRACE.yaml', 'needs: [verifies]\n');
        assert.deepEqual([project.configurationValid, project.index.counts().met], [true, 1]);
        await edit(project, 'REQTRACE.yaml', undefined);
        rmSync(path.join(root, 'reqtrace.yaml'));
        await project.refresh(['ReqTrace.YAML']);
        await assertAsNew(project);
      });

      it('lets a file come back in another spelling', async () => {
        const root = workspace(kind);
        const project = await open(root);
        rmSync(path.join(root, 'Docs/Launch.md'));
        await project.refresh(['Docs/Launch.md']);
        assert.equal(project.index.documents().length, 0);
        write(root, 'docs/LAUNCH.md', DOCUMENT);
        await project.refresh(['docs/LAUNCH.md']);
        assert.equal(project.index.documents().length, 1);
        await assertAsNew(project);
      });
    });
  }

  it('keeps nothing in the cache of a file that its coarse times cannot tell from the next', async () => {
    const root = workspace('no git');
    const cache = new Folder();
    try {
      for (const criterion of ['AC1', 'AC2', 'AC1', 'AC2']) {
        write(root, 'test/pay.test.ts', `// @verifies REQ-1/${criterion}\n`);
        const { index } = await open(root, cache.path);
        assert.deepEqual(
          index.referencesTo(`Docs/Launch#REQ-1/${criterion}`).map(({ path: file }) => file),
          ['test/pay.test.ts'],
        );
      }
      assert.ok(readdirSync(root).length > 0);
    } finally {
      cache.delete();
    }
  });
});
