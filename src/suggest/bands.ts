import type { Constants } from './constants.ts';
import { CONSTANTS } from './constants.ts';

/** How sure a suggestion is; no probability, since none is known. */
export type Band = 'strong' | 'likely' | 'weak';

/** True for a file that is over the cut, given the best of its own question and what the best of a question usually has. */
export function isShown(score: number, top: number, usualTop: number, { cut, ownCut }: Constants = CONSTANTS): boolean {
  return score > 0 && score >= usualTop * cut && score >= top * ownCut;
}

/** How near a strong suggestion comes to the best of its question. */
const STRONG = 0.9;

/** Strong for what is as good as the best of a question usually is, likely for what is over the cut, weak for the rest: `bandOf(1.2, 1.2, 1)` is strong. */
export function bandOf(score: number, top: number, usualTop: number): Band {
  if (!isShown(score, top, usualTop)) return 'weak';
  return score >= usualTop && score >= top * STRONG ? 'strong' : 'likely';
}
