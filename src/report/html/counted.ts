import type { ScriptTexts } from './scriptTexts.ts';

/** Says a phrase of the page with its values, as a message when the page is made, as a text when it runs. */
export type Say<Text> = (name: keyof ScriptTexts['phrases'], ...values: readonly (string | number)[]) => Text;

/** `1 requirement`, `3 requirements`. */
export function requirementsOf<Text>(count: number, phrase: Say<Text>): Text {
  return count === 1 ? phrase('oneRequirement') : phrase('requirements', count);
}

/** `1 criterion`, `3 criteria`. */
export function criteriaOf<Text>(count: number, phrase: Say<Text>): Text {
  return count === 1 ? phrase('oneCriterion') : phrase('criteria', count);
}
