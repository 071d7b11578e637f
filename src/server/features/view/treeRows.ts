import { listed } from '../../../text/words/listed.ts';
import * as l10n from '@vscode/l10n';
import { keyParts } from '../../../model/keys.ts';
import { sumCounts } from '../../../model/counts.ts';
import { STATUSES } from '../../../model/status.ts';
import { progress } from '../../../query/progress.ts';
import { documentNodeId, isSuggested, itemNodeId, parseId, SUGGESTED_ID } from '../../../query/tree/nodeId.ts';
import type { TreeNode as QueryNode } from '../../../query/tree/nodes.ts';
import { openOf } from '../../../query/tree/nodes.ts';
import type { TreeOptions as QueryOptions } from '../../../query/tree/tree.ts';
import type { MaybeMet } from '../../../query/tree/suggested.ts';
import { Tree } from '../../../query/tree/tree.ts';
import { statusName } from '../../../text/words/statusName.ts';
import { itemMarkdown } from '../../../editor/hover/itemMarkdown.ts';
import { escapeMarkdown } from '../../../editor/hover/markdown.ts';
import { failureLine } from '../../../editor/hover/failureMarkdown.ts';
import type { UriOf } from '../../../editor/place.ts';
import { lspRange } from '../../../editor/place.ts';
import { Selection } from '../../../query/tree/selection.ts';
import { statusWords } from '../../../editor/hover/statusWords.ts';
import type { IndexChange, IndexView } from '../../../index/view.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Folder } from '../../folder.ts';
import type { Folders } from '../../folders.ts';
import type { TreeChildrenParams, TreeNode, TreeOptions, TreePathParams } from '../../protocol.ts';
import { withMarks } from '../../../query/changes.ts';
import { MaybeMetItems } from './maybeMet.ts';

/** More documents than this that change at once, and all rows are drawn again. */
const MOST_REDRAWN = 50;

/** Rows of the tree view: those of the folder, or one row per folder where there are several. */
export class TreeRows {
  readonly #folders: Folders;
  /** Options of the last request, to know what the client shows. */
  #shown: QueryOptions = { groupBy: 'folder', filter: 'all' };
  readonly #maybeMet = new MaybeMetItems();
  /** Documents that each folder's rows showed when the client last asked for the top ones. */
  readonly #documents = new WeakMap<Folder, ReadonlySet<FilePath>>();

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /** Rows below a row, or the top rows; none for a row that is gone. */
  async children({ id, options }: TreeChildrenParams): Promise<TreeNode[]> {
    this.#shown = queryOptions(options);
    const [only, second] = this.#folders.all;
    if (id === undefined) {
      if (second) return this.#folders.all.map(folderRow);
      return only ? this.#rows(only, '') : [];
    }
    const row = this.#parse(id);
    if (!row) return [];
    const maybeMet = isSuggested(row.node) ? await this.#maybeMet.now(row.folder) : [];
    return this.#rows(row.folder, row.node, maybeMet);
  }

  /** Rows from the top down to an item or a document. */
  path(params: TreePathParams): TreeNode[] {
    const found = 'uri' in params ? this.#folders.find(params.uri) : undefined;
    const folder = 'uri' in params ? found?.folder : this.#folders.get(params.folder);
    const view = folder?.early;
    if (!folder || !view) return [];
    const id = 'key' in params ? itemNodeId(params.key) : documentNodeId(found?.path ?? '');
    const rows = new Tree(view, shownOf(view, queryOptions(params.options))).path(id).map((node) => treeRow(folder, view, node));
    return rows.length && this.#folders.all.length > 1 ? [folderRow(folder), ...rows] : rows;
  }

  /** Markdown for a row, made when it is first hovered; null where its label says all. */
  tooltip(id: string): string | null {
    const row = this.#parse(id);
    const view = row?.folder.early;
    if (!row || !view || row.node === '') return null;
    const node = new Tree(view, shownOf(view, this.#shown), this.#maybeMet.shown(row.folder)).node(row.node);
    if (node?.kind === 'requirement' || node?.kind === 'criterion') {
      const item = view.item(node.key);
      return item ? itemMarkdown(view, item, row.folder.uriOf) : null;
    }
    if (!node) return null;
    const failure = node.kind === 'link' ? failureOf(view, node, row.folder.uriOf) : '';
    return [escapeMarkdown(node.label), escapeMarkdown(node.description), failure].filter(Boolean).join('\n\n');
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
    const { groupBy } = this.#shown;
    // In other groups any change may move a row to another group.
    if (groupBy !== 'folder' && groupBy !== 'document') return undefined;
    const changed = new Set(Array.from(change.changedItems, (key) => keyParts(key).document));
    if (changed.size > MOST_REDRAWN) return undefined;
    const documents = view.documents().filter(({ key }) => changed.has(key));
    const selection = new Selection(view, this.#shown);
    const isSame =
      documents.length === changed.size && documents.every((document) => selection.hasAny(document) === shown.has(document.path));
    if (!isSame) return undefined;
    const tree = new Tree(view, this.#shown);
    const below = documents.filter(({ path }) => shown.has(path)).flatMap(({ path }) => tree.path(documentNodeId(path)));
    const rows = [...new Set(below.map(({ id }) => rowId(folder, id)))];
    return this.#folders.all.length > 1 ? [rowId(folder, ''), ...rows] : rows;
  }

  /** True for a row of *Suggested* itself. */
  isSuggested(id: string): boolean {
    return this.#parse(id)?.node === SUGGESTED_ID;
  }

  /** The id of *Suggested* in a folder where somebody unfolded it; undefined elsewhere. */
  suggestedRow(folder: Folder): string | undefined {
    return this.#maybeMet.isShown(folder) ? rowId(folder, SUGGESTED_ID) : undefined;
  }

  #rows(folder: Folder, node: string, maybeMet: readonly MaybeMet[] = []): TreeNode[] {
    const view = folder.early;
    if (!view) {
      this.#documents.delete(folder);
      return [];
    }
    const tree = new Tree(view, shownOf(view, this.#shown), maybeMet);
    const suggested = node === '' ? tree.suggested() : undefined;
    const found = node === '' ? tree.roots() : tree.children(node);
    if (node === '') this.#documents.set(folder, new Set(tree.documents.map(({ path }) => path)));
    return [...found, ...(suggested ? [suggested] : [])].map((child) => treeRow(folder, view, child));
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

function queryOptions({ groupBy, unmetOnly, text }: TreeOptions): QueryOptions {
  return { groupBy, filter: unmetOnly ? 'open' : 'all', ...(text !== undefined && { text }) };
}

/** As long as no status is known, none can group or filter. */
function shownOf({ complete }: IndexView, options: QueryOptions): QueryOptions {
  return complete ? options : { groupBy: options.groupBy === 'document' ? 'document' : 'folder', filter: 'all' };
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
  const open = view.complete && 'counts' in node ? openOf(node.counts) : 0;
  const isStale = node.kind === 'link' && node.stale;
  const groupStatus = node.kind === 'group' && node.group[0] === 'status' ? STATUSES.find((status) => status === node.group[1]) : undefined;
  return {
    id: rowId(folder, node.id),
    kind: node.kind,
    label: node.label,
    ...(description !== undefined && { description }),
    ...('status' in node && view.complete && { status: node.status }),
    ...(groupStatus !== undefined && { status: groupStatus }),
    ...('planned' in node && node.planned && { planned: true }),
    ...(node.kind === 'link' && { link: node.linkKind }),
    ...(isStale && { stale: true }),
    ...('links' in node && node.links.length > 0 && { links: node.links }),
    ...(open > 0 && { open }),
    ...('plans' in node && node.plans > 0 && { plans: node.plans }),
    hasChildren: node.hasChildren,
    ...('key' in node && { item: { folder: folder.uri, key: node.key } }),
    ...(node.kind === 'suggestion' && suggestionOf(folder, node)),
    ...('path' in node && { area: { folder: folder.uri, path: node.path } }),
    ...(node.kind === 'link' && node.linkKind === 'verifies' && { test: testOf(folder, node) }),
    ...(node.place && { target: { uri: folder.uriOf(node.place.path), range: lspRange(node.place.range) } }),
    accessibleLabel: `${node.label}, ${spoken(view, node)}`,
  };
}

/** What the failed test of a row says. */
function failureOf(view: IndexView, { id, declared }: QueryNode & { readonly kind: 'link' }, uriOf: UriOf): string {
  const [, key = ''] = parseId(id) ?? [];
  const links = view.item(key) ? view.coverage(key).links : [];
  const found = links.find(({ path, annotation }) => {
    const range = annotation.declaration?.range ?? annotation.reference.range;
    return (
      path === declared.path && range.start.line === declared.range.start.line && range.start.character === declared.range.start.character
    );
  });
  return found ? failureLine(found, uriOf) : '';
}

function suggestionOf(folder: Folder, { meets, place }: QueryNode & { readonly kind: 'suggestion' }): Pick<TreeNode, 'suggestion'> {
  if (!place) return {};
  const { start } = lspRange(place.range);
  return { suggestion: { folder: folder.uri, key: meets, uri: folder.uriOf(place.path), position: start } };
}

function testOf({ uri, uriOf }: Folder, { id, declared }: QueryNode & { readonly kind: 'link' }): NonNullable<TreeNode['test']> {
  const [, key = ''] = parseId(id) ?? [];
  return { uri: uriOf(declared.path), range: lspRange(declared.range), item: { folder: uri, key } };
}

/** Text after the label; while statuses are not known yet, each document says so once, for all rows below it. */
function dimmed(view: IndexView, node: QueryNode): string | undefined {
  if (view.complete || !('counts' in node || 'status' in node)) return node.description;
  return 'path' in node ? l10n.t('indexing') : undefined;
}

/** What a screen reader says behind the label: `partial, 2 of 4 criteria met`. */
function spoken(view: IndexView, node: QueryNode): string {
  if (!view.complete && ('counts' in node || 'status' in node)) return l10n.t('indexing');
  if (node.kind === 'document' || node.kind === 'directory') {
    const { met, of } = progress(node.counts);
    return listed([of > 0 ? l10n.t('{0} of {1} criteria met', met, of) : node.description, node.path]);
  }
  if (node.kind !== 'requirement' && node.kind !== 'criterion') return node.description;
  const item = view.item(node.key);
  const state = item
    ? withMarks(view, item, statusWords(item, view.coverage(item.key), view.configuration.kinds))
    : statusName(node.status);
  return isSuggested(node.id) ? `${state}, ${node.description}` : state;
}
