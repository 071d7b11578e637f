import type { Part, Reference } from '../../../model/facts.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { FormatContext } from '../../notation/context.ts';
import { reportClarifications } from './clarifications.ts';
import { fromRoot } from './files.ts';
import { isOwn } from './grammar.ts';
import { linksOf, stretches } from '../../items/mentions/stretches.ts';
import type { Stretch } from '../../items/mentions/stretches.ts';
import { placedReferences, writesHyphens } from './references.ts';
import { itemName } from '../../../model/keys.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';

/** Reads what lies beside the specification: plan, tasks, research, checklists. They define nothing, and refer. */
export function readWork(document: CarriedDocument, part: Part, facts: FactSink, ownIds: FormatContext['ids']): void {
  const { text, path } = document;
  const byHyphen = writesHyphens(text);
  const isWork = part === 'tasks' || part === 'plan';
  const names = isWork ? fromRoot(path, namedFiles(text)) : [];
  if (names.length > 0) facts.belong({ names });
  for (const stretch of stretches(document)) {
    linksOf(stretch.inline, document, facts);
    if (part === 'plan') reportClarifications(document, facts, stretch.inline, undefined);
    const done = part === 'tasks' ? stretch.done : undefined;
    for (const { reference: found, bracketed, leads } of placedReferences(stretch.inline, { byHyphen, ownIds })) {
      // A line that an id leads may define it in a way that is not read here.
      const reference: Reference = leads ? { ...found, leads } : found;
      const { line } = reference.range.start;
      if (!plans(reference, bracketed, stretch)) {
        facts.mention(reference);
        document.note(line, 'mention', () => say('Mentions {0}, if that is a known ID', itemName(reference)));
        continue;
      }
      facts.refer({ kind: 'plans', source: 'keyword', reference, ...(done !== undefined && { done }) });
      document.note(line, 'annotation', () => plan(itemName(reference), done));
    }
  }
}

/** Ids of the templates count in list items, headings, tables and brackets; in running text, and of other prefixes, they are words of a sentence. */
function plans({ id }: Reference, bracketed: boolean, { form }: Stretch): boolean {
  return isOwn(id) && (bracketed || form !== 'text');
}

function plan(name: string, done: boolean | undefined): Message {
  if (done === undefined) return say('Plans {0}', name);
  return done ? say('Plans {0}; the task is checked off', name) : say('Plans {0}; the task is not checked off', name);
}
