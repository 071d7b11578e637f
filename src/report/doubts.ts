import type { IndexView } from '../index/view.ts';
import { inEnglish } from '../model/message.ts';
import { doubtsToTell } from '../query/doubts.ts';
import type { Palette } from './writing/palette.ts';
import { plain } from './writing/plainText.ts';

/** What should have been read and was not, one sentence each; nothing where all is known. */
export function doubtTexts(view: IndexView): readonly string[] {
  return doubtsToTell(view).map(({ message }) => plain(inEnglish(message)));
}

/** The same below what is printed on a terminal: `Not everything could be read: "doc/**" of documents matches no file that is read`. */
export function doubtLines(view: IndexView, palette: Palette): readonly string[] {
  return doubtTexts(view).map((text) => palette.warn(`Not everything could be read: ${text}`));
}
