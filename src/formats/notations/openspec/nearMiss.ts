import type { Problem } from '../../../model/finding.ts';
import type { Message } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Header } from './outline.ts';

/** A heading that is nearly something: `### Requirment: Sign in`, where the message says what is missing. */
export function near({ line, column, title }: Header, message: Message): Problem {
  return { code: 'near-miss', range: rangeAt(line, column, column + title.length), message };
}
