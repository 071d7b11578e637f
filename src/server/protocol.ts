import type { StatusCounts } from '../model/item.ts';
import type { Status } from '../model/status.ts';

/*
 * What the language server and its client say to each other beyond the Language Server Protocol.
 * Types and names only: the client imports nothing else of the server. URIs are strings, ranges as
 * in the protocol.
 */

/** How the tree is laid out. */
export interface TreeOptions {
  readonly groupBy: 'document' | 'status';
  /** Leave out what is met, waived or exempt. */
  readonly unmetOnly: boolean;
}

/** One row of the tree, ready to draw. */
export interface TreeNode {
  /** Stable over edits, unique in the window: folder URI, then the place in the tree. */
  readonly id: string;
  readonly kind: 'folder' | 'group' | 'document' | 'requirement' | 'criterion' | 'link' | 'waiver' | 'page';
  readonly label: string;
  /** `2/4 met`, or where a link stands: `stock.ts:18`. */
  readonly description?: string;
  readonly status?: Status;
  /** Of a link: what it does. */
  readonly link?: 'implements' | 'verifies';
  readonly hasChildren: boolean;
  /** Where a click goes. */
  readonly target?: { readonly uri: string; readonly range: LspRange };
  /** What a screen reader says: `IP-1.1.1 Reserve stock, partial, 2 of 4 criteria met`. */
  readonly accessibleLabel: string;
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

/** Request: the rows from the top down to an item, to reveal it. Params {@link TreePathParams}, result {@link TreeNode}[], empty if it is not shown. */
export const TREE_PATH = 'reqtrace/treePath';
export interface TreePathParams {
  readonly folder: string;
  /** Key of an item: `docs/launch#IP-1.1.1/AC2`. */
  readonly key: string;
  readonly options: TreeOptions;
}

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
  /** Folder with the pages of the findings, as a URI, for links in diagnostics. */
  readonly findingPages?: string;
}

/** Notification to the server: the user trusted the workspace. No params. */
export const TRUST_GRANTED = 'reqtrace/trustGranted';
