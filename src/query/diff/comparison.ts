import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import { mayBeDebt } from './rules/debtFiles.ts';

/** One file that is not the same on both sides; a new one has no `base`, a deleted one no `head`, a renamed one two names. */
export interface ChangedFile {
  readonly base?: FilePath;
  readonly head?: FilePath;
}

/**
 * Two states of one workspace folder. `head` may be an index with unsaved texts in it; `files` may name files that turn out
 * to be the same.
 */
export interface Comparison {
  readonly base: IndexView;
  readonly head: IndexView;
  readonly files: readonly ChangedFile[];
  /** Text of a changed file on the base's side, if it was read. Needed for files that `wantedTexts` names. */
  baseText(path: FilePath): string | undefined;
  headText(path: FilePath): string | undefined;
}

/** More files than this are not files of known debt. */
const MOST_DEBTS = 50;

/** Changed files whose texts a comparison looks at: those with annotations or rules, with `unclaimed` all code and tests that changed. */
export function wantedTexts({ base, head, files }: Pick<Comparison, 'base' | 'head' | 'files'>, { unclaimed = false } = {}): ChangedFile[] {
  const debts = new Set(files.filter(mayBeDebt).slice(0, MOST_DEBTS));
  return files.filter((file) => {
    if (debts.has(file) || file.head === CONFIGURATION_FILE) return true;
    const facts = [
      file.base === undefined ? undefined : base.facts(file.base),
      file.head === undefined ? undefined : head.facts(file.head),
    ];
    return facts.some((each) => each && (each.annotations.length > 0 || (unclaimed && (each.role === 'code' || each.role === 'test'))));
  });
}

/** Files that have another path on the newer side, base to head: `renamedIn(comparison).get('docs/old.md')`. */
export function renamedIn({ files }: Pick<Comparison, 'files'>): ReadonlyMap<FilePath, FilePath> {
  return new Map(
    files.flatMap(({ base, head }) => (base !== undefined && head !== undefined && base !== head ? [[base, head] as const] : [])),
  );
}
