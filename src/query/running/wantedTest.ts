import type { IndexView } from '../../index/view.ts';
import type { Annotation, Declaration } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';
import { unitsOf } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';

/** A test to run: `{ path: 'test/stock.test.ts', groups: ['Stock'], name: 'REQ-1 adds', selects: 'test', line: 12, annotation }`. */
export interface WantedTest {
  readonly path: FilePath;
  readonly annotation: Annotation;
  /** What it is in, as the source writes it, outermost first. */
  readonly groups: readonly string[];
  /** As the source writes it; empty for a whole file. */
  readonly name: string;
  /** One test, all tests of a group or class, or all of its file, where the annotation is on nothing that runners know. */
  readonly selects: 'test' | 'group' | 'file';
  /** Of the head of its declaration, counted from 1. */
  readonly line: number;
  /** True where its groups are known: a title on one line with its group has none in the facts. */
  readonly outermost: boolean;
}

/** One criterion, or requirement without criteria, and the tests that are linked to it. */
export interface WantedItem {
  readonly item: Item;
  readonly tests: readonly WantedTest[];
}

/** The criteria that these items are or have, each with its tests; one test is the same object wherever it is wanted. */
export function wantedItems(index: IndexView, items: readonly Item[]): readonly WantedItem[] {
  const known = new Map<Annotation, WantedTest>();
  const units = new Map(items.flatMap((item) => (item.type === 'requirement' ? unitsOf(item) : [item])).map((item) => [item.key, item]));
  return [...units.values()].map((item) => ({
    item,
    tests: index.coverage(item.key).links.flatMap(({ is, path, annotation }) => {
      if (is !== 'verifies') return [];
      let test = known.get(annotation);
      if (!test) known.set(annotation, (test = wantedTest(path, annotation)));
      return [test];
    }),
  }));
}

/** The test that an annotation is on. */
function wantedTest(path: FilePath, annotation: Annotation): WantedTest {
  const { declaration, reference } = annotation;
  const selects = declaration ? selectionOf(declaration) : 'file';
  const start = (declaration?.range ?? reference.range).start;
  const groups = declaration?.within ?? [];
  return {
    path,
    annotation,
    groups: selects === 'file' ? [] : groups,
    name: selects === 'file' ? '' : (declaration?.name ?? ''),
    selects,
    line: start.line + 1,
    outermost: groups.length > 0 || start.character === 0,
  };
}

function selectionOf({ kind, group }: Declaration): WantedTest['selects'] {
  if (kind === 'class') return 'group';
  if (kind !== 'test') return 'file';
  return group ? 'group' : 'test';
}
