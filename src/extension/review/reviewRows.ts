import type { ItemAddress } from '../../server/protocol.ts';
import type {
  ComparedReview,
  FolderReview,
  ReviewCondition,
  ReviewEntry,
  ReviewGate,
  ReviewGroup,
  ReviewObstacle,
  ReviewPlace,
  ReviewRule,
} from '../../server/reviewProtocol.ts';

/** One row of the view *Review*. Its id is the same as long as it stands for the same thing. */
export type ReviewRow = {
  readonly id: string;
  readonly parent: ReviewRow | undefined;
  /** Name of the base that is compared with. */
  readonly base: string;
} & (
  | { readonly kind: 'folder'; readonly review: FolderReview }
  | { readonly kind: 'rules'; readonly rules: readonly ReviewRule[] }
  | { readonly kind: 'attributes'; readonly attributes: NonNullable<ComparedReview['attributes']> }
  | { readonly kind: 'rule'; readonly rule: ReviewRule }
  | { readonly kind: 'gate'; readonly gate: ReviewGate }
  | { readonly kind: 'condition'; readonly condition: ReviewCondition }
  | { readonly kind: 'obstacle'; readonly obstacle: ReviewObstacle }
  | { readonly kind: 'group'; readonly group: ReviewGroup }
  | { readonly kind: 'entry'; readonly entry: ReviewEntry; readonly list: ReviewGroup['list'] }
  /** The text of an entry before it was changed. */
  | { readonly kind: 'previous'; readonly text: string; readonly place: ReviewPlace | undefined }
  | { readonly kind: 'place'; readonly place: ReviewPlace }
  /** Stands for rows that are left out. */
  | { readonly kind: 'more'; readonly count: number }
);

/** The top rows: rules that changed, gates and lists, or one row per folder where there are several. */
export function topRows(reviews: readonly FolderReview[]): ReviewRow[] {
  const [only, second] = reviews;
  if (second)
    return reviews.map((review) => ({
      kind: 'folder',
      id: review.folder,
      parent: undefined,
      base: review.state === 'compared' ? review.base.name : '',
      review,
    }));
  return only ? reviewRows(only, only.folder, undefined) : [];
}

/** The rows below a row. */
export function childRows(row: ReviewRow): ReviewRow[] {
  const { id, base } = row;
  const below = { parent: row, base };
  switch (row.kind) {
    case 'folder':
      return reviewRows(row.review, id, row);
    case 'rules':
      return row.rules.map((rule) => ({ ...below, kind: 'rule', id: `${id}\n${rule.at} ${rule.reason}`, rule }));
    case 'attributes': {
      const { count, rows } = row.attributes;
      return [
        ...rows.map((rule): ReviewRow => ({ ...below, kind: 'rule', id: `${id}\n${rule.at} ${rule.reason}`, rule })),
        ...moreRows(row, count - rows.length),
      ];
    }
    case 'gate':
      return row.gate.conditions.map((condition) => ({ ...below, kind: 'condition', id: `${id}\n${condition.condition}`, condition }));
    case 'condition':
      return [
        ...row.condition.obstacles.map((obstacle): ReviewRow => ({ ...below, kind: 'obstacle', id: `${id}\n${obstacle.key}`, obstacle })),
        ...moreRows(row, row.condition.count - row.condition.obstacles.length),
      ];
    case 'group':
      return [
        ...row.group.entries.map((entry): ReviewRow => ({
          ...below,
          kind: 'entry',
          id: `${id}\n${entry.key}`,
          entry,
          list: row.group.list,
        })),
        ...moreRows(row, row.group.count - row.group.entries.length),
      ];
    case 'entry':
      return [
        ...previousRows(row, row.entry),
        ...row.entry.places.map((place, at): ReviewRow => ({ ...below, kind: 'place', id: `${id}\n${at}`, place })),
      ];
    case 'rule':
    case 'obstacle':
    case 'previous':
    case 'place':
    case 'more':
      return [];
  }
}

/** The item of a row, in the workspace folder of its review; undefined for a row that is about none. */
export function reviewedItem(row: ReviewRow): ItemAddress | undefined {
  if (row.kind !== 'entry') return row.kind === 'place' && row.parent ? reviewedItem(row.parent) : undefined;
  const [folder = ''] = row.id.split('\n', 1);
  return { folder, key: row.entry.key };
}

/** True for a review with nothing to show, neither rule, gate nor list. */
export function isUnchanged(review: FolderReview): boolean {
  return (
    review.state === 'compared' && review.groups.length === 0 && review.gates.length === 0 && !review.rules?.length && !review.attributes
  );
}

function reviewRows(review: FolderReview, id: string, parent: ReviewRow | undefined): ReviewRow[] {
  if (review.state === 'head') return review.gates.map((gate) => gateRow(gate, id, { parent, base: '' }));
  return review.state === 'compared' ? comparedRows(review, id, parent) : [];
}

function gateRow(gate: ReviewGate, id: string, below: Pick<ReviewRow, 'parent' | 'base'>): ReviewRow {
  return { ...below, kind: 'gate', id: `${id}\ngate ${gate.name}`, gate };
}

function comparedRows(
  { base, rules = [], attributes, gates, groups }: ComparedReview,
  id: string,
  parent: ReviewRow | undefined,
): ReviewRow[] {
  const below = { parent, base: base.name };
  return [
    ...(rules.length ? [{ ...below, kind: 'rules', id: `${id}\nrules`, rules } as const] : []),
    ...gates.map((gate) => gateRow(gate, id, below)),
    ...groups.map((group): ReviewRow => ({ ...below, kind: 'group', id: `${id}\nlist ${group.list}`, group })),
    ...(attributes ? [{ ...below, kind: 'attributes', id: `${id}\nattributes`, attributes } as const] : []),
  ];
}

/** What was there before, where that is another text. */
function previousRows(parent: ReviewRow, { words, places: [place] }: ReviewEntry): ReviewRow[] {
  if (!words) return [];
  const text = words
    .filter(({ kind }) => kind !== 'added')
    .map((word) => word.text)
    .join('');
  return [{ kind: 'previous', id: `${parent.id}\nprevious`, parent, base: parent.base, text: text.replaceAll(/\s+/gu, ' ').trim(), place }];
}

function moreRows(parent: ReviewRow, count: number): ReviewRow[] {
  return count > 0 ? [{ kind: 'more', id: `${parent.id}\nmore`, parent, base: parent.base, count }] : [];
}
