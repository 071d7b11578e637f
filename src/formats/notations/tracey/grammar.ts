/** The name of the notation. */
export const TRACEY = 'tracey';

/** What is before the bracket; the rules of one specification share it. */
export const PREFIX = '[a-z0-9]{1,20}';
/** Parts with dots between, `auth.login`. */
export const RULE = String.raw`[A-Za-z][A-Za-z0-9_-]{0,100}(?:\.[A-Za-z0-9_-]{1,100}){0,20}`;
/** The version behind a rule, `+2`. */
export const VERSION = String.raw`\+(?<version>[1-9]\d{0,8})`;

const WHOLE_RULE = new RegExp(`^${RULE}$`, 'u');

/** The version of a rule or reference that writes none. */
export const FIRST = '1';

/** True for the id of a rule, `auth.login`. */
export function isRule(name: string): boolean {
  return WHOLE_RULE.test(name);
}

/** A rule without its version: `auth.login` of `auth.login+2`. */
export function withoutVersion(id: string): string {
  return id.replace(/\+\d+$/u, '');
}
