import type { IndexView } from '../../index/view.ts';
import type { Attribute } from '../../model/facts.ts';
import { normalIdOf, withCriteria } from '../../model/item.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import { lineOf } from '../../model/position.ts';
import type { FilePath } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';
import { compareText } from '../../index/order.ts';

/** An item as other tools take it. */
export interface Exported {
  readonly key: string;
  /** As references name it: `IP-1.1`, `IP-1.1/AC2`. */
  readonly id: string;
  readonly namespace: string;
  /** Key of its requirement; absent for a requirement. */
  readonly parent?: string;
  readonly title: string;
  readonly text: string;
  readonly status: Status;
  readonly needs: readonly LinkKind[];
  /** Its artifact type in notations that have such: `dsn`. */
  readonly kind?: string;
  /** As its notation writes it; absent where that has pins. */
  readonly revision?: string;
  readonly attributes: readonly Attribute[];
  /** Keys of what it covers. */
  readonly covers: readonly string[];
  /** Code and tests, as `implements src/kettle.ts:3 boil()`. */
  readonly links: readonly { readonly kind: 'implements' | 'verifies'; readonly place: string }[];
  readonly file: FilePath;
  readonly line: number;
}

// @implements RT-6.1/AC23
/** All that is exported of an index, in the order of the documents: requirements, each with its criteria behind it. */
export function exportedItems(view: IndexView): readonly Exported[] {
  return Array.from(view.requirements()).flatMap((requirement) => withCriteria(requirement).map((item) => exported(view, item)));
}

function exported(view: IndexView, item: Item): Exported {
  const { status, needs, links } = view.coverage(item.key);
  const { facts } = item;
  return {
    key: item.key,
    id: normalIdOf(item),
    namespace: (item.type === 'requirement' ? item : item.requirement).namespace,
    ...(item.type === 'criterion' && { parent: item.requirement.key }),
    ...('title' in facts
      ? { title: facts.title, text: facts.text }
      : { title: '', text: facts.detail === '' ? facts.text : `${facts.text} ${facts.detail}` }),
    status,
    needs,
    ...('title' in facts && facts.kind !== undefined && { kind: facts.kind }),
    ...(facts.revision !== undefined && { revision: facts.revision }),
    attributes: facts.attributes,
    covers: item.type === 'requirement' ? coveredBy(view, item) : [],
    links: links
      .filter(({ target }) => target === item.key)
      .map(({ is, path, annotation: { reference, declaration } }) => ({
        kind: is,
        place: `${path}:${lineOf(reference.range)}${declaration ? ` ${declaration.name}` : ''}`,
      })),
    file: item.path,
    line: lineOf(facts.nameRange),
  };
}

function coveredBy(view: IndexView, { facts, path }: RequirementItem): readonly string[] {
  const keys = facts.covers.flatMap((reference) => {
    const resolution = view.resolve(reference, path);
    return resolution.kind === 'item' ? [resolution.item.key] : [];
  });
  return [...new Set(keys)].sort(compareText);
}

/**
 * Names of items in a format that has letters of its own for them, by key: `REQ-1` for the only REQ-1, and where several would have one name, each with
 * its namespace before it.
 *
 * @param legal makes a name of any text, and the same of that again.
 */
export function namesOf(items: readonly Exported[], legal: (text: string) => string): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(legal(id), (counts.get(legal(id)) ?? 0) + 1);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, id, namespace } of items) {
    const wanted = counts.get(legal(id)) === 1 ? legal(id) : legal(`${namespace}_${id}`);
    let name = wanted;
    for (let further = 2; taken.has(name); further += 1) name = `${wanted}_${further}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}
