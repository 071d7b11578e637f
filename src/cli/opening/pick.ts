import type { Item } from '../../model/item.ts';
import { inARow, say } from '../../model/message.ts';
import { lookup } from '../../query/lookup.ts';
import type { Project } from '../../workspace/project.ts';
import { UserError } from '../../workspace/userError.ts';
import { withSuggestions } from '../terminal/arguments.ts';

/**
 * The item that an argument names.
 *
 * @throws UserError when there is none, or more than one; it lists those.
 */
export function pickItem({ index, reading }: Project, argument: string): Item {
  const found = lookup(index, reading.ids, argument);
  switch (found.kind) {
    case 'found':
      return found.item;
    case 'ambiguous':
      throw new UserError(say('{0} is ambiguous, write one of: {1}', argument, inARow(found.candidates.map(({ key }) => key))), {
        fix: 'reqtrace show KEY',
        candidates: found.candidates.map(({ key }) => key),
      });
    case 'unknown':
      throw new UserError(withSuggestions(say('Nothing has the ID {0}', argument), found.suggestions), {
        fix: 'reqtrace list --text WORDS',
        candidates: found.suggestions,
      });
  }
}
