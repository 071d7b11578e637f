import type { Configuration } from '../../model/configuration.ts';

/** Name of the notation of tables, in `notations:` of the configuration. */
export const TABLES = 'tables';

/** True where tables of requirements are read: `notations: [auto, -tables]` switches that off. */
export function readsTables({ notations }: Pick<Configuration, 'notations'>): boolean {
  return (notations.includes('auto') || notations.includes(TABLES)) && !notations.includes(`-${TABLES}`);
}
