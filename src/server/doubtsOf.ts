import type { IndexView } from '../index/view.ts';
import type { Message } from '../model/message.ts';
import { doubtsToTell } from '../query/doubts.ts';
import { localised } from '../text/words/localised.ts';

/**
 * What puts the numbers of a folder in doubt, for a person. A fresh folder expects nothing yet: the welcome text of the view says what to do.
 *
 * @param partly what to say where not all of it was read.
 */
export function doubtsOf(view: IndexView, partly: Message | undefined): readonly string[] {
  const isFresh = !view.definesAnything && Object.keys(view.configuration.gates).length === 0;
  const doubts = isFresh ? [] : doubtsToTell(view).map(({ message }) => message);
  return [...(partly ? [partly] : []), ...doubts].map(localised);
}
