import { say } from '../../../model/message.ts';
import type { Typing } from '../../notation/typing.ts';
import { ANY_KEYWORD } from '../../notation/commonWords.ts';

/** What a half-typed id looks like; anything else in a title or prose is a word of its own. */
const ID_LIKE = /^[A-Z][A-Z0-9]*(?:-|$)|[#/]/u;
const KEYWORD = new RegExp(`${ANY_KEYWORD}\\s`, 'u');
const KEYWORD_AT_END = new RegExp(`${ANY_KEYWORD}\\s+$`, 'u');
/** A blank does separate two ids, but whoever goes on behind one mostly writes words. */
const BEHIND_WORD = /(?<=[\p{L}\p{N}])(?<!\b(?:and|to))[^\S\n]+$/iu;
/** Only references and what separates them since the quote that opened a title. */
const TITLE_START = /["'`](?:[A-Z][\p{L}\p{N}_./#-]*[\s,]+)*$/u;

/** What is proposed in the house notation: keywords behind an `@`, kinds of link in `**Needs**:`, references behind a keyword and in titles. */
export const typing: Typing = {
  words: [
    {
      roles: ['code', 'test'],
      before: /(?<![\p{L}\p{N}_@\\])@([a-z]{0,10})$/u,
      mark: '@',
      words: {
        implements: say('This code implements a requirement or a criterion: `@implements IP-1.1.1`'),
        verifies: say('This test verifies a criterion: `@verifies IP-1.1.1/AC2`'),
        req: say('In a test like `@verifies`, in other code like `@implements`'),
        waives: say('An accepted gap, with its reason: `@waives IP-1.2.1/AC4: measured by hand until 2027-03-31`'),
      },
      probe: '@implements ',
    },
    {
      roles: ['document'],
      before: /^\s*(?:[-*+]\s+)?(?:\*\*|__)Needs(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*(?:[a-z]+\s*,\s*)*([a-z]{0,20})$/iu,
      mark: '',
      words: {
        implements: say('Code has to implement it'),
        verifies: say('A test has to verify it'),
        none: say('It needs nothing, and is exempt'),
      },
    },
  ],
  before: /[\p{L}\p{N}_./#-]*$/u,
  after: /^[\p{L}\p{N}_./#-]*/u,
  probe: 'REQTRACEPROBE-0',
  part: { begins: 'A', probe: 'AC0' },
  mayRefer(before, typed, role, { configuration }) {
    if (KEYWORD.test(before)) return KEYWORD_AT_END.test(before) || !BEHIND_WORD.test(before);
    if (role === 'document' && /covers[*_\s]*:/iu.test(before)) return true;
    if (role === 'configuration') return /\bref["']?\s*:\s*["']?$/u.test(before);
    if (ID_LIKE.test(typed)) return role === 'test' || configuration.annotations.length > 0;
    return role === 'test' && typed === '' && TITLE_START.test(before);
  },
};
