import { GROUPINGS } from '../../query/tree/nodeId.ts';
import type { ItemAddress } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import type { Commands, RowArgument } from '../contributions.ts';
import type { Parts } from '../parts.ts';
import { reviewedItem } from '../review/reviewRows.ts';
import { chooseGrouping } from '../tree/groupTree.ts';
import { openToSide } from '../tree/openToSide.ts';
import type { Tested } from '../testing/requirementTests.ts';
import type { RequirementsView } from '../tree/requirementsView.ts';
import { RowActions } from '../tree/rowActions.ts';
import { searchTree } from '../tree/searchTree.ts';
import { takeSuggestion } from '../tree/takeSuggestion.ts';

/** What the commands of the view *Requirements* act on. */
interface TreeHost extends Pick<Parts, 'view' | 'pins' | 'tests'> {
  readonly ask: LanguageServer['request'];
  readonly extensionId: string;
}

/** Commands of the view *Requirements* and of the menus of its rows. */
type TreeCommands = Pick<
  Commands,
  | 'reqtrace.groupTree'
  | 'reqtrace.groupByDocument'
  | 'reqtrace.groupByStatus'
  | 'reqtrace.showUnmetOnly'
  | 'reqtrace.showAll'
  | 'reqtrace.expandAll'
  | 'reqtrace.openToSide'
  | 'reqtrace.searchTree'
  | 'reqtrace.clearTreeSearch'
  | 'reqtrace.openCode'
  | 'reqtrace.openTests'
  | 'reqtrace.runTests'
  | 'reqtrace.debugTests'
  | 'reqtrace.copyId'
  | 'reqtrace.copyReference'
  | 'reqtrace.copyLink'
  | 'reqtrace.copyPermalink'
  | 'reqtrace.pin'
  | 'reqtrace.showInTree'
  | 'reqtrace.exclude'
  | 'reqtrace.takeSuggestion'
>;

/** The item of a row of either view, or the one that a code action names. */
export function itemOfRow(view: RequirementsView, item: RowArgument): ItemAddress | undefined {
  if (typeof item === 'string') return view.tree.node(item)?.item;
  return item && 'kind' in item ? reviewedItem(item) : item;
}

/** The items of all selected rows, where the menu was on one of several; else of the one row. */
export function itemsOfRows(view: RequirementsView, item: RowArgument, selected: readonly unknown[] = []): readonly ItemAddress[] {
  const rows = selected.length > 1 ? (selected as readonly RowArgument[]) : [item];
  return rows.flatMap((row) => itemOfRow(view, row) ?? []);
}

/** What is asked to be run of rows: all that is linked to an item, or in a document; of a row of a test it alone. */
function testedIn(view: RequirementsView, item: RowArgument, selected: readonly unknown[] = []): readonly Tested[] {
  const rows = selected.length > 1 ? (selected as readonly RowArgument[]) : [item];
  return rows.flatMap((row): readonly Tested[] => {
    const { kind, area, test } = (typeof row === 'string' ? view.tree.node(row) : undefined) ?? {};
    if (test) return [{ subject: test.item, at: test }];
    const subject = kind === 'document' ? area : itemOfRow(view, row);
    return subject ? [{ subject }] : [];
  });
}

/** What each of them does. */
export function treeHandlers({ ask, view, pins, tests, extensionId }: TreeHost): TreeCommands {
  const rows = new RowActions(ask, extensionId);
  const itemOf = (item: RowArgument): ItemAddress | undefined => itemOfRow(view, item);
  const itemsOf = (item: RowArgument, selected?: readonly unknown[]): readonly ItemAddress[] => itemsOfRows(view, item, selected);

  return {
    'reqtrace.groupTree': async (asked) => {
      const groupBy = GROUPINGS.find((grouping) => grouping === asked) ?? (await chooseGrouping(view.options.groupBy));
      if (groupBy) await view.setOptions({ groupBy });
    },
    'reqtrace.groupByDocument': () => view.setOptions({ groupBy: 'document' }),
    'reqtrace.groupByStatus': () => view.setOptions({ groupBy: 'status' }),
    'reqtrace.showUnmetOnly': () => view.setOptions({ unmetOnly: true }),
    'reqtrace.showAll': () => view.setOptions({ unmetOnly: false }),
    'reqtrace.expandAll': () => view.expandAll(),
    'reqtrace.openToSide': (row) => openToSide(view.tree.node(row)),
    'reqtrace.searchTree': (asked) => {
      const text = textOf(asked);
      return text === undefined ? searchTree(view.filter, (typed) => view.setOptions({ text: typed })) : view.setOptions({ text });
    },
    'reqtrace.clearTreeSearch': () => view.setOptions({ text: '' }),
    'reqtrace.openCode': (item) => rows.openCode(itemOf(item)),
    'reqtrace.openTests': (item) => rows.openTests(itemOf(item)),
    'reqtrace.runTests': (item, selected) => tests.run(testedIn(view, item, selected), false),
    'reqtrace.debugTests': (item) => tests.run(testedIn(view, item), true),
    'reqtrace.copyId': (item, selected) => rows.copyIds(itemsOf(item, selected)),
    'reqtrace.copyReference': (item, selected) => rows.copyReferences(itemsOf(item, selected)),
    'reqtrace.copyPermalink': (item, selected) => rows.copyPermalinks(itemsOf(item, selected)),
    'reqtrace.copyLink': (item, selected) => rows.copyLinks(itemsOf(item, selected)),
    'reqtrace.pin': async (item) => {
      const node = typeof item === 'string' ? view.tree.node(item) : undefined;
      const places = node?.link && node.target ? [node.target] : await rows.stalePlaces(itemOf(item));
      await rows.pin(places, ({ uri, range }) => pins.review({ uri, position: range.start }));
    },
    'reqtrace.showInTree': async (item) => {
      const found = itemOf(item);
      if (found) await view.reveal(found);
    },
    'reqtrace.takeSuggestion': (row) => takeSuggestion(ask, view.tree.node(row)?.suggestion),
    'reqtrace.exclude': (row) => rows.exclude(view.tree.node(row)?.area),
  };
}

/** The words that a program looks for. A string is none: to a button in its title VS Code hands the row that is selected. */
function textOf(asked: unknown): string | undefined {
  return typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string' ? asked.text : undefined;
}
