import type { Feature } from '../../feature.ts';
import type { ReviewBases } from '../../reviewProtocol.ts';
import { REVIEW_BASES } from '../../reviewProtocol.ts';
import { reviewWith } from './reviewWith.ts';
import { VirtualReviewer } from './virtualReviewer.ts';

const compared = reviewWith((folder, session) => new VirtualReviewer(folder, session));

/** The view *Review* where there is no git: a base is told by another extension, or typed. */
export const virtualReviews: Feature = {
  register(session) {
    compared.register(session);
    session.connection.onRequest(REVIEW_BASES, (): ReviewBases => ({ refs: [] }));
  },
};
