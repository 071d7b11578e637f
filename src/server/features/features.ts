import type { Feature } from '../feature.ts';
import { completion } from './completion.ts';
import { hover } from './hover.ts';
import { codeLens } from './marks/codeLens.ts';
import { decorations } from './marks/decorations.ts';
import { diagnostics } from './marks/diagnostics.ts';
import { packedText } from './packedText.ts';
import { documentStatuses } from './marks/documentStatuses.ts';
import { documentSymbols } from './marks/documentSymbols.ts';
import { foldingRanges } from './marks/foldingRanges.ts';
import { inlayHints } from './marks/inlayHints.ts';
import { previewMarks } from './marks/previewMarks.ts';
import { refreshedMarks } from './marks/refreshedMarks.ts';
import { definition } from './navigation/definition.ts';
import { documentHighlight } from './navigation/documentHighlight.ts';
import { documentLinks } from './navigation/documentLinks.ts';
import { goToList } from './navigation/goToList.ts';
import { implementation } from './navigation/implementation.ts';
import { references } from './navigation/references.ts';
import { typeHierarchy } from './navigation/typeHierarchy.ts';
import { unmetNeighbour } from './navigation/unmetNeighbour.ts';
import { workspaceSymbols } from './navigation/workspaceSymbols.ts';
import { matrix } from './review/matrix.ts';
import { testTree } from './running/testTree.ts';
import { documents } from './sync/documents.ts';
import { notebooks } from './sync/notebooks.ts';
import { settings } from './sync/settings.ts';
import { trust } from './sync/trust.ts';
import { watchedFiles } from './sync/watchedFiles.ts';
import { workspaceFolders } from './sync/workspaceFolders.ts';
import { agentTools } from './view/agentTools.ts';
import { cellPlace } from './view/cellPlace.ts';
import { itemPlaces } from './view/itemPlaces.ts';
import { lineCoverage } from './view/lineCoverage.ts';
import { refresh } from './view/refresh.ts';
import { state } from './view/state.ts';
import { tree } from './view/tree.ts';
import { annotatableFiles } from './writing/annotatableFiles.ts';
import { annotate } from './writing/annotate.ts';
import { codeActions } from './writing/codeActions.ts';
import { exclude } from './writing/exclude.ts';
import { fileRename } from './writing/fileRename.ts';
import { pinnedTexts } from './writing/pinnedTexts.ts';
import { fit } from './writing/fit.ts';
import { proposeConfiguration } from './writing/proposeConfiguration.ts';
import { rename } from './writing/rename.ts';
import { agentPrompt } from './writing/agentPrompt.ts';
import { suggestions } from './writing/suggestions.ts';
import { scaffoldTest } from './writing/scaffoldTest.ts';
import { waive } from './writing/waive.ts';

// @implements RT-8.1~de16f3
/** All that the server does wherever it runs; who listens to the session hears of a change in this order, so the state comes last. */
export const FEATURES: readonly Feature[] = [
  settings,
  watchedFiles,
  workspaceFolders,
  documents,
  notebooks,
  trust,
  diagnostics,
  tree,
  decorations,
  previewMarks,
  refreshedMarks,
  matrix,
  state,
  refresh,
  hover,
  completion,
  definition,
  implementation,
  references,
  documentHighlight,
  documentLinks,
  typeHierarchy,
  workspaceSymbols,
  goToList,
  unmetNeighbour,
  codeLens,
  inlayHints,
  documentSymbols,
  foldingRanges,
  documentStatuses,
  packedText,
  rename,
  fileRename,
  codeActions,
  annotate,
  annotatableFiles,
  waive,
  scaffoldTest,
  agentPrompt,
  suggestions,
  pinnedTexts,
  fit,
  proposeConfiguration,
  agentTools,
  itemPlaces,
  cellPlace,
  lineCoverage,
  exclude,
  testTree,
];
