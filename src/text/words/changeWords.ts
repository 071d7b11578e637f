import type { Pending } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';

/** Signs beside the words, which need no colour to be told from each other or from those of a status. */
const SIGNS: Readonly<Record<Pending['kind'], string>> = { modified: '✎', removed: '✂', renamed: '⇄' };

/** The sign of what a change would add. */
export const PLANNED_SIGN = '✚';

/** The sign of what a change would do to an item: `✎`. */
export function pendingSign({ kind }: Pick<Pending, 'kind'>): string {
  return SIGNS[kind];
}

/** What a change would do to an item: `add-timer modifies it`. */
export function pendingWords({ kind, change, to = '' }: Pick<Pending, 'kind' | 'change' | 'to'>): Message {
  switch (kind) {
    case 'modified':
      return say('{0} modifies it', change);
    case 'removed':
      return say('{0} removes it', change);
    case 'renamed':
      return say('{0} renames it to "{1}"', change, to);
  }
}

/** Where an item comes from that the product does not have yet: `planned by add-timer`. */
export function plannedWords(change: string): Message {
  return say('planned by {0}', change);
}
