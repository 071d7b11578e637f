import type { LogOutputChannel } from 'vscode';
import { commands } from 'vscode';
import { REFRESH } from '../../server/protocol.ts';
import type { ItemAddress } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import type { Presence } from '../client/presence.ts';
import type { Commands, RowArgument } from '../contributions.ts';
import { WALKTHROUGH } from '../contributions.ts';
import type { Parts } from '../parts.ts';
import { openReviewFile } from '../review/openReviewFile.ts';
import { annotateHere, createAnnotation } from './createAnnotation.ts';
import { fitConfiguration } from './fitConfiguration.ts';
import { goToRequirement } from './goToRequirement.ts';
import { goToUnmet } from './goToUnmet.ts';
import { implementWithAgent } from './implementWithAgent.ts';
import { initConfiguration } from './initConfiguration.ts';
import { leaveAlone } from './leaveAlone.ts';
import { newDocument } from './newDocument.ts';
import { openConfiguration } from './openConfiguration.ts';
import type { ReportSources } from './reportProblem.ts';
import { reportProblem } from './reportProblem.ts';
import { scaffoldTest } from './scaffoldTest.ts';
import { showPlaces } from './showPlaces.ts';
import { itemOfRow, itemsOfRows, treeHandlers } from './treeHandlers.ts';
import { openPlace } from '../window/places.ts';
import { suggestCode } from './suggestCode.ts';
import { waive } from './waive.ts';

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
  const { view, pins, tests, review, matrix, lineCoverage } = parts;
  const ask: LanguageServer['request'] = (...question) => server.request(...question);
  const itemOf = (item: RowArgument): ItemAddress | undefined => itemOfRow(view, item);

  return {
    'reqtrace.initConfiguration': () => initConfiguration(ask),
    'reqtrace.fitConfiguration': () => fitConfiguration(ask),
    'reqtrace.refresh': async () => {
      // It may have been given up after too many crashes.
      await presence.comeBack();
      await server.start();
      await server.request<void>(REFRESH);
    },
    ...treeHandlers({ ask, view, pins, tests, extensionId }),
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
    'reqtrace.suggestCode': (item) => suggestCode(ask, itemOf(item)),
    'reqtrace.implementWithAgent': (item) => implementWithAgent(ask, itemOf(item)),
    'reqtrace.annotateHere': () => annotateHere(ask),
    'reqtrace.waive': (item, selected) => waive(ask, itemsOfRows(view, item, selected)),
    'reqtrace.findLinks': async () => {
      await commands.executeCommand('editor.action.referenceSearch.trigger');
    },
    'reqtrace.pinShown': () => pins.pinShown(),
    'reqtrace.leaveShown': () => pins.leaveShown(),
    'reqtrace.newDocument': () => newDocument(ask),
    'reqtrace.openWalkthrough': async () => {
      await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${WALKTHROUGH}`, false);
    },
    'reqtrace.showPlaces': (...shown) => showPlaces(ask, ...shown),
    'reqtrace.openPlace': (place) => openPlace(ask, place),
    'reqtrace.reviewPin': (params) => pins.review(params),
    'reqtrace.chooseReviewBase': () => review.chooseBase(),
    'reqtrace.refreshReview': () => review.refresh(),
    'reqtrace.openReviewFile': openReviewFile,
    'reqtrace.showMatrix': () => matrix.open(),
    'reqtrace.showInMatrix': async (item) => {
      const found = itemOf(item);
      if (found) await matrix.openAt(found);
    },
    'reqtrace.exportMatrix': () => matrix.export(),
    'reqtrace.showCoverage': () => lineCoverage.show(),
  };
}
