import type { ItemAddress, LspRange, PinnedTextsParams, Place, TreeOptions } from '../server/protocol.ts';
import type { FolderReview } from '../server/reviewProtocol.ts';
import type { ReviewRow } from './review/reviewRows.ts';

/*
 * The names that package.json and the code share. Each is written once here; what handles them is typed by
 * these tables, so a forgotten one does not compile, and a test compares them with package.json.
 */

/** The view *Requirements*. */
export const VIEW = 'reqtrace.requirements';

/** The view *Review*. */
export const REVIEW_VIEW = 'reqtrace.review';

/** The webview *Traceability Matrix*. */
export const MATRIX_PANEL = 'reqtrace.matrix';

/** The walkthrough *Get Started with ReqTrace*. */
export const WALKTHROUGH = 'reqtrace.start';

/** What `reqtrace mcp` is offered to agents as. */
export const MCP_PROVIDER = 'reqtrace.mcp';

/** What agents can ask of the language server; package.json has each as `reqtrace_coverage`. */
export const AGENT_TOOLS = [
  'coverage',
  'next_criteria',
  'find_criteria',
  'read_criterion',
  'check_claim',
  'review_changes',
  'explain_line',
] as const;

/** Prefix of every setting, and id of the language client: `reqtrace.trace.server`. */
export const SETTINGS = 'reqtrace';

/** What a command about an item may be called with: the id of a row of the tree, or what a code action carries; nothing by a person. */
export type ItemArgument = string | ItemAddress | undefined;

/** What a command about an item may be called with, a row of Review too; with rows of the tree, all that are selected come second. */
export type RowArgument = ItemArgument | ReviewRow;

/** Every command of the extension, with what its handler takes; a `row` is the id of a row of the tree. */
export interface Commands {
  readonly 'reqtrace.initConfiguration': () => Promise<void>;
  readonly 'reqtrace.fitConfiguration': () => Promise<void>;
  readonly 'reqtrace.refresh': () => Promise<void>;
  /** Asks how where no grouping is named. */
  readonly 'reqtrace.groupTree': (groupBy?: unknown) => Promise<void>;
  readonly 'reqtrace.groupByDocument': () => Promise<void>;
  readonly 'reqtrace.groupByStatus': () => Promise<void>;
  readonly 'reqtrace.showUnmetOnly': () => Promise<void>;
  readonly 'reqtrace.showAll': () => Promise<void>;
  readonly 'reqtrace.expandAll': () => Promise<void>;
  /** Asks for words where none are given as `{ text }`. */
  readonly 'reqtrace.searchTree': (asked?: unknown) => Promise<void>;
  readonly 'reqtrace.clearTreeSearch': () => Promise<void>;
  readonly 'reqtrace.openToSide': (row: string) => Promise<void>;
  readonly 'reqtrace.openCode': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.openTests': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.runTests': (item: RowArgument, selected?: readonly unknown[]) => Promise<void>;
  readonly 'reqtrace.debugTests': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.copyId': (item: RowArgument, selected?: readonly unknown[]) => Promise<void>;
  readonly 'reqtrace.copyReference': (item: RowArgument, selected?: readonly unknown[]) => Promise<void>;
  readonly 'reqtrace.copyPermalink': (item: RowArgument, selected?: readonly unknown[]) => Promise<void>;
  readonly 'reqtrace.copyLink': (item: RowArgument, selected?: readonly unknown[]) => Promise<void>;
  readonly 'reqtrace.pin': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.showInMatrix': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.showInTree': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.exclude': (row: string) => Promise<void>;
  readonly 'reqtrace.showLog': () => void;
  readonly 'reqtrace.restartServer': () => Promise<void>;
  readonly 'reqtrace.goToRequirement': () => Promise<void>;
  readonly 'reqtrace.nextUnmet': () => Promise<void>;
  readonly 'reqtrace.previousUnmet': () => Promise<void>;
  readonly 'reqtrace.createAnnotation': (item: ItemArgument) => Promise<void>;
  readonly 'reqtrace.scaffoldTest': (item: ItemArgument) => Promise<void>;
  readonly 'reqtrace.suggestCode': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.takeSuggestion': (row: string) => Promise<void>;
  readonly 'reqtrace.implementWithAgent': (item: RowArgument) => Promise<void>;
  readonly 'reqtrace.annotateHere': () => Promise<void>;
  readonly 'reqtrace.waive': (item: RowArgument, selected?: readonly unknown[]) => Promise<void>;
  readonly 'reqtrace.findLinks': () => Promise<void>;
  readonly 'reqtrace.pinShown': () => Promise<void>;
  readonly 'reqtrace.leaveShown': () => Promise<void>;
  readonly 'reqtrace.newDocument': () => Promise<void>;
  readonly 'reqtrace.openWalkthrough': () => Promise<void>;
  readonly 'reqtrace.openPlace': (place: Place) => Promise<void>;
  readonly 'reqtrace.showPlaces': (uri: string, position: LspRange['start'], places: readonly Place[]) => Promise<void>;
  readonly 'reqtrace.reviewPin': (params: PinnedTextsParams) => Promise<void>;
  readonly 'reqtrace.chooseReviewBase': () => Promise<void>;
  readonly 'reqtrace.refreshReview': () => Promise<void>;
  readonly 'reqtrace.openReviewFile': (row: ReviewRow) => Promise<void>;
  readonly 'reqtrace.leaveAlone': () => Promise<void>;
  readonly 'reqtrace.comeBack': () => Promise<void>;
  readonly 'reqtrace.reportProblem': () => Promise<void>;
  readonly 'reqtrace.openConfiguration': () => Promise<void>;
  readonly 'reqtrace.showMatrix': () => Promise<void>;
  readonly 'reqtrace.exportMatrix': () => Promise<void>;
  readonly 'reqtrace.showCoverage': () => Promise<void>;
}

const COMMAND_TABLE: Record<keyof Commands, true> = {
  'reqtrace.initConfiguration': true,
  'reqtrace.fitConfiguration': true,
  'reqtrace.refresh': true,
  'reqtrace.groupTree': true,
  'reqtrace.groupByDocument': true,
  'reqtrace.groupByStatus': true,
  'reqtrace.showUnmetOnly': true,
  'reqtrace.showAll': true,
  'reqtrace.expandAll': true,
  'reqtrace.searchTree': true,
  'reqtrace.clearTreeSearch': true,
  'reqtrace.openToSide': true,
  'reqtrace.openCode': true,
  'reqtrace.openTests': true,
  'reqtrace.runTests': true,
  'reqtrace.debugTests': true,
  'reqtrace.copyId': true,
  'reqtrace.copyReference': true,
  'reqtrace.copyPermalink': true,
  'reqtrace.copyLink': true,
  'reqtrace.pin': true,
  'reqtrace.showInMatrix': true,
  'reqtrace.showInTree': true,
  'reqtrace.exclude': true,
  'reqtrace.showLog': true,
  'reqtrace.restartServer': true,
  'reqtrace.goToRequirement': true,
  'reqtrace.nextUnmet': true,
  'reqtrace.previousUnmet': true,
  'reqtrace.createAnnotation': true,
  'reqtrace.scaffoldTest': true,
  'reqtrace.suggestCode': true,
  'reqtrace.takeSuggestion': true,
  'reqtrace.implementWithAgent': true,
  'reqtrace.annotateHere': true,
  'reqtrace.waive': true,
  'reqtrace.findLinks': true,
  'reqtrace.pinShown': true,
  'reqtrace.leaveShown': true,
  'reqtrace.newDocument': true,
  'reqtrace.openWalkthrough': true,
  'reqtrace.openPlace': true,
  'reqtrace.showPlaces': true,
  'reqtrace.reviewPin': true,
  'reqtrace.chooseReviewBase': true,
  'reqtrace.refreshReview': true,
  'reqtrace.openReviewFile': true,
  'reqtrace.leaveAlone': true,
  'reqtrace.comeBack': true,
  'reqtrace.reportProblem': true,
  'reqtrace.openConfiguration': true,
  'reqtrace.showMatrix': true,
  'reqtrace.exportMatrix': true,
  'reqtrace.showCoverage': true,
};

// @implements RT-7.4~7219a0
export const COMMANDS = Object.keys(COMMAND_TABLE) as readonly (keyof Commands)[];

/** What there is to show; `empty` if there is no requirement anywhere, `failed` if no folder can be read, `off` where ReqTrace is switched off. */
export type Phase = 'indexing' | 'ready' | 'empty' | 'failed' | 'off';

/** What the view *Review* shows: rows where it is `ready`, else a text that says why there are none. */
export type ReviewState = 'off' | 'loading' | 'ready' | 'unchanged' | Exclude<FolderReview['state'], 'compared' | 'indexing'>;

/** Every context key that a `when` clause of package.json may ask for. */
export interface ContextKeys {
  readonly 'reqtrace.phase': Phase;
  readonly 'reqtrace.groupBy': TreeOptions['groupBy'];
  readonly 'reqtrace.unmetOnly': boolean;
  /** True while the tree shows what a person looks for. */
  readonly 'reqtrace.searching': boolean;
  readonly 'reqtrace.reviewState': ReviewState;
  /** True while agents can ask the language server. */
  readonly 'reqtrace.agentTools': boolean;
}

const CONTEXT_KEY_TABLE: Record<keyof ContextKeys, true> = {
  'reqtrace.phase': true,
  'reqtrace.groupBy': true,
  'reqtrace.unmetOnly': true,
  'reqtrace.searching': true,
  'reqtrace.reviewState': true,
  'reqtrace.agentTools': true,
};

export const CONTEXT_KEYS = Object.keys(CONTEXT_KEY_TABLE) as readonly (keyof ContextKeys)[];

/** Commands that only rows, code lenses, code actions and the tooltip of the status bar call; they are not the business of package.json. */
export const INTERNAL_COMMANDS: readonly (keyof Commands)[] = [
  'reqtrace.openPlace',
  'reqtrace.showPlaces',
  'reqtrace.reviewPin',
  'reqtrace.openConfiguration',
];

/** The settings that the client itself acts on. */
export interface ClientSettings {
  readonly 'reqtrace.decorations': boolean;
  readonly 'reqtrace.fileDecorations': boolean;
  readonly 'reqtrace.statusBar': boolean;
  readonly 'reqtrace.badge': boolean;
  readonly 'reqtrace.autoReveal': boolean;
  readonly 'reqtrace.testExplorer': boolean;
}

const CLIENT_SETTING_TABLE: Record<keyof ClientSettings, true> = {
  'reqtrace.decorations': true,
  'reqtrace.fileDecorations': true,
  'reqtrace.statusBar': true,
  'reqtrace.badge': true,
  'reqtrace.autoReveal': true,
  'reqtrace.testExplorer': true,
};

export const CLIENT_SETTINGS = Object.keys(CLIENT_SETTING_TABLE) as readonly (keyof ClientSettings)[];

/** The settings that the server asks for. */
export const SERVER_SETTINGS: readonly string[] = [
  'reqtrace.codeLens.documents',
  'reqtrace.codeLens.code',
  'reqtrace.inlayHints.titles',
  'reqtrace.inlayHints.suggestions',
  'reqtrace.outline',
  'reqtrace.problems',
];

/** Read by the library of the language client. */
export const LIBRARY_SETTINGS: readonly string[] = ['reqtrace.trace.server'];
