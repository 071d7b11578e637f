import * as l10n from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver-types';
import { MarkupKind } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { Item, Resolution } from '../../model/item.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import type { FilePath, Position, Range } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import { localised } from '../../text/words/localised.ts';
import { stepWords } from '../../text/words/stepWords.ts';
import { itemMarkdown, itemTitle } from './itemMarkdown.ts';
import { escapeMarkdown, link, points } from './markdown.ts';
import { titleOf } from '../../query/list.ts';
import type { UriOf } from '../place.ts';
import { lspRange, uriOfLine } from '../place.ts';
import { subjectAt } from '../subject.ts';

/** Most items that could be meant which are listed. */
const MOST_CANDIDATES = 10;

// @implements RT-7.2~e2e99d
/** Hover on a reference anywhere, on a requirement's heading or on a criterion; null elsewhere. */
export function hover(view: IndexView, path: FilePath, position: Position, uriOf: UriOf): Hover | null {
  const subject = subjectAt(view, path, position);
  if (!subject) return null;
  if (subject.kind === 'definition') return hoverOf(itemMarkdown(view, subject.item, uriOf), subject.range);
  const { reference, resolution } = subject.resolved;
  return resolutionHover(view, path, { text: reference.text, resolution, range: subject.range }, uriOf);
}

/**
 * Hover on a line of a text that the index does not hold, such as an untitled document: any reference of a known prefix.
 */
export function hoverInLine(view: IndexView, ids: IdGrammar, line: string, position: Position, uriOf: UriOf): Hover | null {
  const found = ids.findReferences(line).find(({ start, end }) => start <= position.character && position.character <= end);
  if (!found) return null;
  const range = rangeAt(position.line, found.start, found.end);
  return resolutionHover(view, '', { text: found.text, resolution: view.resolve(found, ''), range }, uriOf);
}

/** A reference as it is written, and what it means. */
interface Written {
  readonly text: string;
  readonly resolution: Resolution;
  readonly range: Range;
}

function resolutionHover(view: IndexView, path: FilePath, { text, resolution, range }: Written, uriOf: UriOf): Hover | null {
  switch (resolution.kind) {
    case 'item':
      return hoverOf([itemMarkdown(view, resolution.item, uriOf), ...wayTo(resolution)].join('\n\n'), range);
    case 'ambiguous':
      return hoverOf(ambiguous(view, path, text, resolution.candidates, uriOf), range);
    case 'unknown':
      return hoverOf(unknown(text, resolution.suggestions), range);
    case 'external':
      return hoverOf(external(text, resolution.address), range);
    case 'foreign':
      return null;
  }
}

/** How the item was found, where that is not plain to see. */
function wayTo(resolution: Resolution): readonly string[] {
  const words = stepWords(resolution);
  return words ? [l10n.t('This reference: {0}', escapeMarkdown(localised(words)))] : [];
}

function ambiguous(view: IndexView, path: FilePath, written: string, candidates: readonly Item[], uriOf: UriOf): string {
  const shown = candidates.slice(0, MOST_CANDIDATES).map((item) => {
    const place = { path: item.path, range: item.facts.nameRange };
    const title = escapeMarkdown(item.type === 'requirement' ? titleOf(item) : itemTitle(item.requirement));
    return `- ${link(view.referenceTo(item, path), uriOfLine(place, uriOf))} ${title}`;
  });
  const more = candidates.length - shown.length;
  return [
    l10n.t('**{0}** is ambiguous, so this reference links to nothing. It could mean:', escapeMarkdown(written)),
    points(shown, more),
  ].join('\n\n');
}

/** The address is written out, since people ought to see where a link leads. */
function external(written: string, address: string): string {
  return [
    l10n.t('**{0}** is kept by another tool and does not count here', escapeMarkdown(written)),
    `[${escapeMarkdown(address)}](<${address}>)`,
  ].join('\n\n');
}

function unknown(written: string, suggestions: readonly string[]): string {
  const name = escapeMarkdown(written);
  if (!suggestions.length) return l10n.t('**{0}** is not defined', name);
  const meant = suggestions.map((one) => `**${escapeMarkdown(one)}**`).reduce((others, one) => l10n.t('{0} or {1}', others, one));
  return l10n.t('**{0}** is not defined. Did you mean {1}?', name, meant);
}

function hoverOf(value: string, range: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: lspRange(range) };
}
