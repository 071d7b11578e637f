import { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { criterionAt, idAt } from '../../items/freeIds.ts';
import type { ItemGrammar } from '../../items/itemGrammar.ts';
import { nested } from '../../items/nested.ts';
import { readItems } from '../../items/readItems.ts';
import { readMentions } from '../../items/mentions/readMentions.ts';
import { isOwn, TASKMASTER } from './ids.ts';

const ITEMS: ItemGrammar = {
  notation: TASKMASTER,
  idAt: (text, offset) => idAt(text, offset),
  isOwn,
  isStory: () => false,
  criterionAt,
  fences: true,
  rowsRestate: true,
};

/** `<PRD>` and its like alone on a line. To Markdown all lines up to the next empty one would be HTML, the headings of the templates among them. */
const TAG_LINE = /^[ \t]*<\/?[A-Za-z][\w-]{0,40}>[ \t]*$/gmu;

/**
 * Reads product requirements, as Markdown whatever their file is called. The templates of Task Master ask for no ids, so a document without any defines
 * nothing: its sections are material for tasks.
 */
export function readPrd(document: CarriedDocument, facts: FactSink): void {
  const { path, role, rule, part, namespace, explain } = document;
  const text = document.text.replaceAll(TAG_LINE, (line) => ' '.repeat(line.length));
  const untagged = new CarriedDocument({ path, text, role, rule, part, namespace, explain });
  const read = readItems(untagged, { namespace, grammar: ITEMS }, facts, (items) => nested(items).filter(({ implicit }) => !implicit));
  readMentions(untagged, facts, TASKMASTER, read);
}
