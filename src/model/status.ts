import type { Message } from './message.ts';
import { say } from './message.ts';

/**
 * What is known of an item.
 *
 * - `unmet`: nothing points at it; `partial`: some of what it needs is there; `met`: all of it.
 * - `failing`: a linked test failed in the newest evidence.
 * - `stale`: a link was pinned to a text that has changed since.
 * - `waived`: an accepted gap. `exempt`: it needs nothing.
 */
export type Status = 'unmet' | 'partial' | 'met' | 'failing' | 'stale' | 'waived' | 'exempt';

/** In the order in which reports list them: what needs work first. */
export const STATUSES: readonly Status[] = ['failing', 'stale', 'unmet', 'partial', 'met', 'waived', 'exempt'];

/** The statuses as people read them within a sentence. */
export const STATUS_WORDS: Readonly<Record<Status, Message>> = {
  failing: say('failing'),
  stale: say('stale'),
  unmet: say('unmet'),
  partial: say('partial'),
  met: say('met'),
  waived: say('waived'),
  exempt: say('exempt'),
};

/** True for a status that still needs work: everything but `met`, `waived` and `exempt`. What the badge counts and the filter *unmet* shows. */
export function isOpen(status: Status): boolean {
  return status !== 'met' && isCounted(status);
}

/** True for a status that counts for or against the whole: everything but `waived` and `exempt`, which need nothing. */
export function isCounted(status: Status): boolean {
  return status !== 'waived' && status !== 'exempt';
}
