import type { Connection } from 'vscode-languageserver/node';
import type { FilePath } from '../../model/position.ts';
import { localised } from '../../text/words/localised.ts';
import { listBases } from '../../workspace/past/review/bases.ts';
import { textAt } from '../../workspace/past/textAt.ts';
import type { Folder } from '../folder.ts';
import type { Folders } from '../folders.ts';
import { guarded } from '../guarded.ts';
import type { Log } from '../log.ts';
import { isOfOtherTools } from '../otherTools.ts';
import { FolderReviewer } from './folderReviewer.ts';
import { matrixHtml } from './matrix.ts';
import type { BaseAddress, FolderReview, MatrixPage, MatrixParams, ReviewBases, ReviewParams } from '../reviewProtocol.ts';
import { BASE_TEXT, MATRIX, MATRIX_CHANGED, REVIEW, REVIEW_BASES, REVIEW_CHANGED } from '../reviewProtocol.ts';

/** Changes are told this long after the first of them, in milliseconds. */
const REVIEW_DELAY = 200;
/** The matrix is a whole page, which is made anew. */
const MATRIX_DELAY = 600;

/** What in a repository's own folder moves when it is committed to, fetched into or checked out. */
const REPOSITORY_STATE = /^\.git\/(?:HEAD|packed-refs|refs\/.+)$/u;

/** What the server tells of its folders. */
export interface ReviewListener {
  /** The index of a folder changed. */
  changed(folder: Folder): void;
  /** A file of the folder changed on the disk, be it one of git's own. */
  diskChanged(folder: Folder, path: FilePath): void;
  /** A folder was closed. */
  removed(folder: Folder): void;
}

/**
 * Answers the view *Review* and the traceability matrix. Nothing is computed unless a client asks, and a client that does not
 * ask again is told of no more than one change.
 */
export function answerReview(
  connection: Connection,
  folders: Folders,
  log: Log,
  version: string,
  languageTag: () => string,
): ReviewListener {
  const reviewers = new Map<Folder, FolderReviewer>();
  const reviewTeller = new Teller(REVIEW_DELAY, () => void connection.sendNotification(REVIEW_CHANGED));
  const matrixTellers = new Map<Folder, Teller>();

  function reviewerOf(folder: Folder): FolderReviewer {
    let reviewer = reviewers.get(folder);
    if (!reviewer) {
      reviewer = new FolderReviewer(folder, log);
      reviewers.set(folder, reviewer);
    }
    return reviewer;
  }

  connection.onRequest(
    REVIEW,
    guarded('review', log, async ({ base, afresh = false }: ReviewParams, token): Promise<FolderReview[] | null> => {
      reviewTeller.arm();
      if (afresh) for (const reviewer of reviewers.values()) reviewer.diskChanged();
      const reviews = await Promise.all(folders.all.map((folder) => reviewerOf(folder).review(base, token)));
      return reviews.every((review) => review !== undefined) ? reviews : null;
    }),
  );

  connection.onRequest(
    REVIEW_BASES,
    guarded('review bases', log, async (): Promise<ReviewBases> => {
      const roots = folders.all.flatMap(({ root, isTrusted }) => (root !== undefined && isTrusted ? [root] : []));
      const [first, ...others] = await Promise.all(roots.map(listBases));
      return { refs: [], ...first, ...(others.length && { refs: [...new Set([first, ...others].flatMap((bases) => bases?.refs ?? []))] }) };
    }),
  );

  connection.onRequest(
    BASE_TEXT,
    guarded('text of the base', log, async ({ folder: uri, commit, path }: BaseAddress): Promise<string | null> => {
      const folder = folders.get(uri);
      if (!folder?.isTrusted || folder.root === undefined) return null;
      return (await textAt(folder.root, commit, path)) ?? null;
    }),
  );

  connection.onRequest(
    MATRIX,
    guarded('matrix', log, async ({ folder: uri, nonce }: MatrixParams): Promise<MatrixPage | null> => {
      const folder = folders.get(uri);
      if (!folder?.view) return null;
      let teller = matrixTellers.get(folder);
      if (!teller) {
        teller = new Teller(MATRIX_DELAY, () => void connection.sendNotification(MATRIX_CHANGED, { folder: folder.uri }));
        matrixTellers.set(folder, teller);
      }
      if (nonce !== undefined) teller.arm();
      const html = await matrixHtml(folder, version, nonce, { tag: languageTag(), words: localised });
      return html === undefined ? null : { html };
    }),
  );

  return {
    changed(folder) {
      reviewTeller.tell();
      matrixTellers.get(folder)?.tell();
    },
    diskChanged(folder, path) {
      if (isOfOtherTools(path) && !REPOSITORY_STATE.test(path)) return;
      reviewers.get(folder)?.diskChanged();
      reviewTeller.tell();
    },
    removed(folder) {
      reviewers.get(folder)?.dispose();
      reviewers.delete(folder);
      matrixTellers.delete(folder);
      reviewTeller.tell();
    },
  };
}

/** Tells something once, a moment after it happened, and then no more until it is armed again. */
class Teller {
  readonly #delay: number;
  readonly #send: () => void;
  #armed = false;

  constructor(delay: number, send: () => void) {
    this.#delay = delay;
    this.#send = send;
  }

  arm(): void {
    this.#armed = true;
  }

  tell(): void {
    if (!this.#armed) return;
    this.#armed = false;
    setTimeout(this.#send, this.#delay).unref();
  }
}
