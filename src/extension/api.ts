import type { MarkdownIt } from 'markdown-it';
import type { Event, TreeDataProvider, Uri } from 'vscode';
import type { FolderState } from '../server/protocol.ts';
import type { ServerHealth } from './client/languageServer.ts';
import type { ReviewRow } from './review/reviewRows.ts';

/**
 * What `activate()` returns: a read-only look at what the extension shows, for tests and for other extensions.
 *
 * @example
 * const reqtrace = await extensions.getExtension<ReqTraceApi>('reqtrace.reqtrace')?.activate();
 * reqtrace?.statusBar; // '$(checklist) 18/24 criteria met'
 */
export interface ReqTraceApi {
  /** How the server does: `asleep` where it found nothing to trace and ended. */
  readonly health: ServerHealth;
  /** What the server last said of each workspace folder; empty before its first answer. */
  readonly folders: readonly FolderState[];
  /** Text of the status bar item, `undefined` while it is hidden. */
  readonly statusBar: string | undefined;
  /** Number on the view's icon, `undefined` where there is none. */
  readonly badge: number | undefined;
  /** The line above the tree, `undefined` where there is none. */
  readonly message: string | undefined;
  /** The rows of the view *Requirements*, by id, as VS Code gets them. */
  readonly tree: TreeDataProvider<string>;
  /** How many references and definitions of a visible text are marked, by their state: `{ met: 2, partial: 1 }`. */
  readonly marks: (uri: Uri) => Readonly<Record<string, number>>;
  /** The rows of the view *Review*, as VS Code gets them. */
  readonly review: TreeDataProvider<ReviewRow>;
  /** Number of gates that fail, as its title says it; `undefined` where none does. */
  readonly failingGates: number | undefined;
  /** Any of the above but the marks changed. */
  readonly onDidChange: Event<void>;
  /** What the built-in Markdown preview calls, by its own name. */
  readonly extendMarkdownIt: (markdown: MarkdownIt) => MarkdownIt;
}
