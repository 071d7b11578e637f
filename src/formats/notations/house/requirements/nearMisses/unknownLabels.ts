import { say } from '../../../../../model/message.ts';
import type { Message } from '../../../../../model/message.ts';
import { plainLabel } from '../vocabulary.ts';

/** What is told of words above a list that sound like a label of criteria: `**Criteria to be met**:`. */
export function listUnder(words: string): Message {
  return say('"{0}" is not a known criteria label. End it with "Acceptance Criteria", or add it to criteria.moreLabels', words);
}

/** What is told of a heading above tasks that promises measures: `### Success Metrics`. */
export function tasksUnder(words: string): Message {
  return say(
    '"{0}" is not a known criteria label. If its tasks are criteria, end it with "Success Criteria", or add it to criteria.moreLabels',
    words,
  );
}

/** More words than these are a sentence about criteria, and no label that anybody would write again. */
const MOST_WORDS = 5;

const ADVISED: ReadonlySet<string> = new Set([listUnder('').text, tasksUnder('').text]);

/** The label that such a message is about, whatever it is counted with: `Criteria to be met`. */
export function labelIn({ text, values: [words] }: Message): string | undefined {
  if (typeof words === 'object') return labelIn(words);
  const label = words !== undefined && ADVISED.has(text) ? plainLabel(words) : '';
  return label === '' || label.split(' ').length > MOST_WORDS ? undefined : label;
}
