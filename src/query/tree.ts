import * as l10n from '@vscode/l10n';
import type { DocumentView, IndexView } from '../index/view.ts';
import { requirementOf, shortNameOf } from '../model/item.ts';
import type { CriterionItem, Item, ItemWaiver, Link, Plan, RequirementItem, StatusCounts } from '../model/item.ts';
import type { FilePath, Location } from '../model/position.ts';
import { FILE_START, lineOf } from '../model/position.ts';
import type { LinkKind } from '../model/linkKind.ts';
import type { Status } from '../model/status.ts';
import { isOpen, STATUSES } from '../model/status.ts';
import { allUnits } from './units.ts';
import { withMarks } from './changes.ts';
import { idAndName, nameOf } from './list.ts';
import { progress, totalOf } from './progress.ts';
import { sumCounts } from '../model/counts.ts';
import { fileName } from '../text/paths.ts';
import { offWords } from '../text/words/offWords.ts';
import { statusName } from '../text/words/statusName.ts';
import { definedIn } from '../index/view.ts';

/** How a tree of requirements is laid out. */
export interface TreeOptions {
  /** By `document`: document → requirement → criterion → link. By `status`: status → criterion → link. */
  readonly groupBy: 'document' | 'status';
  /** `open` leaves out what is met, waived or exempt, and whatever is empty then. */
  readonly filter: 'all' | 'open';
}

/** More children than this are put into pages. */
export const PAGE_SIZE = 500;

interface NodeBase {
  /** Stable over refreshes and edits elsewhere; `parent` and `children` take it. */
  readonly id: string;
  readonly label: string;
  /** Shown dimmed behind the label: `2/4 met`, or a criterion's requirement. */
  readonly description: string;
  readonly hasChildren: boolean;
  /** Where a click leads. */
  readonly place?: Location;
}

/** One line of the tree; label and description are text of the repository, to be shown as plain text. */
export type TreeNode =
  | (NodeBase & { readonly kind: 'document'; readonly path: FilePath; readonly counts: StatusCounts; readonly planned: boolean })
  | (NodeBase & { readonly kind: 'status'; readonly status: Status })
  | (NodeBase & { readonly kind: 'requirement' | 'criterion'; readonly key: string; readonly status: Status; readonly planned: boolean })
  | (NodeBase & { readonly kind: 'link'; readonly linkKind: Link['is']; readonly stale: boolean })
  | (NodeBase & { readonly kind: 'waiver'; readonly valid: boolean })
  | (NodeBase & { readonly kind: 'plan'; readonly done: boolean | undefined })
  | (NodeBase & { readonly kind: 'page' });

/**
 * The ids of nodes, taken apart. A node's id is this as JSON, so that no path or key can be mistaken
 * for something else: `["item","docs/launch#IP-1.1.1/AC2"]`.
 */
type NodeId =
  | readonly ['document', path: FilePath]
  | readonly ['status', status: Status]
  | readonly ['item', key: string]
  | readonly ['link' | 'waiver' | 'plan', key: string, path: FilePath, line: number, character: number, what: string]
  | readonly ['page', parent: string, first: number];

/** Nodes of the top level. */
export function roots(view: IndexView, options: TreeOptions): TreeNode[] {
  return paged('', allRoots(view, options));
}

/** Children of a node, in pages where there are many; none for an id that is no longer there. */
export function children(view: IndexView, nodeId: string, options: TreeOptions): TreeNode[] {
  const id = parseId(nodeId);
  if (id?.[0] === 'page') {
    return unpagedChildren(view, id[1], options).slice(id[2], id[2] + PAGE_SIZE);
  }
  return paged(nodeId, unpagedChildren(view, nodeId, options));
}

/** The node that a node stands under; undefined at the top level or when it is no longer there. */
export function parent(view: IndexView, nodeId: string, options: TreeOptions): TreeNode | undefined {
  const id = parseId(nodeId);
  if (!id) return undefined;
  const above = idAbove(view, id, options);
  if (above === undefined) return undefined;
  if (id[0] === 'page') return nodeOf(view, above, options);
  const siblings = unpagedChildren(view, above, options);
  if (siblings.length <= PAGE_SIZE) return nodeOf(view, above, options);
  const position = siblings.findIndex((node) => node.id === nodeId);
  return paged(above, siblings)[Math.floor(position / PAGE_SIZE)];
}

/** The node of an id as it is now: what a refresh of one line shows. Undefined when it is no longer there. */
export function nodeOf(view: IndexView, nodeId: string, options: TreeOptions): TreeNode | undefined {
  const id = parseId(nodeId);
  if (!id) return undefined;
  if (id[0] === 'item') {
    const item = view.item(id[1]);
    return item && itemNode(view, item, options);
  }
  if (id[0] === 'document') {
    const document = documentAt(view, id[1]);
    return document && documentNode(view, document);
  }
  const above = idAbove(view, id, options) ?? '';
  const siblings = unpagedChildren(view, above, options);
  return (id[0] === 'page' ? paged(above, siblings) : siblings).find((node) => node.id === nodeId);
}

/** The node id of an item, to reveal it: the same in every layout. */
export function itemNodeId(key: string): string {
  return formatId(['item', key]);
}

/** The node id of a document, where nodes are grouped by document. */
export function documentNodeId(path: FilePath): string {
  return formatId(['document', path]);
}

function idAbove(view: IndexView, id: NodeId, options: TreeOptions): string | undefined {
  switch (id[0]) {
    case 'document':
    case 'status':
      return '';
    case 'page':
      return id[1];
    case 'link':
    case 'waiver':
    case 'plan':
      return itemNodeId(id[1]);
    case 'item': {
      const item = view.item(id[1]);
      if (!item) return undefined;
      if (options.groupBy === 'status') return formatId(['status', view.coverage(item.key).status]);
      return item.type === 'criterion' ? itemNodeId(item.requirement.key) : documentNodeId(item.path);
    }
  }
}

function unpagedChildren(view: IndexView, nodeId: string, options: TreeOptions): TreeNode[] {
  if (nodeId === '') return allRoots(view, options);
  const id = parseId(nodeId);
  switch (id?.[0]) {
    case 'document':
      return shown(view, definedIn(documentAt(view, id[1])), options);
    case 'status':
      return allUnits(view)
        .filter((item) => view.coverage(item.key).status === id[1])
        .map((item) => itemNode(view, item, options));
    case 'item': {
      const item = view.item(id[1]);
      if (!item) return [];
      const criteria = item.type === 'requirement' && options.groupBy === 'document' ? item.criteria : [];
      return [...shown(view, criteria, options), ...linkNodes(view, item)];
    }
    default:
      return [];
  }
}

function allRoots(view: IndexView, options: TreeOptions): TreeNode[] {
  if (options.groupBy === 'document') {
    return allDocuments(view)
      .filter((document) => options.filter === 'all' || document.requirements.some((item) => isShown(view, item, options)))
      .map((document) => documentNode(view, document));
  }
  const counts = view.counts();
  return STATUSES.filter((status) => counts[status] > 0 && (options.filter === 'all' || isOpen(status))).map((status) => ({
    kind: 'status',
    id: formatId(['status', status]),
    label: statusName(status),
    description: String(counts[status]),
    hasChildren: true,
    status,
  }));
}

function isShown(view: IndexView, item: Item, options: TreeOptions): boolean {
  if (options.filter === 'all') return true;
  // What is no more than planned is not missing yet.
  return requirementOf(item).facts.planned === undefined && isOpen(view.coverage(item.key).status);
}

function shown(view: IndexView, items: readonly Item[], options: TreeOptions): TreeNode[] {
  return items.filter((item) => isShown(view, item, options)).map((item) => itemNode(view, item, options));
}

/** Documents that define, and behind them those of changes that plan. */
function allDocuments(view: IndexView): readonly DocumentView[] {
  const changes = view.changes().filter(({ requirements }) => requirements.length === 0);
  return changes.length > 0 ? [...view.documents(), ...changes] : view.documents();
}

function documentAt(view: IndexView, path: FilePath): DocumentView | undefined {
  return allDocuments(view).find((document) => document.path === path);
}

function documentNode(view: IndexView, document: DocumentView): TreeNode {
  const counts = sumCounts(document.requirements.map((item) => view.coverage(item.key).counts));
  const planned = document.requirements.length === 0;
  return {
    kind: 'document',
    id: documentNodeId(document.path),
    label: document.path,
    description: planned ? l10n.t('{0} planned', document.planned.length) : progressText(counts),
    hasChildren: true,
    place: { path: document.path, range: FILE_START },
    path: document.path,
    counts,
    planned,
  };
}

function itemNode(view: IndexView, item: Item, options: TreeOptions): TreeNode {
  const coverage = view.coverage(item.key);
  const below = coverage.links.length + coverage.waivers.length + (coverage.plans?.length ?? 0);
  const common = {
    id: itemNodeId(item.key),
    place: { path: item.path, range: item.facts.nameRange },
    key: item.key,
    status: coverage.status,
    planned: requirementOf(item).facts.planned !== undefined,
  };
  if (item.type === 'criterion') {
    return {
      ...common,
      kind: 'criterion',
      label: item.facts.implicit ? item.facts.text : `${criterionName(item, options)} ${item.facts.text}`,
      description: options.groupBy === 'status' ? requirementLabel(item.requirement) : criterionText(item, coverage.status),
      hasChildren: below > 0,
    };
  }
  return {
    ...common,
    kind: 'requirement',
    label: requirementLabel(item),
    description: withMarks(view, item, item.criteria.length ? progressText(coverage.counts) : statusName(coverage.status)),
    hasChildren: below > 0 || (options.groupBy === 'document' && item.criteria.some((criterion) => isShown(view, criterion, options))),
  };
}

/** `IP-1.1.1 Title`; the title alone where nobody wrote an id. */
function requirementLabel(item: RequirementItem): string {
  return item.facts.implicit ? nameOf(item) : idAndName(item);
}

/** `AC2` under its requirement, `IP-1.1.1/AC2` elsewhere; the key of an implicit requirement would be longer than the text. */
function criterionName(item: CriterionItem, options: TreeOptions): string {
  return options.groupBy === 'document' || item.requirement.facts.implicit ? shortNameOf(item) : item.id;
}

function criterionText(item: CriterionItem, status: Status): string {
  const name = statusName(status);
  switch (item.facts.kind) {
    case 'step':
      return l10n.t('step, {0}', name);
    case 'target':
      return l10n.t('target, {0}', name);
    default:
      return name;
  }
}

function progressText(counts: StatusCounts): string {
  const { met, of } = progress(counts);
  if (of > 0) return l10n.t('{0}/{1} met', met, of);
  return statusName(totalOf(counts) === counts.exempt ? 'exempt' : 'waived');
}

function linkNodes(view: IndexView, item: Item): TreeNode[] {
  const { links, waivers, plans = [] } = view.coverage(item.key);
  return [
    ...links.map((link) => linkNode(item.key, link)),
    ...waivers.map((waiver) => waiverNode(item.key, waiver)),
    ...plans.map((plan) => planNode(item.key, plan)),
  ];
}

function linkNode(key: string, link: Link): TreeNode {
  const { kind, is, path, annotation, stale } = link;
  const { range, through } = annotation.reference;
  const notes = [...(through === undefined ? [] : [l10n.t('through {0}', through)]), offWords(link)].filter((note) => note !== undefined);
  return {
    kind: 'link',
    id: formatId(['link', key, path, range.start.line, range.start.character, kind]),
    label: annotation.declaration?.name ?? fileName(path),
    description: linkText(kind, is, stale, [`${path}:${lineOf(range)}`, ...notes].join(', ')),
    hasChildren: false,
    place: { path, range },
    linkKind: is,
    stale,
  };
}

function linkText(kind: LinkKind, is: Link['is'], stale: boolean, where: string): string {
  if (kind !== is) return stale ? l10n.t('{0}, stale {1}', kind, where) : `${kind} ${where}`;
  if (is === 'implements') return stale ? l10n.t('implementation, stale {0}', where) : l10n.t('implementation {0}', where);
  return stale ? l10n.t('test, stale {0}', where) : l10n.t('test {0}', where);
}

function waiverText(until: string | undefined, valid: boolean): string {
  if (until === undefined) return valid ? l10n.t('waiver') : l10n.t('waiver, not valid');
  return valid ? l10n.t('waiver until {0}', until) : l10n.t('waiver until {0}, not valid', until);
}

function waiverNode(key: string, { waiver, path, valid }: ItemWaiver): TreeNode {
  const { start } = waiver.range;
  return {
    kind: 'waiver',
    id: formatId(['waiver', key, path, start.line, start.character, '']),
    label: waiver.reason,
    description: waiverText(waiver.until, valid),
    hasChildren: false,
    place: { path, range: waiver.range },
    valid,
  };
}

function planNode(key: string, { path, range, done }: Plan): TreeNode {
  const { start } = range;
  return {
    kind: 'plan',
    id: formatId(['plan', key, path, start.line, start.character, '']),
    label: fileName(path),
    description: planText(done, `${path}:${lineOf(range)}`),
    hasChildren: false,
    place: { path, range },
    done,
  };
}

function planText(done: boolean | undefined, where: string): string {
  if (done === undefined) return l10n.t('plan {0}', where);
  return done ? l10n.t('task, done {0}', where) : l10n.t('task, open {0}', where);
}

function paged(parentId: string, nodes: readonly TreeNode[]): TreeNode[] {
  if (nodes.length <= PAGE_SIZE) return [...nodes];
  const pages: TreeNode[] = [];
  for (let first = 0; first < nodes.length; first += PAGE_SIZE) {
    const last = Math.min(first + PAGE_SIZE, nodes.length);
    pages.push({
      kind: 'page',
      id: formatId(['page', parentId, first]),
      label: l10n.t('{0} to {1}', first + 1, last),
      description: l10n.t('of {0}', nodes.length),
      hasChildren: true,
    });
  }
  return pages;
}

function formatId(id: NodeId): string {
  return JSON.stringify(id);
}

/** Undefined for what `formatId` did not make, such as an id kept from an older version. */
function parseId(text: string): NodeId | undefined {
  try {
    const id: unknown = JSON.parse(text);
    if (!Array.isArray(id) || typeof id[1] !== 'string') return undefined;
    switch (id[0]) {
      case 'document':
      case 'item':
        return [id[0], id[1]];
      case 'status': {
        const status = STATUSES.find((known) => known === id[1]);
        return status && ['status', status];
      }
      case 'link':
      case 'waiver':
      case 'plan':
        return [id[0], id[1], String(id[2]), Number(id[3]), Number(id[4]), String(id[5])];
      case 'page':
        return ['page', id[1], Number(id[2])];
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
