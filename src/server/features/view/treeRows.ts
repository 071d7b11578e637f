import * as l10n from '@vscode/l10n';
import { keyParts } from '../../../model/keys.ts';
import { sumCounts } from '../../../model/counts.ts';
import { isOpen } from '../../../model/status.ts';
import { progress } from '../../../query/progress.ts';
import type { TreeNode as QueryNode, TreeOptions as QueryOptions } from '../../../query/tree.ts';
import { children, documentNodeId, itemNodeId, nodeOf, PAGE_SIZE, parent, roots } from '../../../query/tree.ts';
import { statusName } from '../../../text/words/statusName.ts';
import { itemMarkdown } from '../../../editor/hover/itemMarkdown.ts';
import { escapeMarkdown } from '../../../editor/hover/markdown.ts';
import { lspRange } from '../../../editor/place.ts';
import { statusWords } from '../../../editor/hover/statusWords.ts';
import type { DocumentView, IndexChange, IndexView } from '../../../index/view.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Folder } from '../../folder.ts';
import type { Folders } from '../../folders.ts';
import type { TreeChildrenParams, TreeNode, TreeOptions, TreePathParams } from '../../protocol.ts';
import { withMarks } from '../../../query/changes.ts';

/** Rows of the tree view: those of the folder, or one row per folder where there are several. */
export class TreeRows {
  readonly #folders: Folders;
  /** Options of the last request, to know what the client shows. */
  #shown: QueryOptions = { groupBy: 'document', filter: 'all' };
  /** Documents that each folder's top rows showed when the client last asked for them. */
  readonly #documents = new WeakMap<Folder, ReadonlySet<FilePath>>();

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /** Rows below a row, or the top rows; none for a row that is gone. */
  children({ id, options }: TreeChildrenParams): TreeNode[] {
    this.#shown = queryOptions(options);
    const [only, second] = this.#folders.all;
    if (id === undefined) {
      if (second) return this.#folders.all.map(folderRow);
      return only ? this.#rows(only, '') : [];
    }
    const row = this.#parse(id);
    return row ? this.#rows(row.folder, row.node) : [];
  }

  /** Rows from the top down to an item. */
  path({ folder: uri, key, options }: TreePathParams): TreeNode[] {
    const folder = this.#folders.get(uri);
    const view = folder?.early;
    if (!folder || !view) return [];
    const layout = shownOf(view, queryOptions(options));
    const rows: TreeNode[] = [];
    for (let node = nodeOf(view, itemNodeId(key), layout); node; node = parent(view, node.id, layout)) {
      rows.unshift(treeRow(folder, view, node));
    }
    return rows.length && this.#folders.all.length > 1 ? [folderRow(folder), ...rows] : rows;
  }

  /** Markdown for a row, made when it is first hovered; null where its label says all. */
  tooltip(id: string): string | null {
    const row = this.#parse(id);
    const view = row?.folder.early;
    if (!row || !view || row.node === '') return null;
    const node = nodeOf(view, row.node, shownOf(view, this.#shown));
    if (node?.kind === 'requirement' || node?.kind === 'criterion') {
      const item = view.item(node.key);
      return item ? itemMarkdown(view, item, row.folder.uriOf) : null;
    }
    return node ? `${escapeMarkdown(node.label)}\n\n${escapeMarkdown(node.description)}` : null;
  }

  /**
   * Ids of the rows to draw again after a change, with what is below them; undefined for all, empty for none. Runs
   * after every edit, so it looks at the documents that changed and at no others.
   */
  changedRows(folder: Folder, change: IndexChange | undefined): string[] | undefined {
    const { view } = folder;
    const shown = this.#documents.get(folder);
    if (!view || !change || !shown) return undefined;
    if (change.changedItems.size === 0) return [];
    // In groups by status any change may move a row to another group, and pages hold documents by their number.
    if (this.#shown.groupBy === 'status' || view.documents().length > PAGE_SIZE) return undefined;
    const changed = new Set(Array.from(change.changedItems, (key) => keyParts(key).document));
    const documents = view.documents().filter(({ key }) => changed.has(key));
    const isShown = ({ requirements }: DocumentView): boolean =>
      this.#shown.filter === 'all' || requirements.some(({ key }) => isOpen(view.coverage(key).status));
    const sameTop = documents.length === changed.size && documents.every((document) => isShown(document) === shown.has(document.path));
    if (!sameTop) return undefined;
    const rows = documents.filter(({ path }) => shown.has(path)).map(({ path }) => rowId(folder, documentNodeId(path)));
    return this.#folders.all.length > 1 ? [rowId(folder, ''), ...rows] : rows;
  }

  #rows(folder: Folder, node: string): TreeNode[] {
    const view = folder.early;
    if (!view) {
      this.#documents.delete(folder);
      return [];
    }
    const options = shownOf(view, this.#shown);
    const found = node === '' ? roots(view, options) : children(view, node, options);
    if (node === '') this.#documents.set(folder, new Set(found.flatMap((one) => (one.kind === 'document' ? [one.path] : []))));
    return found.map((child) => treeRow(folder, view, child));
  }

  #parse(id: string): { readonly folder: Folder; readonly node: string } | undefined {
    const space = id.indexOf(' ');
    const folder = this.#folders.get(id.slice(0, space));
    return folder && { folder, node: id.slice(space + 1) };
  }
}

/** A URI holds no space, so the first one ends it. */
function rowId(folder: Folder, node: string): string {
  return `${folder.uri} ${node}`;
}

function queryOptions({ groupBy, unmetOnly }: TreeOptions): QueryOptions {
  return { groupBy, filter: unmetOnly ? 'open' : 'all' };
}

/** As long as no status is known, none can group or filter. */
function shownOf({ complete }: IndexView, options: QueryOptions): QueryOptions {
  return complete ? options : { groupBy: 'document', filter: 'all' };
}

function progressOf(folder: Folder): string {
  const { met, of } = progress(folder.view?.counts() ?? sumCounts([]));
  return of ? l10n.t('{0}/{1} met', met, of) : l10n.t('no requirements');
}

function folderRow(folder: Folder): TreeNode {
  const description = folder.state.phase === 'indexing' ? l10n.t('indexing') : progressOf(folder);
  return {
    id: rowId(folder, ''),
    kind: 'folder',
    label: folder.name,
    description,
    hasChildren: folder.early?.definesAnything ?? false,
    accessibleLabel: `${folder.name}, ${description}`,
  };
}

function treeRow(folder: Folder, view: IndexView, node: QueryNode): TreeNode {
  const description = dimmed(view, node);
  return {
    id: rowId(folder, node.id),
    kind: node.kind === 'status' ? 'group' : node.kind,
    label: node.label,
    ...(description !== undefined && { description }),
    ...('status' in node && view.complete && { status: node.status }),
    ...('planned' in node && node.planned && { planned: true }),
    ...(node.kind === 'link' && { link: node.linkKind }),
    hasChildren: node.hasChildren,
    ...('key' in node && { item: { folder: folder.uri, key: node.key } }),
    ...(node.place && { target: { uri: folder.uriOf(node.place.path), range: lspRange(node.place.range) } }),
    accessibleLabel: `${node.label}, ${spoken(view, node)}`,
  };
}

/** Text after the label; while statuses are not known yet, each document says so once, for all rows below it. */
function dimmed(view: IndexView, node: QueryNode): string | undefined {
  if (view.complete || !('counts' in node || 'status' in node)) return node.description;
  return node.kind === 'document' ? l10n.t('indexing') : undefined;
}

/** What a screen reader says behind the label: `partial, 2 of 4 criteria met`. */
function spoken(view: IndexView, node: QueryNode): string {
  if (!view.complete && ('counts' in node || 'status' in node)) return l10n.t('indexing');
  if (node.kind === 'document') {
    if (node.planned) return node.description;
    const { met, of } = progress(node.counts);
    return l10n.t('{0} of {1} criteria met', met, of);
  }
  if (node.kind !== 'requirement' && node.kind !== 'criterion') return node.description;
  const item = view.item(node.key);
  return item ? withMarks(view, item, statusWords(item, view.coverage(item.key), view.configuration.kinds)) : statusName(node.status);
}
