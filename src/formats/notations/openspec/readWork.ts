import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { readList } from '../../references/list.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { Reference } from '../../../model/facts.ts';
import { rangeAt } from '../../../model/position.ts';
import { readOutline } from './outline.ts';
import { say } from '../../../model/message.ts';

const TASK = /^\s*[-*+]\s+\[(?<mark>[^\]]{0,3})\]/u;
/** What a reference of OpenSpec is in, so that no word with a hash in it is taken for one: `` `kettle#boil` ``, `[kettle#boil]`, `(kettle#boil)`. */
const OPENING = /(?<![\]\w])[`[(](?=[\p{Ll}\p{N}][\p{Ll}\p{N}_./-]{0,199}#[\p{Ll}\p{Lo}])/gu;
const CLOSING: Readonly<Record<string, string>> = { '`': '`', '[': ']', '(': ')' };

type Ids = FormatContext['ids'];
type FoundReference = NonNullable<ReturnType<Ids['referenceAt']>>;

/**
 * Reads what people write about a change: its proposal, design and tasks. OpenSpec has no form of a reference there. `kettle#boil` in code marks or
 * brackets plans that requirement, which a ticked task claims to be done; an id of another notation is a mention. A task without either says nothing.
 */
export function readWork(document: CarriedDocument, facts: FactSink, ids: Ids): void {
  const outline = readOutline(document.lines);
  for (const [line, text] of document.lines.entries()) {
    if (outline.isCode(line)) continue;
    const mark = document.part === 'tasks' ? TASK.exec(text)?.groups?.['mark'] : undefined;
    const planned = referencesIn(text, ids);
    for (const found of planned) {
      const reference = referenceOn(line, found);
      const done = mark === undefined ? {} : { done: mark.trim().toLowerCase() === 'x' };
      facts.refer({ kind: 'plans', source: 'keyword', reference, ...done });
      document.note(line, 'annotation', () => say('Plans {0}', found.text));
    }
    for (const found of ids.findReferences(text)) {
      if (planned.some(({ start, end }) => found.start < end && start < found.end)) continue;
      facts.mention(referenceOn(line, found));
      document.note(line, 'mention', () => say('"{0}" is written like an ID: a mention, if it is known', found.text));
    }
    if (mark !== undefined && planned.length === 0)
      document.note(line, 'nothing', () => say('A task that does not name a requirement: work, not a criterion'));
  }
}

/** References of the form that is certain on one line, with the lists in them. */
function referencesIn(text: string, ids: Ids): readonly FoundReference[] {
  const found: FoundReference[] = [];
  for (const match of text.matchAll(OPENING)) {
    const from = match.index + 1;
    const end = text.indexOf(CLOSING[match[0]] ?? '', from);
    if (end < 0) continue;
    const list = readList<FoundReference>(text, from, end, { at: (line, offset) => qualified(ids.referenceAt(line, offset)) });
    // Anything else within the marks makes it some other text.
    if (list.end === end) found.push(...list.members);
  }
  return found;
}

function referenceOn(line: number, { start, end, ...parts }: FoundReference): Reference {
  return { ...parts, range: rangeAt(line, start, end) };
}

function qualified(reference: FoundReference | undefined): FoundReference | undefined {
  return reference?.document === undefined ? undefined : reference;
}
