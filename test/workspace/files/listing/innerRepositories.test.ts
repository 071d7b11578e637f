import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { DiskFiles } from '../../../../src/workspace/files/diskFiles.ts';
import { ADD_AND_COMMIT } from '../../../support/git.ts';
import { runIn } from '../../../support/repository.ts';
import { Folder, folders } from '../../../support/workspace/folder.ts';
import { edit, openEditable } from '../../../support/workspace/editors.ts';
import { listed, ignores } from '../../../support/workspace/listed.ts';

const make = folders();

/** A committed repository. */
function repository(files: Readonly<Record<string, string>>, folder = make(files)): Folder {
  folder.git(['init']);
  folder.git(['-c', ADD_AND_COMMIT, 'record', '-m', 'start']);
  return folder;
}

/** What `nested` copies, and what git cloned into it. */
const kept: Folder[] = [];
after(() => {
  for (const folder of kept.splice(0)) folder.delete();
});

/** A repository with a submodule in a submodule, a clone, and a clone that it ignores. They are made once: a submodule takes git dozens of programs. */
function nested(): Folder {
  if (kept.length === 0) makeNested();
  const copy = make();
  cpSync(kept.at(-1)?.path ?? '', copy.path, { recursive: true });
  return copy;
}

function makeNested(): void {
  const keep = (files: Readonly<Record<string, string>>): Folder => {
    const folder = repository(files, new Folder(files));
    kept.push(folder);
    return folder;
  };
  const inner = keep({ 'deep.ts': '' });
  const library = keep({ 'lib.ts': '', 'gone.ts': '', '.gitignore': 'gen/\n', 'src/a.md': '' });
  library.git(['submodule', 'add', inner.path, 'inner']);
  library.git(['commit', '-m', 'inner']);
  const folder = keep({ 'a.ts': '', '.gitignore': 'tmp/\n*.log\n' });
  folder.git(['submodule', 'add', library.path, 'libs/sub']);
  folder.git(['submodule', 'update', '--init', '--recursive']);
  folder.git(['clone', library.path, 'clone']);
  folder.git(['clone', library.path, 'tmp/clone']);
  for (const path of ['libs/sub/new.ts', 'libs/sub/gen/x.ts', 'libs/sub/kept.log', 'libs/sub/inner/new.ts', 'clone/gen/x.ts', 'b.log'])
    folder.write(path);
}

for (const trusted of [true, false]) {
  describe(trusted ? 'repositories in a folder, listed with git' : 'repositories in a folder, walked through', () => {
    const own = ['.gitignore', '.gitmodules', 'a.ts'];
    const inSub = ['.gitignore', '.gitmodules', 'gone.ts', 'inner/deep.ts', 'inner/new.ts', 'kept.log', 'lib.ts', 'new.ts', 'src/a.md'].map(
      (path) => `libs/sub/${path}`,
    );
    const inClone = ['.gitignore', '.gitmodules', 'gone.ts', 'lib.ts', 'src/a.md'].map((path) => `clone/${path}`);

    it('are part of it under their own ignore files, unless it ignores them', async () => {
      const folder = nested();
      assert.deepEqual(await listed(folder, trusted), [...own, ...inSub, ...inClone].sort());
      const asked: readonly (readonly [path: string, expected: boolean])[] = [
        ['libs/sub/b.ts', false],
        ['libs/sub/gen/b.ts', true],
        ['libs/sub/b.log', false],
        ['libs/sub/inner/b.ts', false],
        ['clone/new/b.ts', false],
        ['clone/gen/b.ts', true],
        ['tmp/clone/b.ts', true],
        ['libs/b.log', true],
      ];
      for (const [path, expected] of asked) assert.equal(await ignores(folder, trusted, path), expected, path);
    });

    it('are looked at file by file', async () => {
      const folder = nested();
      folder.remove('libs/sub/gone.ts');
      folder.write('libs/sub/src/b.md');
      const cases: readonly (readonly [under: readonly string[], expected: readonly string[]])[] = [
        [['libs/sub/lib.ts'], ['libs/sub/lib.ts']],
        [['libs/sub/gone.ts', 'libs/sub/gen/x.ts', 'libs/sub/.git', 'clone/.git/HEAD', 'tmp/clone/lib.ts', 'nowhere/a.ts'], []],
        [
          ['libs/sub/src', 'a.ts', 'clone/lib.ts', 'libs/sub/inner/new.ts'],
          ['a.ts', 'clone/lib.ts', 'libs/sub/inner/new.ts', 'libs/sub/src/a.md', 'libs/sub/src/b.md'],
        ],
        [['libs/sub/inner'], ['libs/sub/inner/deep.ts', 'libs/sub/inner/new.ts']],
        [['clone'], inClone],
        [['libs'], [...inSub, 'libs/sub/src/b.md'].filter((path) => path !== 'libs/sub/gone.ts')],
        [['libs', 'libs/sub/lib.ts'], [...inSub, 'libs/sub/src/b.md'].filter((path) => path !== 'libs/sub/gone.ts')],
        [[''], [...own, ...inSub, ...inClone, 'libs/sub/src/b.md'].filter((path) => path !== 'libs/sub/gone.ts')],
        [[], []],
      ];
      for (const [under, expected] of cases) assert.deepEqual(await listed(folder, trusted, under), [...expected].sort(), under.join());
    });

    it('are nothing while they are not checked out, and no more once they are put away', async () => {
      const folder = nested();
      folder.git(['submodule', 'deinit', '--force', 'libs/sub']);
      assert.deepEqual(await listed(folder, trusted), [...own, ...inClone].sort());
      assert.deepEqual(await listed(folder, trusted, ['libs', 'libs/sub/lib.ts']), []);
      folder.git(['submodule', 'update', '--init']);
      assert.deepEqual(await listed(folder, trusted, ['libs/sub/lib.ts']), ['libs/sub/lib.ts']);
      folder.git(['rm', '--force', 'libs/sub']);
      assert.deepEqual(await listed(folder, trusted, ['libs']), []);
    });

    it('are found in a folder that is none itself', async () => {
      const library = repository({ 'lib.ts': '', '.gitignore': 'gen/\n' });
      const folder = make({ 'notes.md': '' });
      for (const name of ['one', 'more/two']) {
        folder.git(['clone', library.path, name]);
        folder.write(`${name}/gen/x.ts`);
      }
      const expected = ['more/two/.gitignore', 'more/two/lib.ts', 'notes.md', 'one/.gitignore', 'one/lib.ts'];
      assert.deepEqual(await listed(folder, trusted), expected);
      assert.deepEqual(await listed(folder, trusted, ['one', 'more/two/lib.ts']), ['more/two/lib.ts', 'one/.gitignore', 'one/lib.ts']);
      assert.deepEqual([await ignores(folder, trusted, 'one/b.ts'), await ignores(folder, trusted, 'one/gen/b.ts')], [false, true]);
    });

    it('that git refuses are walked through', async () => {
      const folder = repository({ 'a.ts': '' });
      folder.git(['init', 'sub']);
      for (const path of ['sub/b.ts', 'sub/gen/c.ts', 'sub/.gitignore']) folder.write(path, path.endsWith('ignore') ? 'gen/\n' : '');
      folder.git(['config', 'core.repositoryformatversion', '99'], 'sub');
      assert.deepEqual(await listed(folder, trusted), ['a.ts', 'sub/.gitignore', 'sub/b.ts']);
      assert.deepEqual([await ignores(folder, trusted, 'sub/new.ts'), await ignores(folder, trusted, 'sub/gen/new.ts')], [false, true]);
    });

    it('that name another folder as theirs bring nothing from there', async () => {
      const other = repository({ 'secret.ts': '' });
      const folder = repository({ 'a.ts': '', 'sub/b.ts': '', 'tree/c.ts': '' });
      folder.git(['rm', '-r', '--cached', 'sub', 'tree']);
      folder.write('sub/.git', `gitdir: ${other.at('.git')}\n`);
      folder.git(['init', 'tree']);
      folder.git(['config', 'core.worktree', other.path], 'tree');
      const files = new DiskFiles(folder.path, trusted);
      assert.deepEqual((await files.list()).filter((path) => files.exists(path)).sort(), ['a.ts', 'sub/b.ts', 'tree/c.ts']);
    });
  });
}

describe('repositories in a folder', function () {
  it('start no program that one of them names', async () => {
    const library = repository({ 'lib.ts': '' });
    const folder = repository({ 'docs/a.md': '## REQ-1: A\n', 'run.sh': '#!/bin/sh\ntouch "$RAN"\nexit 1\n' });
    chmodSync(folder.at('run.sh'), 0o755);
    folder.git(['submodule', 'add', library.path, 'sub']);
    folder.git(['clone', library.path, 'clone']);
    folder.git(['commit', '-a', '-m', 'submodule']);
    for (const inner of ['sub', 'clone']) {
      folder.write(`${inner}/lib.ts`, '// @implements REQ-1\n');
      folder.write(`${inner}/.gitignore`, '*.log\n');
      folder.write(`${inner}/a.log`);
      folder.write(`${inner}/.gitattributes`, '* filter=evil diff=evil\n');
      const program = folder.at('run.sh');
      appendFileSync(
        folder.at(`${inner === 'sub' ? '.git/modules/sub' : 'clone/.git'}/config`),
        `[core]\n\tfsmonitor = ${program}\n\tpager = ${program}\n\tsshCommand = ${program}\n\taskPass = ${program}\n\teditor = ${program}\n\thooksPath = ${folder.at('hooks')}
[filter "evil"]\n\tclean = ${program}\n\tprocess = ${program}
[diff]\n\texternal = ${program}\n[diff "evil"]\n\tcommand = ${program}\n[gpg]\n\tprogram = ${program}\n`,
      );
      for (const hook of ['post-index-change', 'post-checkout', 'pre-auto-gc', 'reference-transaction'])
        folder.write(`hooks/${hook}`, '#!/bin/sh\ntouch "$RAN"\n');
      for (const hook of ['post-index-change', 'post-checkout', 'pre-auto-gc', 'reference-transaction'])
        chmodSync(folder.at(`hooks/${hook}`), 0o755);
    }
    const ran = make();
    process.env['RAN'] = ran.at('ran');
    try {
      for (const argv of [
        ['check'],
        ['report'],
        ['diff', 'HEAD'],
        ['history'],
        ['explain', 'sub/lib.ts'],
        ['explain', 'clone/a.log'],
        ['report', '--format', 'html', '--blame'],
      ]) {
        const { code, stderr } = await runIn(folder.path, argv);
        assert.ok(code < 2, stderr);
        assert.equal(existsSync(ran.at('ran')), false, argv.join(' '));
      }
      const project = await openEditable(folder.path);
      assert.deepEqual(
        project.index.referencesTo('docs/a#REQ-1').map(({ path }) => path),
        ['clone/lib.ts', 'sub/lib.ts'],
      );
      await project.refresh(['sub/lib.ts', 'clone']);
      await edit(project, 'sub/new.ts', '// @implements REQ-1\n');
      assert.equal(existsSync(ran.at('ran')), false);
    } finally {
      delete process.env['RAN'];
    }
  });

  it('cost no more than one question to git where there are none', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repository({ 'a.ts': '', 'sub/b.ts': '' });
    const programs = make({ git: `#!/bin/sh\necho "$@" >> "$ASKED"\nPATH="\${PATH#*:}" exec git "$@"\n` });
    chmodSync(programs.at('git'), 0o755);
    const { PATH } = process.env;
    Object.assign(process.env, { PATH: `${programs.path}:${PATH}`, ASKED: programs.at('asked') });
    try {
      const files = new DiskFiles(folder.path, true);
      await files.list();
      await files.list(['sub/b.ts']);
      await files.ignores('sub/c.ts');
      assert.equal(readFileSync(programs.at('asked'), 'utf8').trim().split('\n').length, 3);
    } finally {
      process.env['PATH'] = PATH;
      delete process.env['ASKED'];
    }
  });

  it('hold a bound of programs, and are read beyond it', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = make({ 'a.ts': '' });
    const names = Array.from({ length: 230 }, (_, at) => `r${String(at).padStart(3, '0')}`);
    folder.git(['init', 'first']);
    for (const name of names) {
      cpSync(folder.at('first/.git'), folder.at(`${name}/.git`), { recursive: true });
      folder.write(`${name}/b.ts`);
    }
    assert.deepEqual(await listed(folder, true), ['a.ts', ...names.map((name) => `${name}/b.ts`)]);
  });
});
