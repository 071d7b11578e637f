import { listBases } from '../../../workspace/past/review/bases.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { ReviewBases } from '../../reviewProtocol.ts';
import { REVIEW_BASES } from '../../reviewProtocol.ts';

/** Revisions to choose a base of the review from: the default branch and the last tag of the first folder, the refs of all. */
export const reviewBases: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      REVIEW_BASES,
      guarded('review bases', log, async (): Promise<ReviewBases> => {
        const roots = folders.all.flatMap(({ root, isTrusted }) => (root !== undefined && isTrusted ? [root] : []));
        const [first, ...others] = await Promise.all(roots.map(listBases));
        return {
          refs: [],
          ...first,
          ...(others.length && { refs: [...new Set([first, ...others].flatMap((bases) => bases?.refs ?? []))] }),
        };
      }),
    );
  },
};
