import type { DocumentView, IndexView } from '../../index/view.ts';
import { definedIn } from '../../index/view.ts';
import { compareText } from '../../index/order.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import type { Entry } from './directories.ts';
import { directoriesAbove, entriesOf, listed } from './directories.ts';
import { groupOf, groupsBy } from './groups.ts';
import type { Grouping, GroupName, NodeId } from './nodeId.ts';
import { directoryNodeId, documentNodeId, formatId, itemNodeId, parseId, SUGGESTED_ID } from './nodeId.ts';
import type { Drawing, TreeNode } from './nodes.ts';
import { entryNode, groupNode, itemNode, linkNodes } from './nodes.ts';
import type { TreeFilter } from './selection.ts';
import { Selection } from './selection.ts';
import type { MaybeMet } from './suggested.ts';
import { hasGaps, nothingSuggestedNode, maybeMetNode, suggestedNode, suggestionNodes } from './suggested.ts';

/** How a tree of requirements is laid out. */
export interface TreeOptions extends TreeFilter {
  /**
   * By `folder`: folder → document → requirement → criterion → link, folders as in the Explorer. By `document`: all documents in one list. By anything
   * else: its values → criterion → link, with folders and documents between them where one has many.
   */
  readonly groupBy: Grouping;
}

/** More children than this are put into pages. */
const PAGE_SIZE = 500;

/** More than this in one group are laid out by document. */
export const MOST_IN_GROUP = 100;

/** The rows of one tree, as it is laid out: made for one question, as the index is another after each edit. */
export class Tree {
  readonly #view: IndexView;
  readonly #options: TreeOptions;
  readonly #drawing: Drawing;
  readonly #selection: Selection;
  readonly #maybeMet: readonly MaybeMet[];
  #groups: ReadonlyMap<string, readonly Item[]> | undefined;
  #documents: readonly DocumentView[] | undefined;

  /** @param maybeMet what is below *Suggested*, as far as anybody asks for that. */
  constructor(view: IndexView, options: TreeOptions, maybeMet: readonly MaybeMet[] = []) {
    this.#view = view;
    this.#options = options;
    this.#selection = new Selection(view, options);
    this.#maybeMet = maybeMet;
    this.#drawing = { groupBy: options.groupBy, selection: this.#selection };
  }

  /** Documents that are shown, in the order of their paths. */
  get documents(): readonly DocumentView[] {
    return (this.#documents ??= allDocuments(this.#view).filter((document) => this.#selection.hasAny(document)));
  }

  /** Nodes of the top level. */
  roots(): TreeNode[] {
    return paged('', this.#unpaged(''));
  }

  /** The group *Suggested*, which is below all others; undefined where nothing is missing that may be there. */
  suggested(): TreeNode | undefined {
    return this.#view.complete && hasGaps(this.#view, this.#selection) ? suggestedNode() : undefined;
  }

  /** Children of a node, in pages where there are many; none for an id that does not exist any more. */
  children(nodeId: string): TreeNode[] {
    const id = parseId(nodeId);
    if (id?.[0] === 'page') return this.#unpaged(id[1]).slice(id[2], id[2] + PAGE_SIZE);
    return paged(nodeId, this.#unpaged(nodeId));
  }

  /** The node that a node is under; undefined at the top level or when it does not exist any more. */
  parent(nodeId: string): TreeNode | undefined {
    const id = parseId(nodeId);
    if (!id) return undefined;
    const above = this.#idAbove(id);
    if (above === undefined) return undefined;
    if (id[0] === 'page') return this.node(above);
    const siblings = this.#unpaged(above);
    if (siblings.length <= PAGE_SIZE) return this.node(above);
    const position = siblings.findIndex((node) => node.id === nodeId);
    return paged(above, siblings)[Math.floor(position / PAGE_SIZE)];
  }

  /** The node of an id as it is now: what a refresh of one line shows. Undefined when it does not exist any more. */
  node(nodeId: string): TreeNode | undefined {
    const id = parseId(nodeId);
    if (!id) return undefined;
    if (id[0] === 'item') {
      const item = this.#view.item(id[1]);
      return item && itemNode(this.#view, item, this.#drawing);
    }
    if (nodeId === SUGGESTED_ID) return suggestedNode();
    const above = this.#idAbove(id);
    if (above === undefined) return undefined;
    const siblings = this.#unpaged(above);
    return (id[0] === 'page' ? paged(above, siblings) : siblings).find((node) => node.id === nodeId);
  }

  /** The nodes from the top down to one; none for one that is not shown. */
  path(nodeId: string): TreeNode[] {
    const nodes: TreeNode[] = [];
    for (let id = nodeId; ;) {
      const above = this.parent(id);
      const node = (above ? this.children(above.id) : this.roots()).find((one) => one.id === id);
      if (!node) return [];
      nodes.unshift(node);
      if (!above) return nodes;
      id = above.id;
    }
  }

  #idAbove(id: NodeId): string | undefined {
    switch (id[0]) {
      case 'group':
        return '';
      case 'suggested':
        return id[1] === '' ? '' : SUGGESTED_ID;
      case 'suggestion':
        return formatId(['suggested', id[1]]);
      case 'directory':
      case 'document':
        return this.#idAboveFile(id[1], groupIn(id));
      case 'page':
        return id[1];
      case 'link':
      case 'lower':
      case 'waiver':
      case 'plan':
        return itemNodeId(id[1]);
      case 'item': {
        const item = this.#view.item(id[1]);
        return item && this.#idAboveItem(item);
      }
    }
  }

  #idAboveItem(item: Item): string {
    const by = this.#groupedBy;
    if (by === undefined) return item.type === 'criterion' ? itemNodeId(item.requirement.key) : documentNodeId(item.path);
    const group: GroupName = [by, groupOf(this.#view, item, by)];
    return this.#itemsIn(group).length > MOST_IN_GROUP ? documentNodeId(item.path, group) : formatId(['group', ...group]);
  }

  #idAboveFile(path: FilePath, group: GroupName | undefined): string {
    const top = group ? formatId(['group', ...group]) : '';
    if (!group && this.#isList) return top;
    const above = directoriesAbove(this.#documentsOf(group), path).at(-1);
    return above === undefined ? top : directoryNodeId(above, group);
  }

  #unpaged(nodeId: string): TreeNode[] {
    if (nodeId === '') return this.#tops();
    const id = parseId(nodeId);
    switch (id?.[0]) {
      case 'directory':
        return this.#entries(id[1], groupIn(id));
      case 'document':
        return this.#inDocument(id[1], groupIn(id));
      case 'group': {
        const group: GroupName = [id[1], id[2]];
        const items = this.#itemsIn(group);
        return items.length > MOST_IN_GROUP ? this.#entries('', group) : this.#itemNodes(items);
      }
      case 'suggested':
        return this.#suggested(id[1]);
      case 'item': {
        const item = this.#view.item(id[1]);
        if (!item) return [];
        const criteria = item.type === 'requirement' && this.#groupedBy === undefined ? item.criteria : [];
        const links = this.#selection.hasLinksOf(item) ? linkNodes(this.#view, item) : [];
        return [...this.#itemNodes(criteria.filter((criterion) => this.#selection.has(criterion))), ...links];
      }
      default:
        return [];
    }
  }

  #tops(): TreeNode[] {
    const by = this.#groupedBy;
    if (by === undefined)
      return this.#isList ? listed(this.documents).map((entry) => entryNode(this.#view, entry)) : this.#entries('', undefined);
    return Array.from(this.#allGroups(by), ([value, items]) => groupNode([by, value], items.length));
  }

  /** Folders and documents below a folder, of all documents or of those of a group. */
  #entries(at: FilePath, group: GroupName | undefined): TreeNode[] {
    const numbers = new Map<FilePath, number>();
    if (group) for (const { path } of this.#itemsIn(group)) numbers.set(path, (numbers.get(path) ?? 0) + 1);
    const numberIn = (entry: Entry<DocumentView>): number =>
      (entry.kind === 'document' ? [entry.document] : entry.documents).reduce((sum, { path }) => sum + (numbers.get(path) ?? 0), 0);
    return entriesOf(this.#documentsOf(group), at).map((entry) => entryNode(this.#view, entry, group, group && numberIn(entry)));
  }

  #inDocument(path: FilePath, group: GroupName | undefined): TreeNode[] {
    if (group) return this.#itemNodes(this.#itemsIn(group).filter((item) => item.path === path));
    const document = this.documents.find((one) => one.path === path);
    return this.#itemNodes(definedIn(document).filter((item) => this.#selection.has(item)));
  }

  /** What is below *Suggested*, or below an item there. */
  #suggested(key: string): TreeNode[] {
    if (key !== '') return this.#maybeMet.filter(({ item }) => item.key === key).flatMap(suggestionNodes);
    const shown = this.#maybeMet.filter(({ item }) => this.#selection.has(item));
    if (shown.length === 0) return [nothingSuggestedNode()];
    return shown.map((maybe) => maybeMetNode(this.#view, maybe, this.#drawing));
  }

  #itemNodes(items: readonly Item[]): TreeNode[] {
    return items.map((item) => itemNode(this.#view, item, this.#drawing));
  }

  /** What the tree is grouped by, where that is not a place. */
  get #groupedBy(): GroupName[0] | undefined {
    const { groupBy } = this.#options;
    return groupBy === 'folder' || groupBy === 'document' ? undefined : groupBy;
  }

  /** True if all documents are in one list; there may be too many for one. */
  get #isList(): boolean {
    return this.#options.groupBy === 'document' && this.documents.length <= PAGE_SIZE;
  }

  #allGroups(by: GroupName[0]): ReadonlyMap<string, readonly Item[]> {
    return (this.#groups ??= groupsBy(this.#view, by, this.#selection));
  }

  #itemsIn([by, value]: GroupName): readonly Item[] {
    return by === this.#groupedBy ? (this.#allGroups(by).get(value) ?? []) : [];
  }

  #documentsOf(group: GroupName | undefined): readonly DocumentView[] {
    if (!group) return this.documents;
    const paths = new Set(this.#itemsIn(group).map(({ path }) => path));
    return this.documents.filter(({ path }) => paths.has(path));
  }
}

/** Documents that define, and those of changes that plan, in the order of their paths. */
function allDocuments(view: IndexView): readonly DocumentView[] {
  const changes = view.changes().filter(({ requirements }) => requirements.length === 0);
  return changes.length > 0 ? [...view.documents(), ...changes].sort((a, b) => compareText(a.path, b.path)) : view.documents();
}

function groupIn(id: readonly ['directory' | 'document', path: FilePath, ...group: readonly [] | GroupName]): GroupName | undefined {
  return id.length === 4 ? [id[2], id[3]] : undefined;
}

/** Pages are called by what is first and last on them. */
function paged(parentId: string, nodes: readonly TreeNode[]): TreeNode[] {
  if (nodes.length <= PAGE_SIZE) return [...nodes];
  const pages: TreeNode[] = [];
  for (let first = 0; first < nodes.length; first += PAGE_SIZE) {
    const page = nodes.slice(first, first + PAGE_SIZE);
    pages.push({
      kind: 'page',
      id: formatId(['page', parentId, first]),
      label: `${shortened(page[0])} … ${shortened(page.at(-1))}`,
      description: String(page.length),
      hasChildren: true,
    });
  }
  return pages;
}

/** The first word of a label, which is an id or a name. */
function shortened(node: TreeNode | undefined): string {
  return node?.label.split(' ', 1)[0] ?? '';
}
