import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { UnknownAttribute } from '../unknownAttributes.ts';
import type { FindingRule } from './rule.ts';

/** A condition of reqtrace.yaml on an attribute that no item has. */
export const unknownAttribute: FindingRule = {
  code: 'unknown-attribute',
  check(file) {
    if (file.facts.conditions === undefined || file.facts.conditions.length === 0) return [];
    return file.unknownAttributes().map((unknown) => ({ range: unknown.condition.range, message: unknownMessage(unknown) }));
  },
};

/** What is wrong with it: `No item has an attribute "Statsu"; did you mean "Status"?` */
export function unknownMessage({ condition, near }: UnknownAttribute): Message {
  return near === undefined
    ? say('No item has an attribute "{0}", so the condition never holds', condition.name)
    : say('No item has an attribute "{0}", so the condition never holds; did you mean "{1}"?', condition.name, near);
}
