import * as l10n from '@vscode/l10n';
import { listed } from '../../text/words/listed.ts';
/**
 * Makes text of the repository harmless inside Markdown that we build: it appears as written and cannot add HTML,
 * links, images or lists. `**x** <img>` becomes `\*\*x\*\* \<img\>`. CommonMark 2.4 lets a
 * backslash precede any ASCII punctuation; the escapes in `https:\//` and `www\.` stop GFM's autolinks.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~&!$@+=^]/gu, String.raw`\$&`)
    .replaceAll('://', String.raw`:\//`)
    .replaceAll(/\b(www)\./giu, String.raw`$1\.`)
    .replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
    .replace(/^-/u, String.raw`\$&`);
}

/** Cuts text after a whole word so that it has at most `length` UTF-16 code units, the ellipsis included. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  // A very long word is cut through; half a surrogate pair never stays.
  const end = space > length / 2 ? space : length - 1;
  return `${cut.slice(0, end).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** A Markdown link to a place: `link('stock.ts:18', 'file:///p/stock.ts#L18')`. */
export function link(label: string, uri: string): string {
  // What would end the destination early; `encodeURIComponent` leaves brackets as they are.
  const target = uri
    .replaceAll(/[\s<>\\]/gu, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return `[${escapeMarkdown(label)}](${target})`;
}

/** Points of a list, and how many more there would be: `- and 3 more`; none where all are shown. */
export function points(shown: readonly string[], more: number): string {
  return [...shown, ...(more > 0 ? [`- ${l10n.t('and {0} more', more)}`] : [])].join('\n');
}

/** Things in one sentence, and how many more there would be: `a, b and 3 more`. */
export function inOneSentence(shown: readonly string[], more: number): string {
  return `${listed(shown)}${more > 0 ? ` ${l10n.t('and {0} more', more)}` : ''}`;
}
