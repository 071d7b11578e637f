import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { NamedType } from './notation.ts';

/**
 * Says why a text is not a name in a notation whose ids are a prefix and a number: `noIdLike('FR-001')('boil', 'requirement')`.
 *
 * @param requirement an id of a requirement, for an example.
 * @param whole one of a criterion that has an id of its own.
 */
export function noIdLike(requirement: string, whole: string = requirement): (name: string, type: NamedType) => Message {
  return (name, type) =>
    type === 'criterion'
      ? say('"{0}" is not a valid name of a criterion. Write AC and a number, such as AC3', name)
      : say(
          '"{0}" is not a valid ID. Write a prefix of capital letters and a number, such as {1}',
          name,
          type === 'requirement' ? requirement : whole,
        );
}
