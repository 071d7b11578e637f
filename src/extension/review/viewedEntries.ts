import type { Memento } from 'vscode';
import type { FolderReview, ReviewEntry } from '../../server/reviewProtocol.ts';
import { fnv1a } from '../../text/fnv1a.ts';
import type { ReviewRow } from './reviewRows.ts';

/** Where it is remembered in the workspace's state. */
const VIEWED_KEY = 'reqtrace.reviewViewed';

/** More than this nobody goes through; what was ticked first is forgotten first. */
const MOST_KEPT = 2000;

/** Which entries a person has ticked as viewed. An entry that says something else than it did then is not viewed any more. */
export class ViewedEntries {
  readonly #state: Pick<Memento, 'get' | 'update'>;
  /** What an entry said when it was ticked, by the id of its row. */
  readonly #said: Map<string, string>;

  constructor(state: Pick<Memento, 'get' | 'update'>) {
    this.#state = state;
    this.#said = new Map(Object.entries(state.get<Record<string, string>>(VIEWED_KEY, {})));
  }

  /** True if the entry of a row was ticked and says the same still. */
  has(id: string, entry: ReviewEntry): boolean {
    return this.#said.get(id) === digest(entry);
  }

  /** Ticks entries, or takes that back. */
  async set(changes: readonly (readonly [row: ReviewRow, isViewed: boolean])[]): Promise<void> {
    for (const [row, isViewed] of changes) {
      if (row.kind !== 'entry') continue;
      this.#said.delete(row.id);
      if (isViewed) this.#said.set(row.id, digest(row.entry));
    }
    for (const id of [...this.#said.keys()].slice(0, Math.max(0, this.#said.size - MOST_KEPT))) this.#said.delete(id);
    await this.#state.update(VIEWED_KEY, Object.fromEntries(this.#said));
  }

  /** How many entries there are to view, and how many of them are. */
  progress(reviews: readonly FolderReview[]): { readonly viewed: number; readonly of: number } {
    const groups = reviews.flatMap((review) =>
      review.state === 'compared' ? review.groups.map((group) => ({ folder: review.folder, group })) : [],
    );
    const entries = groups.flatMap(({ folder, group }) =>
      group.entries.map((entry) => ({ id: entryId(folder, group.list, entry.key), entry })),
    );
    return { viewed: entries.filter(({ id, entry }) => this.has(id, entry)).length, of: entries.length };
  }
}

/** The id of an entry's row, which is the same in every window: `file:///p`, `suspect` and the key of the criterion. */
function entryId(folder: string, list: string, key: string): string {
  return `${folder}\nlist ${list}\n${key}`;
}

/** For the second half of a digest. */
const OTHER_SEED = 0x5bd1e995;

function digest({ text, reason, was, is, words, places }: ReviewEntry): string {
  const said = JSON.stringify([text, reason, was, is, words, places.map(({ kind, change }) => `${kind} ${change}`)]);
  return [fnv1a(said), fnv1a(said, OTHER_SEED)].map((half) => half.toString(16).padStart(8, '0')).join('');
}
