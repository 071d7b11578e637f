import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import type { Block, ListItem } from '../../../src/formats/carriers/markdown/blocks.ts';
import type { InlineText } from '../../../src/formats/carriers/markdown/inline.ts';
import { Source } from '../../../src/formats/notations/house/document/source.ts';
import type { Terms } from '../../../src/formats/notations/house/requirements/terms.ts';

/** A document parsed under the default configuration with these changes. */
export function sourceOf(text: string, changes: Partial<Configuration> = {}): Source {
  const configuration = { ...DEFAULT_CONFIGURATION, ...changes };
  return new Source('docs/launch.md', text, { configuration, ids: createIdGrammar(configuration.ids) });
}

/** The terms of the default configuration. */
export const TERMS: Terms = sourceOf('').terms;

/** The blocks of a text. */
export function blocksIn(text: string): readonly Block[] {
  return sourceOf(text).blocks;
}

/** The text of the first paragraph or heading. */
export function inlineIn(text: string): InlineText {
  const [block] = blocksIn(text);
  if (block?.type !== 'paragraph' && block?.type !== 'heading') throw new Error(`Neither paragraph nor heading: ${text}`);
  return block.inline;
}

/** The first item of the first list. */
export function itemIn(text: string): ListItem {
  const [block] = blocksIn(text);
  const item = block?.type === 'list' ? block.items[0] : undefined;
  if (!item) throw new Error(`Not a list: ${text}`);
  return item;
}
