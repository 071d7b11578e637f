import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { FolderReview } from '../../reviewProtocol.ts';
import { REVIEW, REVIEW_CHANGED, REVIEW_SHOWN } from '../../reviewProtocol.ts';
import { headReview } from './headReview.ts';
import { Teller } from './teller.ts';

/** Changes are told this long after the first of them, in milliseconds. */
const DELAY = 200;

/** The view *Review* where there is no git: each folder as it is now. */
export const headReviews: Feature = {
  register(session) {
    const { connection, folders, log } = session;
    const teller = new Teller(DELAY, () => session.notify(REVIEW_CHANGED));
    connection.onRequest(
      REVIEW,
      guarded('review', log, (): FolderReview[] => {
        teller.arm();
        return folders.all.map(headReview);
      }),
    );
    connection.onRequest(REVIEW_SHOWN, () => null);
    session.listen({ folderChanged: () => teller.tell(), folderRemoved: () => teller.tell() });
  },
};
