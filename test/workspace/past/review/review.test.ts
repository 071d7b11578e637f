import assert from 'node:assert/strict';
import { compare } from '../../../../src/query/diff/compare.ts';
import type { Comparison } from '../../../../src/query/diff/comparison.ts';
import { LIST_NAMES } from '../../../../src/query/diff/difference.ts';
import { openProject } from '../../../../src/workspace/openProject.ts';
import { resolveEnds } from '../../../../src/workspace/past/review/ends.ts';
import type { ReviewRequest } from '../../../../src/workspace/past/review/ends.ts';
import { Review } from '../../../../src/workspace/past/review/review.ts';
import { workingSide } from '../../../../src/workspace/past/review/workingSide.ts';
import { textAt } from '../../../../src/workspace/past/textAt.ts';
import type { Folder } from '../../../support/workspace/folder.ts';
import { folders } from '../../../support/workspace/folder.ts';

const TODAY = '2026-11-21';
const DOCUMENT = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Kept\n- Confirmed\n';
const CODE = '// @implements REQ-1/AC1\nexport function keep() {}\n';
const SINCE_MAIN: ReviewRequest = { kind: 'worktree', base: { kind: 'default' } };
const make = folders();

/** `main` with one commit, and the branch `work`, checked out. */
function repository(): Folder {
  const folder = make({ 'docs/orders.md': DOCUMENT, 'src/orders.ts': CODE });
  folder.git(['init', '-q']);
  folder.git(['add', '-A']);
  folder.git(['commit', '-q', '-m', 'first']);
  folder.git(['checkout', '-q', '-b', 'work']);
  return folder;
}

/** `added REQ-1/AC3` for each entry, the lists in their order. */
function drawn(comparison: Comparison): string[] {
  const { lists } = compare(comparison);
  return LIST_NAMES.flatMap((name) => lists[name].map(({ item }) => `${name} ${item.id}`));
}

describe('a review', () => {
  it('follows the files on the disk and unsaved texts, and reads the base once', async () => {
    const folder = repository();
    const project = await openProject(folder.path, { today: TODAY });
    const ends = await resolveEnds(folder.path, SINCE_MAIN);
    const review = await Review.open(folder.path, ends, { today: TODAY, documents: true }, async () => workingSide(project));
    const first = await review.follow();
    assert.deepEqual([ends.base.name, drawn(first), first.files, review.notes], ['main', [], [], []]);

    folder.write('docs/orders.md', `${DOCUMENT}- Listed\n`);
    await project.refresh(['docs/orders.md']);
    // What git said before still counts, and it knows of no change.
    assert.deepEqual((await review.follow()).files, []);
    review.diskChanged();
    const second = await review.follow();
    assert.deepEqual([drawn(second), second.files], [['added REQ-1/AC3'], [{ base: 'docs/orders.md', head: 'docs/orders.md' }]]);
    assert.deepEqual([second.baseText('docs/orders.md'), second.headText('docs/orders.md')], [DOCUMENT, `${DOCUMENT}- Listed\n`]);
    assert.equal(second.base, first.base);

    const unsaved = CODE.replace('{}', '{ return 1; }');
    const edited = workingSide({
      index: project.index,
      openPaths: ['src/orders.ts'],
      text: async (path) => (path === 'src/orders.ts' ? unsaved : project.text(path)),
    });
    assert.deepEqual(drawn(await review.follow(edited)), ['added REQ-1/AC3', 'touched REQ-1/AC1']);
  });

  it('compares two commits without the files on the disk', async () => {
    const folder = repository();
    folder.write('docs/orders.md', `${DOCUMENT}- Listed\n`);
    folder.git(['commit', '-q', '-a', '-m', 'second']);
    folder.write('docs/orders.md', '');
    const ends = await resolveEnds(folder.path, { kind: 'commits', base: 'main', head: 'work', parted: true });
    const review = await Review.open(folder.path, ends, { today: TODAY }, () => assert.fail('nobody needs them'));
    assert.deepEqual(drawn(await review.follow()), ['added REQ-1/AC3']);
    assert.ok(ends.head.kind === 'commit');
    assert.equal(await textAt(folder.path, ends.head.commit, 'docs/orders.md'), `${DOCUMENT}- Listed\n`);
    assert.equal(await textAt(folder.path, 'work', 'docs/orders.md'), undefined);
    assert.equal(await textAt(folder.path, ends.head.commit, 'docs/gone.md'), undefined);
  });
});
