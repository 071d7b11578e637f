import type { Finding } from '../model/finding.ts';
import { inEnglish } from '../model/message.ts';

/** What it suggests depends on all that there is. */
const SUGGESTION = /[.;,:]? did you mean .*$/isu;

/** What a finding says, without what it suggests, by which it is the same whatever else there is: `IP-1.9 is not defined in any document`. */
export function saidBy({ message }: Finding): string {
  return withoutSuggestion(inEnglish(message).replace(/\s+/gu, ' '));
}

/** The same of what was written down once. */
export function withoutSuggestion(said: string): string {
  return said.replace(SUGGESTION, '');
}
