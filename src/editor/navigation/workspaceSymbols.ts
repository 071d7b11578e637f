import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { plannedRequirements } from '../../query/changes.ts';
import { idAndName, nameOf } from '../../query/list.ts';
import { knownItems } from '../../query/lookup.ts';
import { shorten } from '../hover/markdown.ts';
import type { UriOf } from '../place.ts';
import { lspLocation } from '../place.ts';
import { fuzzyScore } from '../../text/fuzzy.ts';

/** Most symbols of one answer. */
export const MOST_SYMBOLS = 200;

const LONGEST_NAME = 120;

/**
 * Requirements and criteria whose id or words match what was typed, letter by letter in order, best first: `rsvstk`
 * finds *Reserve stock*. An empty query lists the requirements.
 */
export function workspaceSymbols(view: IndexView, query: string, uriOf: UriOf): WorkspaceSymbol[] {
  const typed = query.trim();
  if (typed === '') return [...view.requirements(), ...plannedRequirements(view)].slice(0, MOST_SYMBOLS).map((item) => symbol(item, uriOf));
  const found: { readonly item: Item; readonly score: number }[] = [];
  for (const item of knownItems(view)) {
    const score = fuzzyScore(typed, `${item.id} ${nameOf(item)}`);
    if (score !== undefined) found.push({ item, score });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SYMBOLS)
    .map(({ item }) => symbol(item, uriOf));
}

function symbol(item: Item, uriOf: UriOf): WorkspaceSymbol {
  const isRequirement = item.type === 'requirement';
  return {
    name: shorten(isRequirement && item.facts.implicit ? item.facts.title : idAndName(item), LONGEST_NAME),
    kind: isRequirement ? SymbolKind.Class : SymbolKind.Field,
    containerName: isRequirement ? item.path : item.requirement.id,
    location: lspLocation({ path: item.path, range: item.facts.nameRange }, uriOf),
  };
}
