import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { bandName, reasonText } from '../../suggest/reasons.ts';
import type { Suggester, Suggestion } from '../../suggest/suggest.ts';
import { needs } from '../../suggest/suggest.ts';
import { allUnits } from '../units.ts';
import { formatId, SUGGESTED_ID } from './nodeId.ts';
import type { Drawing, TreeNode } from './nodes.ts';
import { itemNode } from './nodes.ts';
import type { Selection } from './selection.ts';

/** A function or a test, with what it would be to an item. */
type Proposed = Suggestion & { readonly role: 'code' | 'test' };

/** A criterion that lacks something, with what may be it, the best first. */
export interface MaybeMet {
  readonly item: Item;
  readonly proposed: readonly [Proposed, ...Proposed[]];
}

/** So many functions, and so many tests, are shown for one criterion. */
const SHOWN = 3;

// @implements RT-12.1/AC11~0ea4d1
/** What is below *Suggested*: items that lack something for which a strong or a likely suggestion exists, strong ones first. A step for each item. */
export function* maybeMet(view: IndexView, suggester: Suggester): Generator<undefined, readonly MaybeMet[]> {
  const strong: MaybeMet[] = [];
  const likely: MaybeMet[] = [];
  for (const item of allUnits(view)) {
    yield;
    const found = needs(view, item).flatMap((role) => suggester.forItem(item, role, SHOWN).map((each): Proposed => ({ ...each, role })));
    const [first, ...others] = found.filter(({ band }) => band !== 'weak').sort((a, b) => rank(a) - rank(b));
    if (first) (first.band === 'strong' ? strong : likely).push({ item, proposed: [first, ...others] });
  }
  return [...strong, ...likely];
}

function rank({ band }: Proposed): number {
  return band === 'strong' ? 0 : 1;
}

/** True where the group *Suggested* has a point: something is missing, and there is code that may be it. Nothing is worked out for it. */
export function hasGaps(view: IndexView, selection: Selection): boolean {
  const hasCode = [...view.files.values()].some((role) => role === 'code' || role === 'test');
  return hasCode && allUnits(view).some((item) => needs(view, item).length > 0 && selection.has(item));
}

/** The row of the group *Suggested*, whose number nobody knows before it is unfolded. */
export function suggestedNode(): TreeNode {
  return {
    kind: 'suggested',
    id: SUGGESTED_ID,
    label: l10n.t('Suggested'),
    description: l10n.t('code that may meet criteria'),
    hasChildren: true,
  };
}

/** The only row below *Suggested* where nothing was found. */
export function nothingSuggestedNode(): TreeNode {
  return {
    kind: 'note',
    id: formatId(['suggested', '\0']),
    label: l10n.t('No function and no test fits'),
    description: '',
    hasChildren: false,
  };
}

/** The row of an item below *Suggested*: it says the best that was found, `strong · release()`. */
export function maybeMetNode(view: IndexView, { item, proposed: [best] }: MaybeMet, drawing: Drawing): TreeNode {
  const description = [bandName(best.band), nameOfUnit(best)].join(' · ');
  return {
    ...itemNode(view, item, { ...drawing, groupBy: 'status' }),
    id: formatId(['suggested', item.key]),
    description,
    hasChildren: true,
  };
}

/** Rows of what may meet an item: they lead to functions and tests that nothing links to it. */
export function suggestionNodes({ item, proposed }: MaybeMet): TreeNode[] {
  return proposed.map((suggestion) => {
    const { path, unit, role, band, reason } = suggestion;
    const line = unit?.line ?? 0;
    const is = role === 'code' ? l10n.t('suggested code, {0}', bandName(band)) : l10n.t('suggested test, {0}', bandName(band));
    const why = reasonText(reason);
    const start = { line, character: 0 };
    return {
      kind: 'suggestion',
      id: formatId(['suggestion', item.key, path, line, role]),
      label: nameOfUnit(suggestion),
      description: [is, unit ? `${path}:${line + 1}` : path, why].filter(Boolean).join(' · '),
      hasChildren: false,
      place: { path, range: { start, end: start } },
      meets: item.key,
      role,
      why,
    };
  });
}

function nameOfUnit({ unit, path }: Proposed): string {
  return unit?.name ?? path;
}
