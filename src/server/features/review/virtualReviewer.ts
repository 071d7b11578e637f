import type { CancellationToken } from 'vscode-languageserver';
import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { HeadSide } from '../../../workspace/past/review/workingSide.ts';
import { workingSide } from '../../../workspace/past/review/workingSide.ts';
import { VirtualReview } from '../../../workspace/virtual/virtualReview.ts';
import type { BaseParams, ToldBase, UntoldBase } from '../../baseProtocol.ts';
import { BASE, BASE_FILE } from '../../baseProtocol.ts';
import type { Folder } from '../../folder.ts';
import { describeError } from '../../log.ts';
import type { BaseAddress, BaseChoice, FolderReview } from '../../reviewProtocol.ts';
import type { Session } from '../../session.ts';
import { headReview } from './headReview.ts';
import { presentReview } from './presentReview.ts';
import type { Reviewer } from './reviewer.ts';

interface Kept {
  readonly key: string;
  readonly review: Promise<VirtualReview>;
  readonly abort: AbortController;
}

// @implements RT-8.2/AC3, RT-8.2/AC5
/**
 * The review of a folder that no disk has: compared where an extension of the client tells the base and its files, else as it is now, with the reason. Where not all of
 * the folder was read, nothing is compared, since what was not read may be what meets a criterion on one of the sides.
 */
export class VirtualReviewer implements Reviewer {
  /** Marks in the text follow no base that has to be asked for over a network. */
  readonly last = undefined;
  readonly #folder: Folder;
  readonly #session: Session;
  #asked: { readonly choice: string; readonly answer: Promise<ToldBase | UntoldBase | null> } | undefined;
  #kept: Kept | undefined;
  /** Files that were written, made or removed while the window was open. */
  readonly #touched = new Set<FilePath>();

  constructor(folder: Folder, session: Session) {
    this.#folder = folder;
    this.#session = session;
  }

  diskChanged(path?: FilePath): void {
    this.#asked = undefined;
    if (path !== undefined) this.#touched.add(path);
  }

  async review(choice: BaseChoice, token: CancellationToken): Promise<FolderReview | undefined> {
    const { uri: folder, name, view, doubt } = this.#folder;
    if (!view || doubt) return headReview(this.#folder);
    try {
      const told = await this.#baseOf(choice);
      if (token.isCancellationRequested) return undefined;
      if (!told || 'untold' in told) return headReview(this.#folder, reasonOf(told));
      const written = [...this.#touched].filter((path) => view.files.has(path));
      const openPaths = new Set([...this.#folder.openPaths, ...written]);
      const side = workingSide({ index: view, openPaths, text: (path) => this.#folder.text(path) });
      const review = await this.#reviewOf(told, side);
      const comparison = await review.follow(side);
      if (token.isCancellationRequested) return undefined;
      return {
        folder,
        name,
        ...presentReview(this.#folder, { base: told, present: told.present, notes: [...notesOf(told), ...review.notes] }, comparison),
      };
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      this.#asked = undefined;
      if (!(error instanceof UserError)) this.#session.log.error(`review of ${name}: ${describeError(error)}`);
      return headReview(this.#folder, error instanceof UserError ? error.said : say('an unexpected error, see the log'));
    }
  }

  dispose(): void {
    this.#kept?.abort.abort();
    this.#kept = undefined;
    this.#asked = undefined;
  }

  #baseOf(base: BaseChoice): Promise<ToldBase | UntoldBase | null> {
    const choice = JSON.stringify(base);
    if (this.#asked?.choice === choice) return this.#asked.answer;
    const { client, connection } = this.#session;
    const params: BaseParams = { folder: this.#folder.uri, base };
    // Only a client with views may know the question.
    const asked = client.views ? connection.sendRequest<ToldBase | UntoldBase | null>(BASE, params) : Promise.resolve(null);
    const answer = asked.catch(() => null);
    this.#asked = { choice, answer };
    return answer;
  }

  /** What was written in this window counts as changed even if nobody tells of it. */
  async #open(told: ToldBase, side: HeadSide, signal: AbortSignal): Promise<VirtualReview> {
    const { connection } = this.#session;
    const text = async (path: FilePath): Promise<string | undefined> => {
      const address: BaseAddress = { folder: this.#folder.uri, commit: told.commit, path };
      return (await connection.sendRequest<string | null>(BASE_FILE, address)) ?? undefined;
    };
    const named = new Set(told.files.flatMap(({ base, head }) => [base, head]));
    const gone = [...this.#touched].filter((path) => !named.has(path) && !side.index.files.has(path));
    const had = await Promise.all(gone.map(async (path) => ((await text(path)) === undefined ? [] : [{ base: path }])));
    return VirtualReview.open({ name: told.name, files: [...told.files, ...had.flat()], text }, side, { today: side.index.today, signal });
  }

  /** The base is read once, as long as it and what differs from it are the same. */
  #reviewOf(told: ToldBase, side: HeadSide): Promise<VirtualReview> {
    const { today } = side.index;
    const key = JSON.stringify([told.commit, told.files, today, [...this.#touched]]);
    if (this.#kept?.key === key) return this.#kept.review;
    this.#kept?.abort.abort();
    const abort = new AbortController();
    const review = this.#open(told, side, abort.signal);
    const made = { key, review, abort };
    this.#kept = made;
    review.catch(() => {
      if (this.#kept === made) this.#kept = undefined;
    });
    return review;
  }
}

/** Why nothing is compared, as a part of a sentence. */
function reasonOf(untold: UntoldBase | null): Message {
  const { name = '' } = untold ?? {};
  switch (untold?.untold) {
    case undefined:
      return say('a folder without a disk has no git');
    case 'noExtension':
      return say('a folder without a disk has no git, and GitHub Pull Requests, through which extensions tell of commits, is not running');
    case 'noRepository':
      return say('no extension tells GitHub Pull Requests of a repository of this folder');
    case 'noBase':
      return say('no extension says what it is to be compared with');
    case 'noMergeBase':
      return say('the extension of the repository does not say where it parted from {0}', name);
    case 'noChanges':
      return say('the extension of the repository does not say what differs from {0}', name);
    case 'tooMany':
      return say('more files differ from {0} than GitHub tells of', name);
  }
}

function notesOf({ name, pullRequest }: ToldBase): Message[] {
  return pullRequest === undefined
    ? []
    : [
        say(
          'Compared with {0}, the default branch: GitHub Pull Requests does not tell other extensions the base of pull request {1}',
          name,
          `#${pullRequest}`,
        ),
      ];
}
