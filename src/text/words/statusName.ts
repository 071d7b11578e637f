import { STATUS_WORDS } from '../../model/status.ts';
import type { Status } from '../../model/status.ts';
import { localised } from './localised.ts';

/** A status as people read it, in the language of their editor: `partial`; English wherever no editor named another. */
export function statusName(status: Status): string {
  return localised(STATUS_WORDS[status]);
}
