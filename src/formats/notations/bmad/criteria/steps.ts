import type { TextLine } from '../textLines.ts';
import { GIVEN_WORD, MORE_WORD, STEP_WORD, THEN_WORD } from '../words.ts';

/** The label of a scenario. */
export const SCENARIO = /^(?:Scenario|Szenario|Sc[ée]nario|Cen[áa]rio|Escenario|Сценарий|场景|シナリオ|시나리오)(?![\p{L}])/iu;
const WORD_END = String.raw`(?![\p{L}\p{N}])`;
/** The word with which a scenario begins. */
export const GIVEN = new RegExp(`^${GIVEN_WORD}${WORD_END}`, 'u');
/** A step that only goes on with the one before. */
export const CONTINUES = new RegExp(`^(?:${MORE_WORD})${WORD_END}`, 'u');
const THEN = new RegExp(String.raw`(?:^|[\s,;*])(?:${THEN_WORD})${WORD_END}`, 'iu');
/** Any other step. */
export const STEP = new RegExp(`^(?:${STEP_WORD})${WORD_END}`, 'u');

/** True for a scenario on one line, or the part of one that has a Then: *When it is filled, then it boils*. */
export function isWhole(text: string): boolean {
  return (
    text.split(/[\s,;*]+/u).filter((word) => STEP.test(word) && !CONTINUES.test(word)).length > 1 || (GIVEN.test(text) && THEN.test(text))
  );
}

/** True for a list whose items are steps: most of them begin with the word of one, and some as no other list does. */
export function isScenario(heads: readonly (TextLine | undefined)[]): boolean {
  const lines = heads.filter((line) => line !== undefined);
  const steps = lines.filter(({ text, inline }) => STEP.test(text) || (GIVEN.test(text) && !isWhole(inline.plain)));
  const hasGiven = lines.some(({ text }) => GIVEN.test(text));
  return steps.length * 2 >= lines.length && steps.some(({ text, lead }) => STEP.test(text) && (hasGiven || lead !== undefined));
}
