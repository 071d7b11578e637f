import { GlobSet } from '../text/patterns/globSet.ts';
import type { IndexView } from '../index/view.ts';
import type { CriterionKind } from '../model/facts.ts';
import type { Item, RequirementItem } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { Status } from '../model/status.ts';
import { cutShort } from '../text/cutShort.ts';
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
  return item.type === 'requirement' ? titleOf(item) : item.facts.text;
}

/**
 * The title of a requirement; of one whose heading is an id and nothing else, `### Requirement 1`, the beginning of its text, else of its first criterion.
 * Only where it says nothing at all the id stands for it.
 */
export function titleOf({ facts, criteria }: RequirementItem): string {
  if (facts.title !== facts.localId && facts.title.trim() !== '') return facts.title;
  const text = facts.text.replace(STORY, '').trim() || (criteria[0]?.facts.text ?? '');
  const sentence = /^.*?[^\s.]{2}(?=[.!?](?:\s|$))/su.exec(text)?.[0] ?? text;
  return cutShort(sentence.replaceAll(/\s+/gu, ' '), LONGEST_TITLE) || facts.title;
}

/** `REQ-1 Orders are kept`; the id alone where there is nothing else to say. */
export function idAndName(item: Item): string {
  const name = nameOf(item);
  return name === item.id || name === item.facts.localId ? item.id : `${item.id} ${name}`;
}

/** What leads a user story. */
const STORY = /^(?:user\s+)?story\s*:\s*/iu;
/** Longest text in the place of a title, in UTF-16 code units. */
const LONGEST_TITLE = 120;

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
