import type { Typing } from '../../notation/typing.ts';

/** An id is proposed behind the arrow of a tag, and in a list of a document. */
export const typing: Typing = {
  words: [],
  before: /(?:[A-Za-z]{1,40}(?:~[\p{L}\p{N}_.-]{0,200}(?:~\d{0,9})?)?)?$/u,
  after: /^[\p{L}\p{N}_.~-]*/u,
  probe: 'req~reqtraceprobe~0',
  mayRefer: (before, _typed, role) => (role === 'document' ? /^\s{0,3}[+*-]/u.test(before) : /->\s{0,9}$/u.test(before)),
};
