import type { Feature } from '../../feature.ts';
import type { Session } from '../../session.ts';
import type { Folder } from '../../folder.ts';
import { guarded } from '../../guarded.ts';
import { isOfOtherTools } from '../../otherTools.ts';
import type { FolderReview, ReviewParams } from '../../reviewProtocol.ts';
import { REVIEW, REVIEW_CHANGED, REVIEW_SHOWN } from '../../reviewProtocol.ts';
import type { Reviewer } from './reviewer.ts';
import { Teller } from './teller.ts';

/** Changes are told this long after the first of them, in milliseconds. */
const DELAY = 200;

/** What in a repository's own folder moves when it is committed to, fetched into or checked out. */
const REPOSITORY_STATE = /^\.git\/(?:HEAD|packed-refs|refs\/.+)$/u;

/**
 * The view *Review*: what the present state, unsaved texts included, did to the requirements. Nothing is computed unless a client asks, and a
 * client that does not ask again is told of no more than one change: `reviewWith((folder, { log }) => new FolderReviewer(folder, log))`.
 */
export function reviewWith(make: (folder: Folder, session: Session) => Reviewer): Feature {
  return { register: (session) => register(session, make) };
}

function register(session: Session, make: (folder: Folder, session: Session) => Reviewer): void {
  const { connection, folders, log } = session;
  const reviewers = new Map<Folder, Reviewer>();
  const teller = new Teller(DELAY, () => session.notify(REVIEW_CHANGED));

  function reviewerOf(folder: Folder): Reviewer {
    let reviewer = reviewers.get(folder);
    if (!reviewer) {
      reviewer = make(folder, session);
      reviewers.set(folder, reviewer);
    }
    return reviewer;
  }

  connection.onRequest(
    REVIEW,
    guarded('review', log, async ({ base, afresh = false, shown = false }: ReviewParams, token): Promise<FolderReview[] | null> => {
      teller.arm();
      if (afresh) for (const reviewer of reviewers.values()) reviewer.diskChanged();
      const reviews = await Promise.all(folders.all.map((folder) => reviewerOf(folder).review(base, token)));
      const news = [...reviewers].filter(([folder, { last }]) => last && session.reviewing.take(folder, last));
      if (session.reviewing.show(shown) || news.length > 0) session.tell('reviewChanged');
      return reviews.every((each) => each !== undefined) ? reviews : null;
    }),
  );

  connection.onRequest(
    REVIEW_SHOWN,
    guarded('review shown', log, ({ shown }: { shown: boolean }): null => {
      if (session.reviewing.show(shown)) session.tell('reviewChanged');
      return null;
    }),
  );

  session.listen({
    folderChanged: () => teller.tell(),
    diskChanged(folder, path) {
      if (isOfOtherTools(path) && !REPOSITORY_STATE.test(path)) return;
      reviewers.get(folder)?.diskChanged(path);
      teller.tell();
    },
    folderRemoved(folder) {
      reviewers.get(folder)?.dispose();
      reviewers.delete(folder);
      teller.tell();
    },
  });
}
