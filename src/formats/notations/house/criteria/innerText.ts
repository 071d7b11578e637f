import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';

/** The text of a list item that begins with another list or a quotation, and what is below that text. */
export interface InnerText {
  readonly inline: InlineText;
  readonly below: readonly Block[];
}

/** What a list item says that has no text of its own: `It sorts` of `- 1. It sorts`, where Markdown sees a list in a list, and of `- > It sorts`. */
export function innerText([first, ...others]: readonly Block[]): InnerText | undefined {
  if (first?.type === 'quote') {
    const [text, ...rest] = first.blocks;
    return text?.type === 'paragraph' ? { inline: text.inline, below: [...rest, ...others] } : undefined;
  }
  if (first?.type !== 'list') return undefined;
  const [item, ...items] = first.items;
  if (!item || item.inline.plain.trim() === '') return undefined;
  return { inline: item.inline, below: [...item.below, ...(items.length > 0 ? [{ ...first, items }] : []), ...others] };
}
