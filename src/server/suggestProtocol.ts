import type { LspRange } from './protocol.ts';

/** Request: functions and tests that may meet an item, the best first. Params `ItemAddress`, result {@link SuggestedPlaces}, or an error whose message is safe to show. */
export const SUGGESTIONS = 'reqtrace/suggestions';
export interface SuggestedPlaces {
  readonly places: readonly SuggestedPlace[];
}
export interface SuggestedPlace {
  readonly uri: string;
  readonly path: string;
  /** Where an annotation for it goes above. */
  readonly position: LspRange['start'];
  /** `reserve()`, or the title of a test. */
  readonly name: string;
  readonly kind: 'function' | 'test';
  /** How sure it is and what speaks for it, for people: `likely · order, reserve`. */
  readonly why: string;
}
