import type { DocumentSymbol } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import { shortNameOf } from '../../model/item.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath, Range } from '../../model/position.ts';
import { comparePositions } from '../../model/position.ts';
import { itemTitle } from '../hover/itemMarkdown.ts';
import { shorten } from '../hover/markdown.ts';
import { lspRange } from '../place.ts';
import { requirementsIn } from '../requirementsIn.ts';
import { stateWords } from '../hover/statusWords.ts';

/** Longest name in an outline, in UTF-16 code units. */
const LONGEST_NAME = 120;

/** The requirements of a document with their criteria, each with its status, as an outline of its own. */
export function documentSymbols(view: IndexView, path: FilePath): DocumentSymbol[] {
  return requirementsIn(view, path).map((requirement) => ({
    ...symbol(view, requirement, SymbolKind.Class),
    children: requirement.criteria.map((criterion) => symbol(view, criterion, SymbolKind.Field)),
  }));
}

function symbol(view: IndexView, item: Item, kind: SymbolKind): DocumentSymbol {
  const name = item.type === 'requirement' ? itemTitle(item) : `${shortNameOf(item)} ${item.facts.text}`;
  const { nameRange, range } = item.facts;
  return {
    name: shorten(name, LONGEST_NAME),
    detail: stateWords(view, item),
    kind,
    range: lspRange(around(range, nameRange)),
    selectionRange: lspRange(nameRange),
  };
}

/** The protocol wants the name inside of the whole. */
function around(range: Range, name: Range): Range {
  return {
    start: comparePositions(name.start, range.start) < 0 ? name.start : range.start,
    end: comparePositions(name.end, range.end) > 0 ? name.end : range.end,
  };
}
