import { sayMany } from '../../model/message.ts';
import { localised } from '../../text/words/localised.ts';

/** `1 criterion`, `14 criteria`. */
export function amount(number: number): string {
  return localised(sayMany('{0} criterion', '{0} criteria', number));
}
