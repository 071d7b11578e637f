import type { LogOutputChannel } from 'vscode';
import { commands } from 'vscode';
import { GROUPINGS } from '../../query/tree/nodeId.ts';
import { REFRESH } from '../../server/protocol.ts';
import type { ItemAddress } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import type { Presence } from '../client/presence.ts';
import type { Commands, RowArgument } from '../contributions.ts';
import { WALKTHROUGH } from '../contributions.ts';
import type { Parts } from '../parts.ts';
import { openReviewFile } from '../review/openReviewFile.ts';
import { reviewedItem } from '../review/reviewRows.ts';
import { chooseGrouping } from '../tree/groupTree.ts';
import { openToSide } from '../tree/openToSide.ts';
import { RowActions } from '../tree/rowActions.ts';
import { searchTree } from '../tree/searchTree.ts';
import { createAnnotation } from './createAnnotation.ts';
import { goToRequirement } from './goToRequirement.ts';
import { goToUnmet } from './goToUnmet.ts';
import { initConfiguration } from './initConfiguration.ts';
import { leaveAlone } from './leaveAlone.ts';
import { newDocument } from './newDocument.ts';
import { openConfiguration } from './openConfiguration.ts';
import type { ReportSources } from './reportProblem.ts';
import { reportProblem } from './reportProblem.ts';
import { scaffoldTest } from './scaffoldTest.ts';
import { showPlaces } from './showPlaces.ts';

/** What commands act on. */
export interface CommandHost {
  readonly server: LanguageServer;
  readonly parts: Parts;
  readonly log: LogOutputChannel;
  /** Id of the extension, `reqtrace.reqtrace`. */
  readonly extensionId: string;
  readonly presence: Presence;
  /** What a report of a problem is made of. */
  readonly sources: () => ReportSources;
}

/** What each command does. */
export function commandHandlers({ server, parts, log, extensionId, presence, sources }: CommandHost): Commands {
  const { view, pins, review, matrix } = parts;
  const ask: LanguageServer['request'] = (...question) => server.request(...question);
  /** The item of a row, or the one that a code action names. */
  const itemOf = (item: RowArgument): ItemAddress | undefined => {
    if (typeof item === 'string') return view.tree.node(item)?.item;
    return item && 'kind' in item ? reviewedItem(item) : item;
  };
  /** Of all selected rows where the menu stood on one of them. */
  const itemsOf = (item: RowArgument, selected: readonly unknown[] = []): readonly ItemAddress[] =>
    (selected.length > 1 ? (selected as readonly RowArgument[]) : [item]).flatMap((one) => itemOf(one) ?? []);
  const rows = new RowActions(ask, extensionId);

  return {
    'reqtrace.initConfiguration': () => initConfiguration(ask),
    'reqtrace.refresh': async () => {
      // It may have been given up after too many crashes.
      await presence.comeBack();
      await server.start();
      await server.request<void>(REFRESH);
    },
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
    'reqtrace.searchTree': (text) =>
      typeof text === 'string' ? view.setOptions({ text }) : searchTree(view.filter, (typed) => view.setOptions({ text: typed })),
    'reqtrace.clearTreeSearch': () => view.setOptions({ text: '' }),
    'reqtrace.openCode': (item) => rows.openCode(itemOf(item)),
    'reqtrace.openTests': (item) => rows.openTests(itemOf(item)),
    'reqtrace.runTests': (item, selected) => rows.runTests(itemsOf(item, selected)),
    'reqtrace.copyId': (item, selected) => rows.copyIds(itemsOf(item, selected)),
    'reqtrace.copyReference': (item, selected) => rows.copyReferences(itemsOf(item, selected)),
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
    'reqtrace.exclude': (row) => rows.exclude(view.tree.node(row)?.area),
    'reqtrace.showLog': () => log.show(),
    'reqtrace.restartServer': async () => {
      await presence.comeBack();
      await server.restart();
    },
    'reqtrace.leaveAlone': () => leaveAlone(presence),
    'reqtrace.comeBack': () => presence.comeBack(),
    'reqtrace.reportProblem': () => reportProblem(sources(), log),
    'reqtrace.openConfiguration': openConfiguration,
    'reqtrace.goToRequirement': () => goToRequirement(ask),
    'reqtrace.nextUnmet': () => goToUnmet(ask, 'next'),
    'reqtrace.previousUnmet': () => goToUnmet(ask, 'previous'),
    'reqtrace.createAnnotation': (item) => createAnnotation(ask, itemOf(item)),
    'reqtrace.scaffoldTest': (item) => scaffoldTest(ask, itemOf(item)),
    'reqtrace.newDocument': newDocument,
    'reqtrace.openWalkthrough': async () => {
      await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${WALKTHROUGH}`, false);
    },
    'reqtrace.showPlaces': showPlaces,
    'reqtrace.reviewPin': (params) => pins.review(params),
    'reqtrace.chooseReviewBase': () => review.chooseBase(),
    'reqtrace.refreshReview': () => review.refresh(),
    'reqtrace.openReviewFile': openReviewFile,
    'reqtrace.showMatrix': () => matrix.open(),
    'reqtrace.exportMatrix': () => matrix.export(),
  };
}
