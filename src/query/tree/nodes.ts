import * as l10n from '@vscode/l10n';
import type { DocumentView, IndexView } from '../../index/view.ts';
import { requirementOf, shortNameOf } from '../../model/item.ts';
import type { CriterionItem, Item, ItemWaiver, Link, LowerItem, Plan, RequirementItem, StatusCounts } from '../../model/item.ts';
import type { FilePath, Location } from '../../model/position.ts';
import { FILE_START, lineOf } from '../../model/position.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { Status } from '../../model/status.ts';
import { withMarks } from '../changes.ts';
import { LOWER } from '../levels.ts';
import { idAndName, nameOf } from '../list.ts';
import { progress, totalOf } from '../progress.ts';
import { MOST_IN_BADGE, sumCounts } from '../../model/counts.ts';
import { fileName } from '../../text/paths.ts';
import { offWords } from '../../text/words/offWords.ts';
import { levelName } from '../../text/words/levelTitle.ts';
import { statusName } from '../../text/words/statusName.ts';
import type { Entry } from './directories.ts';
import { groupLabel } from './groups.ts';
import type { Grouping, GroupName } from './nodeId.ts';
import { directoryNodeId, documentNodeId, formatId, itemNodeId } from './nodeId.ts';
import type { Selection } from './selection.ts';
import { listed } from '../../text/words/listed.ts';

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
  | (NodeBase & { readonly kind: 'directory'; readonly path: FilePath; readonly counts: StatusCounts; readonly plans: number })
  | (NodeBase & {
      readonly kind: 'document';
      readonly path: FilePath;
      readonly counts: StatusCounts;
      readonly planned: boolean;
      readonly plans: number;
    })
  | (NodeBase & { readonly kind: 'group'; readonly group: GroupName })
  | (NodeBase & {
      readonly kind: 'requirement' | 'criterion';
      readonly key: string;
      readonly status: Status;
      readonly planned: boolean;
      /** Of its criteria; of a criterion just itself. */
      readonly counts: StatusCounts;
      /** What its links are, to offer a way to them. */
      readonly links: readonly Link['is'][];
    })
  | (NodeBase & {
      readonly kind: 'link';
      readonly linkKind: Link['is'];
      readonly stale: boolean;
      /** Where what it is on begins: of a comment above a test the test. */
      readonly declared: Location;
    })
  | (NodeBase & { readonly kind: 'lower'; readonly key: string; readonly status: Status })
  | (NodeBase & { readonly kind: 'waiver'; readonly valid: boolean })
  | (NodeBase & { readonly kind: 'plan'; readonly done: boolean | undefined })
  | (NodeBase & { readonly kind: 'suggested' | 'note' | 'page' })
  | (NodeBase & {
      readonly kind: 'suggestion';
      /** The item that it may meet. */
      readonly meets: string;
      readonly role: 'code' | 'test';
      /** What speaks for it. */
      readonly why: string;
    });

/** How a node is drawn. */
export interface Drawing {
  readonly groupBy: Grouping;
  readonly selection: Selection;
}

/**
 * A row of a folder or a document: what is met first, since what is last is cut first, then the rest of the path. Below a group it is the number
 * of what the group has there.
 */
export function entryNode(view: IndexView, entry: Entry<DocumentView>, group?: GroupName, number?: number): TreeNode {
  const documents = entry.kind === 'document' ? [entry.document] : entry.documents;
  const counts = sumCounts(documents.flatMap(({ requirements }) => requirements.map((item) => view.coverage(item.key).counts)));
  const planned = documents.every(({ requirements }) => requirements.length === 0);
  const plannedCount = documents.reduce((sum, document) => sum + document.planned.length, 0);
  const said = planned ? l10n.t('{0} planned', plannedCount) : briefProgress(counts);
  const counted = number === undefined ? said : String(number);
  const common = { label: entry.label, hasChildren: true, path: entry.path, counts, plans: planned ? plannedCount : 0 };
  if (entry.kind === 'directory') return { ...common, kind: 'directory', id: directoryNodeId(entry.path, group), description: counted };
  return {
    ...common,
    kind: 'document',
    id: documentNodeId(entry.path, group),
    description: entry.dimmed === '' ? counted : `${counted} · ${entry.dimmed}`,
    place: { path: entry.path, range: FILE_START },
    planned,
  };
}

/** A row of a group by status, owner and so on. */
export function groupNode(group: GroupName, number: number): TreeNode {
  return {
    kind: 'group',
    id: formatId(['group', ...group]),
    label: groupLabel(group),
    description: String(number),
    hasChildren: true,
    group,
  };
}

/** A row of a requirement or a criterion. */
export function itemNode(view: IndexView, item: Item, { groupBy, selection }: Drawing): TreeNode {
  const coverage = view.coverage(item.key);
  const { links, waivers, lower = [], plans = [] } = coverage;
  const below = lower.length + links.length + waivers.length + plans.length;
  const inPlace = groupBy === 'folder' || groupBy === 'document';
  const common = {
    id: itemNodeId(item.key),
    place: { path: item.path, range: item.facts.nameRange },
    key: item.key,
    status: coverage.status,
    planned: requirementOf(item).facts.planned !== undefined,
    counts: coverage.counts,
    links: [...new Set(links.map(({ is }) => is))],
  };
  if (item.type === 'criterion') {
    return {
      ...common,
      kind: 'criterion',
      label: item.facts.implicit ? item.facts.text : `${criterionName(view, item, inPlace)} ${item.facts.text}`,
      description: inPlace ? criterionText(item, coverage.status) : requirementLabel(item.requirement),
      hasChildren: below > 0,
    };
  }
  return {
    ...common,
    kind: 'requirement',
    label: requirementLabel(item),
    description: withMarks(view, item, item.criteria.length ? progressText(coverage.counts) : statusName(coverage.status)),
    hasChildren: below > 0 || (inPlace && item.criteria.some((criterion) => selection.has(criterion))),
  };
}

/** Criteria below a node that still need work. */
export function openOf(counts: StatusCounts): number {
  const { met, of } = progress(counts);
  return of - met;
}

/** `IP-1.1.1 Title`; the title alone where nobody wrote an id. */
function requirementLabel(item: RequirementItem): string {
  return item.facts.implicit ? nameOf(item) : idAndName(item);
}

/** `AC2` under its requirement, `IP-1.1.1/AC2` elsewhere, with its document where others are called so too; the key of an implicit requirement would be longer than the text. */
function criterionName(view: IndexView, item: CriterionItem, inPlace: boolean): string {
  return inPlace || item.requirement.facts.implicit ? shortNameOf(item) : view.referenceTo(item, '');
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

/** `3/4 met`; `20/400` alone where so much is open that the end of the row has no number, and this one must not be cut. */
function briefProgress(counts: StatusCounts): string {
  const { met, of } = progress(counts);
  return of - met > MOST_IN_BADGE ? `${met}/${of}` : progressText(counts);
}

function progressText(counts: StatusCounts): string {
  const { met, of } = progress(counts);
  if (of > 0) return l10n.t('{0}/{1} met', met, of);
  return statusName(totalOf(counts) === counts.exempt ? 'exempt' : 'waived');
}

/** Rows of what points at an item: lower items, links, waivers, tasks. */
export function linkNodes(view: IndexView, item: Item): TreeNode[] {
  const { links, waivers, lower = [], plans = [] } = view.coverage(item.key);
  return [
    ...lower.flatMap((one) => lowerNode(view, item.key, one)),
    ...links.map((link) => linkNode(item.key, link)),
    ...waivers.map((waiver) => waiverNode(item.key, waiver)),
    ...plans.map((plan) => planNode(item.key, plan)),
  ];
}

function lowerNode(view: IndexView, key: string, { key: lower, level = LOWER, status, current }: LowerItem): TreeNode[] {
  const item = view.item(lower);
  if (!item) return [];
  const state = current ? statusName(status) : l10n.t('for another revision');
  return [
    {
      kind: 'lower',
      id: formatId(['lower', key, lower]),
      label: idAndName(item),
      description: listed([levelName(level), state, `${item.path}:${lineOf(item.facts.nameRange)}`]),
      hasChildren: false,
      place: { path: item.path, range: item.facts.nameRange },
      key: lower,
      status: current ? status : 'stale',
    },
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
    description: linkText(kind, is, stale, listed([`${path}:${lineOf(range)}`, ...notes])),
    hasChildren: false,
    place: { path, range },
    linkKind: is,
    stale,
    declared: { path, range: annotation.declaration?.range ?? range },
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

function planNode(key: string, { path, range, done, note }: Plan): TreeNode {
  const { start } = range;
  return {
    kind: 'plan',
    id: formatId(['plan', key, path, start.line, start.character, '']),
    label: fileName(path),
    description: planText(done, listed([`${path}:${lineOf(range)}`, ...(note === undefined ? [] : [note])])),
    hasChildren: false,
    place: { path, range },
    done,
  };
}

function planText(done: boolean | undefined, where: string): string {
  if (done === undefined) return l10n.t('plan {0}', where);
  return done ? l10n.t('task, done {0}', where) : l10n.t('task, open {0}', where);
}
