import type { Palette } from '../../report/writing/palette.ts';
import { ANSI, PLAIN } from '../../report/writing/palette.ts';
import type { CliIo } from './io.ts';

/**
 * Colours only where they will be seen: on a terminal, unless `--no-color` or `NO_COLOR` (no-color.org: any value but
 * the empty one) says no; `FORCE_COLOR` with anything but `0` or nothing asks for them in a pipe too.
 */
export function choosePalette({ stdout, env }: CliIo, noColor: boolean): Palette {
  if (noColor || env['NO_COLOR']) return PLAIN;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced === '0' || forced === 'false' ? PLAIN : ANSI;
  return stdout.isTTY && env['TERM'] !== 'dumb' ? ANSI : PLAIN;
}
