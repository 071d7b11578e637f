import { parse } from 'smol-toml';
import type { Configuration } from '../../../model/configuration.ts';
import type { ToolSettings } from '../../notation/notation.ts';
import { RUST_REFERENCE } from './grammar.ts';

/** The book itself, and the place that it has in the repository of the compiler. */
const FOLDERS = ['', 'src/doc/reference/'];
const CHAPTER = /\]\((?<path>[^)\s#]+\.md)(?:#[^)]*)?\)/gu;
/** What mdBook does not see in the list of chapters. */
const HIDDEN = /<!--[^]*?(?:-->|$)/gu;

/** What matters of the book: its chapters, and where files lie that are none. */
interface Book {
  readonly chapters: readonly string[];
  readonly others: readonly string[];
}

/** The settings of mdBook, which show that the book has rules, and its list of chapters. */
export const settings: ToolSettings = {
  files: FOLDERS.flatMap((folder) => [`${folder}book.toml`, `${folder}src/SUMMARY.md`]),
  read(texts) {
    const folders = FOLDERS.filter((folder) => hasRules(texts.get(`${folder}book.toml`) ?? ''));
    const chapters = folders.flatMap((folder) => {
      const summary = (texts.get(`${folder}src/SUMMARY.md`) ?? '').replaceAll(HIDDEN, '');
      return Array.from(summary.matchAll(CHAPTER), ({ groups }) => `${folder}src/${(groups?.['path'] ?? '').replace(/^\.\//u, '')}`);
    });
    const others = folders.flatMap((folder) => [`${folder}src/**/*.md`, `${folder}dev-guide/**/*.md`]);
    return chapters.length === 0 ? undefined : { chapters: [...new Set(chapters)], others };
  },
};

/** The book of a configuration; undefined where the folder has no such book. */
export function bookOf({ settings: all }: Pick<Configuration, 'settings'>): Book | undefined {
  // Made by the function above and kept as data since.
  return all?.[RUST_REFERENCE] as Book | undefined;
}

/** True for a book whose rules are read by `mdbook-spec`. */
function hasRules(text: string): boolean {
  try {
    const { preprocessor } = parse(text);
    return typeof preprocessor === 'object' && preprocessor !== null && 'spec' in preprocessor;
  } catch {
    return false;
  }
}
