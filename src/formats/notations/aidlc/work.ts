import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { mention } from '../../items/mentions/mention.ts';
import { referencesOf } from '../../items/mentions/references.ts';
import { linksOf, stretches } from '../../items/mentions/stretches.ts';
import { ITEMS, isLabelled } from './grammar.ts';
import { say } from '../../../model/message.ts';

/**
 * Reads designs and plans. What `**Stories**: US-1, US-2` names is planned, in plans of the construction also what list items, headings and tables name,
 * and their boxes say whether it is done; everything else is mentioned, and so are ids of designs, such as `BR-1` and `U-01`.
 */
export function readWork(document: CarriedDocument, facts: FactSink): void {
  const { part, text } = document;
  if (part === 'tasks') facts.belong({ names: namedFiles(text) });
  for (const { inline, form, done } of stretches(document)) {
    linksOf(inline, document, facts);
    let from = 0;
    for (const line of inline.plain.split('\n')) {
      const isList = part !== 'plan' && (isLabelled(line) || (part === 'tasks' && form !== 'text'));
      for (const reference of referencesOf(inline, ITEMS.notation, from, from + line.length)) {
        if (!isList || !ITEMS.isOwn(reference.id)) {
          mention(document, facts, reference, ITEMS.isOwn);
          continue;
        }
        facts.refer({ kind: 'plans', source: 'keyword', reference, ...(part === 'tasks' && done !== undefined && { done }) });
        document.note(reference.range.start.line, 'annotation', () => say('Plans {0}', reference.id));
      }
      from += line.length + 1;
    }
  }
}
