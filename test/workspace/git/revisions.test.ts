import assert from 'node:assert/strict';
import { defaultBranch, mergeBases, resolveBoth, resolveCommit } from '../../../src/workspace/git/revisions.ts';
import { repositories } from '../../support/repository.ts';

const make = repositories();

describe('revisions', () => {
  it('are known by whatever git calls them, and by nothing else', async () => {
    const repository = make({ 'a.md': 'a\n' });
    repository.git(['tag', '-a', '-m', 'first', 'v1']);
    repository.commit('second', { 'a.md': 'b\n' });
    const [first, second] = [repository.ask('rev-parse', 'HEAD^'), repository.ask('rev-parse', 'HEAD')];
    for (const [name, commit] of [
      ['HEAD', second],
      ['main', second],
      ['HEAD^{/first}', first],
      ['HEAD~1', first],
      ['v1', first],
      [first.slice(0, 10), first],
    ] as const) {
      assert.deepEqual(await resolveCommit(repository.path, name), { name, commit }, name);
    }
    for (const name of ['none', '-v1', '--all', 'HEAD\nmain', 'HEAD:a.md', 'v1 main', '', '0'.repeat(40)]) {
      await assert.rejects(resolveCommit(repository.path, name), /There is no revision/u, JSON.stringify(name));
    }
  });

  it('are known two at a time, and the first that is none is told', async () => {
    const repository = make({ 'a.md': 'a\n' });
    const commit = repository.ask('rev-parse', 'HEAD');
    assert.deepEqual(await resolveBoth(repository.path, 'main', 'HEAD'), [
      { name: 'main', commit },
      { name: 'HEAD', commit },
    ]);
    await assert.rejects(resolveBoth(repository.path, 'main', 'other'), /There is no revision other/u);
    for (const name of ['HEAD@{999}', 'main@{upstream}', '@{-9}', 'HEAD^{/none', ':/none']) {
      await assert.rejects(resolveBoth(repository.path, 'HEAD', name), (error: Error) =>
        error.message.startsWith(`There is no revision ${name};`),
      );
    }
    await assert.rejects(resolveBoth(repository.path, 'one\nHEAD', 'other'), /There is no revision one/u);
  });

  it('have a default branch: what the remote says, else main or master', async () => {
    const repository = make({ 'a.md': 'a\n' });
    const commit = repository.ask('rev-parse', 'HEAD');
    assert.deepEqual(await defaultBranch(repository.path), { name: 'main', commit });
    repository.git(['branch', '-m', 'main', 'trunk']);
    await assert.rejects(defaultBranch(repository.path), /There is no default branch to compare HEAD with/u);
    repository.git(['update-ref', 'refs/remotes/origin/trunk', 'HEAD']);
    repository.git(['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk']);
    assert.deepEqual(await defaultBranch(repository.path), { name: 'origin/trunk', commit });
    repository.git(['branch', 'master']);
    repository.git(['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone']);
    assert.deepEqual(await defaultBranch(repository.path), { name: 'master', commit });
  });

  it('parted at each commit that both have and none of the others holds, where they were merged crosswise', async () => {
    const repository = make({ 'a.md': 'a\n' });
    repository.git(['checkout', '-q', '-b', 'work']);
    repository.commit('on work', { 'w.md': 'w\n' });
    const work = repository.ask('rev-parse', 'HEAD');
    repository.git(['checkout', '-q', 'main']);
    repository.commit('on main', { 'm.md': 'm\n' });
    const main = repository.ask('rev-parse', 'HEAD');
    repository.git(['merge', '-q', '--no-edit', work]);
    repository.git(['checkout', '-q', 'work']);
    repository.git(['merge', '-q', '--no-edit', main]);
    const found = await mergeBases(repository.path, ...(await resolveBoth(repository.path, 'main', 'work')));
    assert.deepEqual(found.map(({ name, commit }) => `${name} ${commit}`).toSorted(), [`main ${main}`, `main ${work}`].toSorted());
  });
});
