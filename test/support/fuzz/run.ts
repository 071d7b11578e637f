import { AssertionError } from 'node:assert/strict';
import { Random } from '../index/random.ts';
import type { Claim } from './claims.ts';
import { shrink } from './shrink.ts';
import type { Subject } from './subjects.ts';

/** Where a claim does not hold. */
export interface Failure {
  readonly subject: string;
  readonly claim: string;
  readonly path: string;
  readonly seed: number;
  /** Small, but enough. */
  readonly text: string;
  readonly reason: string;
}

/** Makes the text of a seed and holds every claim to it; the first that fails is told with a text that was made small. */
export function tryOne({ name, make, claims }: Subject, path: string, seed: number): Failure | undefined {
  const made = make(new Random(seed));
  for (const claim of claims) {
    const reason = failureOf(claim, path, made);
    if (reason === undefined) continue;
    const text = shrink(made, (smaller) => failureOf(claim, path, smaller) !== undefined);
    return { subject: name, claim: claim.name, path, seed, text, reason: failureOf(claim, path, text) ?? reason };
  }
  return undefined;
}

/** As a person reads it, with what it takes to see it again. */
export function describeFailure({ subject, claim, path, seed, text, reason }: Failure): string {
  return `${subject}${path && ` (${path})`}: it is not true that it ${claim}\nseed ${seed}, text ${JSON.stringify(text)}\n${reason}`;
}

function failureOf(claim: Claim, path: string, text: string): string | undefined {
  try {
    claim.holds(path, text);
    return undefined;
  } catch (error) {
    // Where a claim stands, it is told by its name; where something else was thrown, nobody knows.
    if (!(error instanceof Error)) return String(error);
    return error instanceof AssertionError ? error.message : (error.stack ?? error.message);
  }
}
