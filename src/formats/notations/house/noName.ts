import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import type { NamedType } from '../../notation/notation.ts';

/** Why a text is not an id, or no name of a criterion: `noName('pay', 'requirement')`. */
export function noName(name: string, type: NamedType): Message {
  switch (type) {
    case 'requirement':
      return say('"{0}" is not a valid ID. Write a prefix of capital letters and a number, such as REQ-12', name);
    case 'whole criterion':
      return say('"{0}" is not a valid ID. Write a prefix of capital letters and a number, such as AC-US1-02', name);
    case 'criterion':
      return say('"{0}" is not a valid name of a criterion. Write AC and a number, such as AC3', name);
  }
}
