import { say } from '../../../model/message.ts';
import type { Typing } from '../../notation/typing.ts';

/** The types of annotation behind `//= type=`. What a section is called and says is proposed as a quotation, since nothing else is a reference. */
export const typing: Typing = {
  words: [
    {
      roles: ['code', 'test'],
      before: /^\s*[^\s\p{L}\p{N}]{2,6}\s*type\s*=\s*([a-z]*)$/u,
      mark: '',
      words: {
        implementation: say('This code does what is quoted'),
        test: say('This test shows what is quoted'),
        implication: say('What is quoted holds by construction'),
        exception: say('What is quoted is not done, for a reason'),
        todo: say('What is quoted is still to be done'),
        spec: say('What is quoted is a requirement, too'),
      },
    },
  ],
  before: /(?!)/u,
  after: /(?!)/u,
  probe: '',
  mayRefer: () => false,
};
