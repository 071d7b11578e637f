/**
 * What may be around an id, and the label of a criterion as it is in references to any item, `IP-1/AC2`, whatever notation that is of. Written here and
 * nowhere else, as pieces of regular expressions, to be put together by who looks for them.
 */

/** What may not be before an id or a label, so that `XIP-1` and `2-IP-1` are none. */
export const BEFORE = String.raw`(?<![\p{L}\p{N}_-])`;
/** What may not follow an id or a label, so that `IP-1ab` and `CVE-2019-1234` are none; a full stop may. */
export const AFTER = String.raw`(?![\p{L}\p{N}_]|-[\p{L}\p{N}]|\.\d)`;

const CRITERION_NUMBER = String.raw`\d+(?:\.\d+)*`;
/** Position or label of a criterion in a text, where it may be two words: `AC2`, `AC-3`, `AC 4`, `AC2.1.4`. */
export const CRITERION = `AC[-_ ]?${CRITERION_NUMBER}`;
/** The same as one word, as references have it: `AC2`, `AC-3`, `AC_2.1`. */
export const CRITERION_WORD = `AC[-_]?${CRITERION_NUMBER}`;
/** A criterion that has the shape of an id, `AC-3`, and that only what is around it tells from one. */
export const CRITERION_LIKE_ID = `AC-${CRITERION_NUMBER}`;

const ONLY_CRITERION = new RegExp(`^${CRITERION}$`, 'u');
const ONLY_CRITERION_WORD = new RegExp(`^${CRITERION_WORD}$`, 'u');

/** True for a whole text that is the label of a criterion, in one word: `AC-3`. */
export function isCriterionLabel(text: string): boolean {
  return ONLY_CRITERION_WORD.test(text);
}

/** `AC-3`, `AC_3` and `AC 3` are `AC3`; a whole id stays as it is. */
export function normalCriterion(text: string): string {
  return ONLY_CRITERION.test(text) ? text.replace(/^AC[-_ ]?/u, 'AC') : text;
}
