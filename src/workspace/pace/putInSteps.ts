import { NO_CHANGE } from '../../index/mergedChange.ts';
import type { FileChange, IndexChange } from '../../index/view.ts';
import type { FileFacts } from '../../model/facts.ts';
import { Breather } from './breather.ts';

/** So many things, in criteria, references and the like, go into an index in a moment. */
const MOST_THINGS = 250;

/** What takes changes, and makes the findings of all files when they are in. */
export interface Taker {
  readonly put: (few: readonly FileChange[], checks: 'later') => IndexChange;
  readonly checkNext: () => IndexChange | undefined;
}

/**
 * Puts very many changes into an index, documents first, and lets others have the thread in between:
 * `putInSteps(changes, { put: (few, checks) => index.update(few, checks), checkNext: () => index.checkNext() }, signal)`. Until it is over the index knows
 * only a part of them.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function putInSteps(
  changes: readonly FileChange[],
  { put, checkNext }: Taker,
  signal: AbortSignal | undefined,
): Promise<IndexChange> {
  const breather = new Breather(signal);
  const all = { changedFiles: new Set(NO_CHANGE.changedFiles), changedItems: new Set(NO_CHANGE.changedItems) };
  const add = ({ changedFiles, changedItems }: IndexChange): void => {
    for (const path of changedFiles) all.changedFiles.add(path);
    for (const key of changedItems) all.changedItems.add(key);
  };
  for (const few of steps(changes)) {
    await breather.pause();
    add(put(few, 'later'));
  }
  for (let checked = checkNext(); checked; checked = checkNext()) {
    add(checked);
    await breather.pause();
  }
  return all;
}

function* steps(changes: readonly FileChange[]): Generator<readonly FileChange[], undefined> {
  const isDocument = ({ facts }: FileChange): boolean => facts?.role === 'document';
  let few: FileChange[] = [];
  let things = 0;
  for (const change of [...changes.filter(isDocument), ...changes.filter((one) => !isDocument(one))]) {
    few.push(change);
    things += change.facts ? thingsIn(change.facts) : 1;
    if (things < MOST_THINGS) continue;
    yield few;
    few = [];
    things = 0;
  }
  yield few;
}

function thingsIn({ requirements, annotations, waivers, mentions, links, problems }: FileFacts): number {
  return requirements.reduce(
    (sum, { criteria }) => sum + 1 + criteria.length,
    1 + annotations.length + waivers.length + mentions.length + links.length + problems.length,
  );
}
