import type { IndexView } from '../../index/view.ts';
import type { Coverage, Item, Link, LowerItem, RequirementItem } from '../../model/item.ts';
import { lineOf } from '../../model/position.ts';
import { normalIdOf, unitsOf } from '../../model/item.ts';
import { LOWER } from '../../query/levels.ts';
import { kindOf, nameOf } from '../../query/list.ts';
import { csvText } from '../writing/csv.ts';

const HEADER = [
  'Document',
  'Line',
  'Requirement',
  'Title',
  'Criterion',
  'Kind',
  'Text',
  'Status',
  'Claimed',
  'Missing',
  'Proof',
  'Outdated',
  'Link',
  'File',
  'File line',
  'Symbol',
  'Stale',
  'Inherited',
  'Result',
  'Result time',
  'Waiver',
  'Waived until',
] as const;

/**
 * The matrix for a spreadsheet, as RFC 4180 has it: one row for each link of each criterion, one row with empty cells for a
 * criterion that has none, a requirement without criteria counted as its own. Lines start at 1.
 */
export function renderCsv(view: IndexView): string {
  const rows = Array.from(view.requirements()).flatMap((requirement) => requirementRows(view, requirement));
  return csvText([HEADER, ...rows]);
}

function requirementRows(view: IndexView, requirement: RequirementItem): (string | number)[][] {
  return unitsOf(requirement).flatMap((item) => {
    const coverage = view.coverage(item.key);
    const links = [
      ...(coverage.lower ?? []).map((lower) => lowerCells(view, lower)),
      ...coverage.links.map((link) => linkCells(item, link)),
    ];
    const cells = links.length > 0 ? links : [NO_LINK];
    return cells.map((link) => [...itemCells(requirement, item, coverage), ...link, ...waiverCells(coverage)]);
  });
}

function itemCells(requirement: RequirementItem, item: Item, { status, missing, proof, outdated }: Coverage): (string | number)[] {
  const claimed = item.type === 'criterion' ? item.facts.claimed : undefined;
  return [
    item.path,
    lineOf(item.facts.nameRange),
    normalIdOf(requirement),
    requirement.facts.title,
    item.type === 'criterion' ? normalIdOf(item) : '',
    kindOf(item),
    nameOf(item),
    status,
    claimed === undefined ? '' : yesNo(claimed),
    missing.join(' '),
    proof,
    yesNo(outdated),
  ];
}

const NO_LINK: readonly string[] = ['', '', '', '', '', '', '', ''];

/** A requirement that covers the item: its artifact type as the kind of link, and its id where a link has the function. */
function lowerCells(view: IndexView, { key, level = LOWER, current }: LowerItem): readonly (string | number)[] {
  const lower = view.item(key);
  return [level, lower?.path ?? '', lower ? lineOf(lower.facts.nameRange) : '', lower?.id ?? key, yesNo(!current), yesNo(false), '', ''];
}

function linkCells(item: Item, link: Link): readonly (string | number)[] {
  const { kind, path, annotation, stale, target, result } = link;
  return [
    kind,
    path,
    lineOf(annotation.reference.range),
    annotation.declaration?.name ?? '',
    yesNo(stale),
    yesNo(target !== item.key),
    result?.outcome ?? '',
    result ? new Date(result.time).toISOString() : '',
  ];
}

function waiverCells({ waivers }: Coverage): string[] {
  const valid = waivers.find((waiver) => waiver.valid)?.waiver;
  return [valid?.reason ?? '', valid?.until ?? ''];
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
