import * as l10n from '@vscode/l10n';
import type { IndexView } from '../index/view.ts';
import { inEnglish } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { Finding } from '../model/finding.ts';
import { doubtsToTell } from '../query/doubts.ts';
import { localised } from '../text/words/localised.ts';
import type { Palette } from './writing/palette.ts';
import { plain } from './writing/plainText.ts';

/** What should have been read and was not, one sentence each, in English unless other words are asked for; nothing where all is known. */
export function doubtTexts(view: IndexView, words: (message: Message) => string = inEnglish): readonly string[] {
  return doubtsToTell(view).map(({ message }) => plain(words(message)));
}

/**
 * The same below what is printed on a terminal: `Not everything could be read: "doc/**" of documents matches no file that is read`.
 *
 * @param above findings that are printed already: what one of them says is not said again.
 */
export function doubtLines(view: IndexView, palette: Palette, above: readonly Finding[] = []): readonly string[] {
  const told = new Set(above.map(({ message }) => plain(localised(message))));
  const untold = doubtTexts(view, localised).filter((text) => !told.has(text));
  return untold.map((text) => palette.warn(l10n.t('Not everything could be read: {0}', text)));
}
