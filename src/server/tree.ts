import { sumCounts, progress } from '../query/progress.ts';
import type { TreeNode as QueryNode, TreeOptions as QueryOptions } from '../query/tree.ts';
import { children, itemNodeId, nodeOf, parent, roots } from '../query/tree.ts';
import { itemMarkdown } from '../language/itemMarkdown.ts';
import { escapeMarkdown } from '../language/markdown.ts';
import { lspRange } from '../language/place.ts';
import { statusWords } from '../language/statusWords.ts';
import type { IndexChange, IndexView } from '../index/view.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import type { TreeChildrenParams, TreeNode, TreeOptions, TreePathParams } from './protocol.ts';

/** Rows of the tree view: those of the folder, or one row per folder where there are several. */
export class Tree {
  readonly #folders: Folders;
  /** Options of the last request, to know what the client shows. */
  #shown: QueryOptions = { groupBy: 'document', filter: 'all' };
  /** Ids of the top rows of each folder as the client last heard of them. */
  readonly #roots = new WeakMap<Folder, string>();

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
    const view = folder?.view;
    if (!folder || !view) return [];
    const layout = queryOptions(options);
    const rows: TreeNode[] = [];
    for (let node = nodeOf(view, itemNodeId(key), layout); node; node = parent(view, node.id, layout)) {
      rows.unshift(treeRow(folder, view, node));
    }
    return rows.length && this.#folders.all.length > 1 ? [folderRow(folder), ...rows] : rows;
  }

  /** Markdown for a row, made when it is first hovered; null where its label says all. */
  tooltip(id: string): string | null {
    const row = this.#parse(id);
    const view = row?.folder.view;
    if (!row || !view || row.node === '') return null;
    const node = nodeOf(view, row.node, this.#shown);
    if (node?.kind === 'requirement' || node?.kind === 'criterion') {
      const item = view.item(node.key);
      return item ? itemMarkdown(view, item, row.folder.uriOf) : null;
    }
    return node ? `${escapeMarkdown(node.label)}\n\n${escapeMarkdown(node.description)}` : null;
  }

  /** Ids of the rows to draw again after a change, with what is below them; undefined for all, empty for none. */
  changedRows(folder: Folder, change: IndexChange | undefined): string[] | undefined {
    const { view } = folder;
    const before = this.#roots.get(folder);
    const top = view ? roots(view, this.#shown) : [];
    const now = top.map(({ id }) => id).join('\n');
    this.#roots.set(folder, now);
    if (!view || !change || before !== now) return undefined;
    if (change.changedItems.size === 0) return [];
    // In groups by status any change may move a row from one group to another.
    if (this.#shown.groupBy === 'status') return undefined;
    const documents = new Set<string>();
    for (const key of change.changedItems) {
      const item = view.item(key);
      const path = item?.path ?? view.documents().find((document) => key.startsWith(`${document.key}#`))?.path;
      if (path === undefined) return undefined;
      documents.add(path);
    }
    const changed = top.filter((node) => node.kind === 'document' && documents.has(node.path));
    // With so many documents that they stand in pages, pages are drawn again.
    if (changed.length < documents.size) return undefined;
    const rows = changed.map(({ id }) => rowId(folder, id));
    return this.#folders.all.length > 1 ? [rowId(folder, ''), ...rows] : rows;
  }

  #rows(folder: Folder, node: string): TreeNode[] {
    const { view } = folder;
    if (!view) return [];
    const found = node === '' ? roots(view, this.#shown) : children(view, node, this.#shown);
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

function folderRow(folder: Folder): TreeNode {
  const { met, of } = progress(folder.view?.counts() ?? sumCounts([]));
  const description = folder.state.phase === 'indexing' ? 'indexing' : of ? `${met}/${of} met` : 'no requirements';
  return {
    id: rowId(folder, ''),
    kind: 'folder',
    label: folder.name,
    description,
    hasChildren: (folder.view?.documents().length ?? 0) > 0,
    accessibleLabel: `${folder.name}, ${description}`,
  };
}

function treeRow(folder: Folder, view: IndexView, node: QueryNode): TreeNode {
  return {
    id: rowId(folder, node.id),
    kind: node.kind === 'status' ? 'group' : node.kind,
    label: node.label,
    description: node.description,
    ...('status' in node && { status: node.status }),
    ...(node.kind === 'link' && { link: node.linkKind }),
    hasChildren: node.hasChildren,
    ...(node.place && { target: { uri: folder.uriOf(node.place.path), range: lspRange(node.place.range) } }),
    accessibleLabel: `${node.label}, ${spoken(view, node)}`,
  };
}

/** What a screen reader says behind the label: `partial, 2 of 4 criteria met`. */
function spoken(view: IndexView, node: QueryNode): string {
  if (node.kind === 'document') {
    const { met, of } = progress(node.counts);
    return `${met} of ${of} criteria met`;
  }
  if (node.kind !== 'requirement' && node.kind !== 'criterion') return node.description;
  const item = view.item(node.key);
  return item ? statusWords(item, view.coverage(item.key)) : node.status;
}
