import type { Finding } from '../model/finding.ts';
import { inEnglish } from '../model/message.ts';

/** What it suggests depends on all that there is. */
const SUGGESTION = /[;,:]? did you mean .*$/su;

/** What a finding says, without what it suggests, by which it is the same whatever else there is: `No document defines IP-1.9`. */
export function saidBy({ message }: Finding): string {
  return withoutSuggestion(inEnglish(message).replace(/\s+/gu, ' '));
}

/** The same of what was written down once. */
export function withoutSuggestion(said: string): string {
  return said.replace(SUGGESTION, '');
}
