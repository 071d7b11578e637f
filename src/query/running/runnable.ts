import type { DocumentView, IndexView } from '../../index/view.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import { unitsOf } from '../../model/item.ts';
import type { WantedItem, WantedTest } from './wantedTest.ts';
import { wantedItems } from './wantedTest.ts';

/** A requirement with what can be run of it. */
export interface RunnableRequirement {
  readonly requirement: RequirementItem;
  /** Its criteria, or itself where it has none, each with at least one test; a test that two of its annotations link to it is there once. */
  readonly units: readonly WantedItem[];
}

/** Documents with at least one requirement that has a linked test; it stops at the first. */
export function runnableDocuments(view: IndexView): readonly DocumentView[] {
  const isTested = ({ key }: Item): boolean => view.coverage(key).links.some(({ is }) => is === 'verifies');
  return view.documents().filter(({ requirements }) => requirements.some((requirement) => unitsOf(requirement).some(isTested)));
}

/** The requirements of a document that have linked tests, in its order. */
export function runnableOf(view: IndexView, { requirements }: DocumentView): readonly RunnableRequirement[] {
  return requirements.flatMap((requirement) => {
    const units = wantedItems(view, [requirement]).flatMap(({ item, tests }) => {
      const once = new Map(tests.map((test) => [testId(test), test]));
      return once.size > 0 ? [{ item, tests: [...once.values()] }] : [];
    });
    return units.length > 0 ? [{ requirement, units }] : [];
  });
}

/** A name for a test that outlives edits above it: `["test/a.test.js","Stock","REQ-1 adds"]`. */
export function testId({ path, groups, name }: Pick<WantedTest, 'path' | 'groups' | 'name'>): string {
  return JSON.stringify([path, ...groups, name]);
}

/** As people call a test: `Stock › REQ-1 adds`; empty for a whole file. */
export function testTitle({ groups, name }: Pick<WantedTest, 'groups' | 'name'>): string {
  return [...groups, name].filter((part) => part !== '').join(' › ');
}

/** Some of the tests of items. */
export interface Choice {
  /** Key of a criterion, or of a requirement without criteria. */
  readonly key: string;
  /** Of these tests of it, by {@link testId}; of all without them. */
  readonly tests?: readonly string[];
}

/** What a choice means now; what is gone since is left out. */
export function chosenItems(view: IndexView, choices: readonly Choice[]): readonly WantedItem[] {
  const byKey = new Map(choices.map(({ key, tests }) => [key, tests && new Set(tests)]));
  const items = choices.flatMap(({ key }) => view.item(key) ?? []);
  return wantedItems(view, items).map(({ item, tests }) => {
    const only = byKey.get(item.key);
    return { item, tests: only ? tests.filter((test) => only.has(testId(test))) : tests };
  });
}
