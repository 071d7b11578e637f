import { existsSync, readFileSync } from 'node:fs';

/** True where Linux says how much processor time a program took. */
export const KNOWS_PROCESSOR_TIME = existsSync('/proc/self/stat');

/** Milliseconds of this process and of what it waited for, git above all; in steps of 10, as Linux counts them. */
export function processorTime(): number {
  const [, rest = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ');
  return rest
    .split(' ')
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
}
