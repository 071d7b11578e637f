import type { Typing } from '../../notation/typing.ts';

/** What a half-typed id looks like, and where one is expected before a letter of it is typed. */
const BEGUN = /^(?:N?FR|SC|EC|US)[\w./-]*$|[#/]/u;
const EXPECTED = /(?:[[(§]|\bper |\b(?:FR|NFR|SC|EC|US)-[\w./-]+,\s*)$/u;

/** What is proposed in the working files of a feature: references in tasks, checklists and plans, `[US|`, `per |`, `Spec §|`. */
export const typing: Typing = {
  words: [],
  before: /[\p{L}\p{N}_./#-]*$/u,
  after: /^[\p{L}\p{N}_./#-]*/u,
  probe: 'FR-REQTRACEPROBE-0',
  mayRefer: (before, typed, role) => role === 'document' && (typed === '' ? EXPECTED.test(before) : BEGUN.test(typed)),
};
