import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Loudness } from '../model/configuration.ts';
import type { StatusCounts } from '../model/item.ts';
import type { Status } from '../model/status.ts';
import type { Grouping } from '../query/tree/nodeId.ts';

/*
 * What the language server and its client say to each other beyond the Language Server Protocol.
 * Types and names only: the client imports nothing else of the server. URIs are strings, ranges as
 * in the protocol.
 */

/** How the tree is laid out. */
export interface TreeOptions {
  readonly groupBy: Grouping;
  /** Leave out what is met, waived or exempt. */
  readonly unmetOnly: boolean;
  /** Words that all must occur, `@failing` for a status; what is searched is told at `TreeFilter`. */
  readonly text?: string;
}

/** Below the group *Suggested*: `suggestion` is a function or a test, `note` says that there is none. */
type SuggestedKind = 'suggested' | 'suggestion' | 'note';

/** One row of the tree, ready to draw. */
export interface TreeNode {
  /** Stable over edits, unique in the window: folder URI, then the place in the tree. */
  readonly id: string;
  /** A `folder` is one of the workspace, a `directory` lies in it. */
  readonly kind:
    | 'folder'
    | 'directory'
    | 'group'
    | 'document'
    | 'requirement'
    | 'criterion'
    | 'link'
    | 'lower'
    | 'waiver'
    | 'plan'
    | 'page'
    | SuggestedKind;
  readonly label: string;
  /** `2/4 met`, or where a link stands: `stock.ts:18`. */
  readonly description?: string;
  readonly status?: Status;
  /** True for what a change would add, and for the document that says so: its icon is that of a plan, whatever its status. */
  readonly planned?: boolean;
  /** Of a link: what it does. */
  readonly link?: 'implements' | 'verifies';
  /** Of a link: true where the text that it was written for has changed, so that it can be pinned again. */
  readonly stale?: boolean;
  /** Of an item: what its links do, to offer a way to them. */
  readonly links?: readonly ('implements' | 'verifies')[];
  /** Criteria below it that still need work; absent where there are none, or where it is not known yet. */
  readonly open?: number;
  /** Of a directory or a document in which changes plan something and nothing is defined: how many requirements. */
  readonly plans?: number;
  readonly hasChildren: boolean;
  /** Where a click goes. */
  readonly target?: { readonly uri: string; readonly range: LspRange };
  /** Of a link to a test: where the test itself stands and what it is linked to, to run it; a comment that names its item is above it. */
  readonly test?: Place & { readonly item: ItemAddress };
  /** Of a requirement or a criterion: the item that it shows. */
  readonly item?: ItemAddress;
  /** Of a function or a test that may meet an item: how to say that it does. */
  readonly suggestion?: AnnotateParams;
  /** Of a directory or a document: what it shows. */
  readonly area?: AreaAddress;
  /** What a screen reader says: `IP-1.1.1 Reserve stock, partial, 2 of 4 criteria met`. */
  readonly accessibleLabel: string;
}

/** A file or a folder in a workspace folder. */
export interface AreaAddress {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** Path in it: `docs/plan`. */
  readonly path: string;
}

export interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Request: children of a row, or the top rows without `id`. Params {@link TreeChildrenParams}, result {@link TreeNode}[]. */
export const TREE_CHILDREN = 'reqtrace/treeChildren';
export interface TreeChildrenParams {
  readonly id?: string;
  readonly options: TreeOptions;
}

/** Request: the rows from the top down to an item or to a document, to reveal it. Params {@link TreePathParams}, result {@link TreeNode}[], empty if it is not shown. */
export const TREE_PATH = 'reqtrace/treePath';
export type TreePathParams = { readonly options: TreeOptions } & (
  | ItemAddress
  /** URI of a document. */
  | { readonly uri: string }
);

/** Request: where an item is written and what points at it, for the menu of its row. Params {@link ItemAddress}, result {@link ItemPlaces}, or null where it is gone. */
export const ITEM_PLACES = 'reqtrace/itemPlaces';
export interface ItemPlaces {
  /** `IP-1.1.1/AC2` */
  readonly id: string;
  /**
   * What a comment in code says of it, in any file of the folder and in the words of its notation: `@implements launch#IP-1.1.1/AC2` where another document
   * has an `IP-1.1.1/AC2` too.
   */
  readonly annotation: string;
  /** Title or text. */
  readonly name: string;
  readonly place: Place;
  readonly code: readonly Place[];
  readonly tests: readonly Place[];
  /** Those of them whose text has changed since they were written. */
  readonly stale: readonly Place[];
}

/** Request: the edit of reqtrace.yaml that leaves a folder or a document out. Params {@link AreaAddress}, result `WorkspaceEdit`, or an error whose message is safe to show. */
export const EXCLUDE = 'reqtrace/exclude';

/** Request: Markdown tooltip of a row, made when it is first hovered. Params `{ id: string }`, result `string | null`. */
export const TREE_TOOLTIP = 'reqtrace/treeTooltip';

/** Request: list and read every folder again. No params, no result. */
export const REFRESH = 'reqtrace/refresh';

/** Request: the text of a fitting reqtrace.yaml for a folder, nothing is written. Params `{ folder: string }`, result `string`, or an error whose message is safe to show. */
export const PROPOSE_CONFIGURATION = 'reqtrace/proposeConfiguration';

/** What is known of one workspace folder. */
export interface FolderState {
  readonly uri: string;
  readonly name: string;
  /** `empty` has no requirements, `failed` could not be read (`message` says why). */
  readonly phase: 'indexing' | 'ready' | 'empty' | 'failed';
  readonly message?: string;
  readonly counts: StatusCounts;
  /** Files that should have been read and were not, where there are any. */
  readonly skipped?: number;
  /** What should have been read and was not, one sentence each, where the project says in reqtrace.yaml what it expects. */
  readonly doubts?: readonly string[];
  /** Of those the one that says how many files were read, where not all were. */
  readonly partly?: string;
  /** What there is of requirements, once all is read. */
  readonly found?: {
    readonly criteria: number;
    /** That define something. */
    readonly documents: number;
    /** True where code or a test points at any of them. */
    readonly linked: boolean;
    /** True where somebody asked for traceability, by a reqtrace.yaml or a keyword. */
    readonly setUp: boolean;
  };
  /** What reqtrace.yaml is worth; absent where there is none. While it is `broken`, its last good settings or the defaults are in force. */
  readonly configuration?: 'valid' | 'broken';
  /** Notations in which something is defined, and in how many documents. */
  readonly notations?: readonly { readonly name: string; readonly files: number }[];
}

/** Notification to the client, whenever a folder's state changed. */
export const STATE = 'reqtrace/state';
export interface StateParams {
  readonly folders: readonly FolderState[];
}

/** Notification to the client: rows to draw again. Without `ids`, all of them. */
export const TREE_CHANGED = 'reqtrace/treeChanged';
export interface TreeChangedParams {
  readonly ids?: readonly string[];
}

/** Initialisation options that the client sends. */
export interface InitializationOptions {
  /** False in Restricted Mode: nothing of the repository is run, not even git. */
  readonly trusted: boolean;
  /** Absolute path of a folder outside every workspace, where the server keeps what it read for the next start; the user's cache folder by default. */
  readonly cacheFolder?: string;
  /** Folder with the pages of the findings, as a URI, for links in diagnostics. */
  readonly findingPages?: string;
  /** How much of the findings is published, for editors that answer no questions about settings: `annotations`, `all` or `off`; by default as reqtrace.yaml says. */
  readonly problems?: Loudness;
  /**
   * Name of the client's command that shows a list of places, for code lenses; called with a URI, a position and the places
   * as `Location[]`. Without it a lens only tells.
   */
  readonly showPlaces?: string;
  /** Names of the client's commands behind code actions that ask a person first; without one, its action is not offered. */
  readonly actions?: {
    /** Lets a place be picked and asks for {@link ANNOTATE}; called with an {@link ItemAddress}. */
    readonly createAnnotation?: string;
    /** Asks for {@link SCAFFOLD_TEST} and opens it; called with an {@link ItemAddress}. */
    readonly scaffoldTest?: string;
    /** Shows {@link PINNED_TEXTS} beside each other, then pins; called with {@link PinnedTextsParams}. */
    readonly reviewPin?: string;
    /** Asks for reason, owner and last day and then for {@link WAIVE}; called with an {@link ItemAddress}. */
    readonly waive?: string;
    /** Asks for `reqtrace/agentPrompt` and hands it to an agent; called with an {@link ItemAddress}. */
    readonly implementWithAgent?: string;
    /** Runs the tests of an item; called with an {@link ItemAddress}, and with all of several as a second argument. */
    readonly runTests?: string;
    /** The same in a debugger. */
    readonly debugTests?: string;
    /** Opens the list of proposals again, behind a keyword: `editor.action.triggerSuggest`. */
    readonly suggest?: string;
  };
  /** True for a client that runs the commands of `actions` behind links in hovers, `command:…?[…]`, and no others. */
  readonly commandLinks?: boolean;
  /** True for a client that answers what fileProtocol.ts has, so that it may have folders that no disk has. */
  readonly files?: boolean;
  /** Texts in the display language of the client, by the English ones; absent for English. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** True for a client with views of its own: only such a one is sent notifications of this protocol, which others would take for faults. */
  readonly views?: boolean;
}

/** Scheme of read-only documents with the text that stands for a packed file of the disk: `reqtrace-packed:///p/customer/a.xlsx`. */
export const PACKED_SCHEME = 'reqtrace-packed';

/** Request: the text that stands for a packed file. Params {@link PackedAddress}, result `string`, or null where there is none. */
export const PACKED_TEXT = 'reqtrace/packedText';
export interface PackedAddress {
  /** `reqtrace-packed:///p/customer/a.xlsx` */
  readonly uri: string;
}

/** Notification to the server: the user trusted the workspace. No params. */
export const TRUST_GRANTED = 'reqtrace/trustGranted';

/** A place as the client opens it. */
export interface Place {
  readonly uri: string;
  readonly range: LspRange;
}

/**
 * Request: the stretches of a file that refer to items or define them, to be marked by status. Params `{ uri: string }`, result
 * {@link PlacedDecoration}[]. To be asked again when {@link DECORATIONS_CHANGED} names the file.
 */
export const DECORATIONS = 'reqtrace/decorations';
export interface PlacedDecoration {
  readonly range: LspRange;
  /** Of the item; `unknown` and `ambiguous` where there is not exactly one. */
  readonly status: Status | 'unknown' | 'ambiguous';
  readonly use: 'definition' | 'reference';
}

/** Request: where in its cells a place in the file of a notebook is. Params {@link Place}, result {@link CellPlace}, or null for what is in no cell. */
export const CELL_PLACE = 'reqtrace/cellPlace';
export type CellPlace =
  /** In a notebook that an editor shows: the place in the text of the cell. */
  | Place
  /** In one that none shows: which of its cells, counted from 0, and where in that. */
  | { readonly cell: number; readonly range: LspRange };

/** Notification to the client: files whose decorations may differ now; without `uris`, all of them. */
export const DECORATIONS_CHANGED = 'reqtrace/decorationsChanged';
export interface DecorationsChangedParams {
  readonly uris?: readonly string[];
}

/**
 * Request: what a preview of a document shows of its ids. Params `{ uri: string }`, result `PreviewMark[]`, or null while nobody can know it. To be asked
 * again when {@link DECORATIONS_CHANGED} names the file.
 */
export const PREVIEW_MARKS = 'reqtrace/previewMarks';

/**
 * Request: which lines ran, of every file that line coverage says something of as it is now. No params, result {@link PlacedLineCoverage}[].
 */
export const LINE_COVERAGE = 'reqtrace/lineCoverage';
export interface PlacedLineCoverage {
  readonly uri: string;
  /** Lines counted from 0; those that cannot run are in neither list. */
  readonly hit: readonly number[];
  readonly missed: readonly number[];
}

/** Request: the address at which the forge shows an item at the present commit. Params {@link ItemAddress}, result `string`, or an error whose message is safe to show. */
export const PERMALINK = 'reqtrace/permalink';

/** Request: how far each document is, for marks in the explorer. No params, result {@link PlacedDocumentStatus}[]. */
export const DOCUMENT_STATUSES = 'reqtrace/documentStatuses';
export interface PlacedDocumentStatus {
  readonly uri: string;
  readonly counts: StatusCounts;
  /** Criteria that still need work. */
  readonly open: number;
}

/** Request: the next or previous criterion that still needs work, round the end of the documents. Params {@link NextUnmetParams}, result {@link Place} or null where all is met. */
export const NEXT_UNMET = 'reqtrace/nextUnmet';
export interface NextUnmetParams {
  readonly uri: string;
  readonly position: LspRange['start'];
  readonly direction: 'next' | 'previous';
}

/** Request: every requirement and criterion, for *Go to Requirement*. No params, result {@link ListedItem}[]. */
export const ITEMS = 'reqtrace/items';
export interface ListedItem {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** `docs/launch#IP-1.1.1/AC2` */
  readonly key: string;
  readonly type: 'requirement' | 'criterion';
  /** `IP-1.1.1/AC2`; for a requirement without a written id its title. */
  readonly id: string;
  /** Title of a requirement, text of a criterion. */
  readonly name: string;
  readonly status: Status;
  /** `partial, 2 of 4 criteria met` */
  readonly statusText: string;
  /** Path of its document in the folder. */
  readonly document: string;
  readonly place: Place;
  readonly code?: Place;
  readonly test?: Place;
}

/** Which item of which workspace folder: what a command about an item is called with. */
export interface ItemAddress {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** `docs/launch#IP-1.1.1/AC2` */
  readonly key: string;
  /** Set by an action in code: the place that it is about. */
  readonly at?: CodePlace;
}

/** A place in a file. */
export interface CodePlace {
  readonly uri: string;
  readonly position: LspRange['start'];
}

/**
 * Request: what a stale reference was pinned to and what is there now, to be compared before it is pinned again. Params
 * {@link PinnedTextsParams}, result {@link PinnedTexts}, or null where no stale reference is any more.
 */
export const PINNED_TEXTS = 'reqtrace/pinnedTexts';
export interface PinnedTextsParams {
  readonly uri: string;
  /** Any place in the reference. */
  readonly position: LspRange['start'];
}
export interface PinnedTexts {
  /** `IP-1.1.1/AC2` */
  readonly id: string;
  /** Absent where git has no text of that pin, or may not be run. */
  readonly before?: string;
  readonly now: string;
  /** Pins the reference to the present text. */
  readonly edit: WorkspaceEdit;
}

/**
 * Request: the edit that puts an annotation for an item above a place: `// @implements IP-1.1.1/AC2`, or `@verifies` in a test.
 * Params {@link AnnotateParams}, result `WorkspaceEdit`, or an error whose message is safe to show.
 */
export const ANNOTATE = 'reqtrace/annotate';
export interface AnnotateParams {
  readonly folder: string;
  readonly key: string;
  readonly uri: string;
  readonly position: LspRange['start'];
}

/**
 * Request: the edit that waives items of one folder, in reqtrace.yaml or by a comment above a place. Params {@link WaiveParams}, result `WorkspaceEdit`,
 * or an error whose message is safe to show.
 */
export const WAIVE = 'reqtrace/waive';
export interface WaiveParams {
  readonly folder: string;
  readonly keys: readonly string[];
  /** Where the comment goes; absent for reqtrace.yaml. */
  readonly at?: CodePlace;
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it holds, `2027-03-31`. */
  readonly until?: string;
}

/** Request: the files of a folder that an annotation can be in. Params `{ folder: string }`, result {@link AnnotatableFile}[], programs first, in order of their paths. */
export const ANNOTATABLE_FILES = 'reqtrace/annotatableFiles';
export interface AnnotatableFile {
  readonly uri: string;
  readonly path: string;
}
