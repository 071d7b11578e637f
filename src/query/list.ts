import { GlobSet } from '../text/patterns/globSet.ts';
import type { IndexView } from '../index/view.ts';
import type { CriterionKind } from '../model/facts.ts';
import type { Item } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { Status } from '../model/status.ts';
import { allItems } from './lookup.ts';

/** What `list` can be asked for. */
export type ItemKind = 'requirement' | CriterionKind;

export const ITEM_KINDS: readonly ItemKind[] = ['requirement', 'criterion', 'step', 'target'];

/** Conditions that an item must all meet; one that is absent or empty lets everything through. */
export interface ListFilter {
  readonly statuses?: readonly Status[];
  readonly kinds?: readonly ItemKind[];
  /** Globs over the document's path (`docs/**`), or parts of its path or key in any letter case (`launch`); one that fits is enough. */
  readonly documents?: readonly string[];
  /** Words that all occur in the item's id, title or text, in any letter case. */
  readonly text?: string;
}

/** Items that pass the filter, each requirement before its criteria, in the order of the index. */
export function list(view: IndexView, filter: ListFilter): Item[] {
  const inDocument = documentFilter(filter.documents ?? []);
  const words = (filter.text ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const kinds = filter.kinds ?? [];
  const statuses = filter.statuses ?? [];
  return Array.from(allItems(view)).filter((item) => {
    if (kinds.length && !kinds.includes(kindOf(item))) return false;
    if (!inDocument(item)) return false;
    if (words.length) {
      const searched = `${item.id} ${nameOf(item)} ${item.facts.text}`.toLowerCase();
      if (!words.every((word) => searched.includes(word))) return false;
    }
    return !statuses.length || statuses.includes(view.coverage(item.key).status);
  });
}

/** What an item is called in lists: a requirement's title, a criterion's text. */
export function nameOf(item: Item): string {
  return item.type === 'requirement' ? item.facts.title : item.facts.text;
}

/** `requirement`, or the kind of a criterion. */
export function kindOf(item: Item): ItemKind {
  return item.type === 'requirement' ? 'requirement' : item.facts.kind;
}

function documentFilter(wanted: readonly string[]): (item: Item) => boolean {
  if (!wanted.length) return () => true;
  const tests = wanted.map((pattern): ((path: string, key: string) => boolean) => {
    if (/[*?[{]/u.test(pattern)) {
      const glob = new GlobSet([[pattern, true]]);
      return (path) => glob.last(path) !== undefined;
    }
    const part = pattern.replaceAll('\\', '/').toLowerCase();
    return (path, key) => path.toLowerCase().includes(part) || key.toLowerCase().includes(part);
  });
  return (item) => {
    const key = requirementOf(item).documentKey;
    return tests.some((test) => test(item.path, key));
  };
}
