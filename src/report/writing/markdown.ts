import { escapeMarkdown } from '../../editor/hover/markdown.ts';
import { plain } from './plainText.ts';

/**
 * Text of the repository for one line of a table or a heading on a page that GitHub shows: it reads as written, cannot end a
 * table, open a tag or make a link, and neither makes an emoji (`:tada:`) nor notifies a person. No escape keeps GitHub from
 * reading a mention; the word joiner behind `@` does. `cellText('a|b <i>')` is `a\|b \<i\>`.
 */
export function cellText(text: string): string {
  return escapeMarkdown(plain(text))
    .replace(/:(?=[\w+-]+:)/gu, String.raw`\:`)
    .replaceAll('@', '@\u2060');
}

/**
 * A table of cells that are Markdown already.
 *
 * @param textColumns columns at the left that hold text; numbers behind them are at the right. All of them by default.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[], textColumns = header.length): string {
  const rule = header.map((_, column) => (column < textColumns ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Blocks that a reader opens when they care: `folded('2 requirements', [table])`.
 *
 * @param title words of ours, since GitHub reads no Markdown in it.
 */
export function folded(title: string, blocks: readonly string[]): string[] {
  return [`<details><summary>${title}</summary>`, ...blocks, '</details>'];
}
