/**
 * A regular expression that is not readable at a glance, beside texts that show what it is for; a test tries them all:
 * `{ pattern: /^\s*@\S/u, fits: ['  @fast'], misses: ['a@b.c'] }`.
 */
export interface ShownPattern {
  readonly pattern: RegExp;
  /** Texts that it fits, one for each of its branches. */
  readonly fits: readonly string[];
  /** Texts that look alike and that it does not fit. */
  readonly misses?: readonly string[];
}
