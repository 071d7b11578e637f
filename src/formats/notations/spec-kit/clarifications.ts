import { say } from '../../../model/message.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import { spanOver } from '../../carriers/markdown/inline.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';

/** `[NEEDS CLARIFICATION: when?]`, as `templates/spec-template.md` writes it; without a question it may be talk about such marks. */
const MARK = /\[NEEDS CLARIFICATION(?::\s*(?<question>[^[\]\n]{0,300}))?/gu;
const TALK = /\b(?:no|any|all|remaining|unresolved|open|without|zero|every)\b[^.\n]{0,40}$|^\]?\s*(?:markers?|items?|tags?)\b/iu;

/** Reports questions that a specification leaves open; they change no status. */
export function reportClarifications(document: CarriedDocument, facts: FactSink, inline: InlineText, id: string | undefined): void {
  const { plain } = inline;
  for (const match of plain.matchAll(MARK)) {
    const question = match.groups?.['question']?.trim() ?? '';
    const end = match.index + match[0].length;
    const isTalk = TALK.test(plain.slice(Math.max(0, match.index - 60), match.index)) || TALK.test(plain.slice(end, end + 20));
    if (spanOver(inline.code, match.index) || (question === '' && isTalk)) continue;
    const range = inline.rangeOf(match.index, plain[end] === ']' ? end + 1 : end);
    const message = messageOf(id, question);
    facts.problem({ code: 'needs-clarification', range, message });
    document.note(range.start.line, 'problem', () => message);
  }
}

function messageOf(id: string | undefined, question: string): ReturnType<typeof say> {
  if (id === undefined) return question === '' ? say('Something needs clarification here') : say('To be clarified: {0}', question);
  return question === '' ? say('{0} needs clarification', id) : say('{0} needs clarification: {1}', id, question);
}
