import type { LinkResult } from '../model/evidence.ts';

/** What became of a test and when, in UTC so that it reads the same everywhere: `failed 2026-11-20 11:00 UTC`. */
export function resultWords({ outcome, time }: LinkResult): string {
  return `${outcome} ${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
