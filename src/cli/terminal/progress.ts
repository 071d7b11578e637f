import * as l10n from '@vscode/l10n';
import { spokenLanguage } from '../../text/words/localised.ts';
import type { CliIo } from './io.ts';

/** Milliseconds before progress shows, so that short work stays silent. */
const QUIET = 500;
/** Milliseconds between two updates of the line. */
const PACE = 100;

/** A line on standard error that says how far long work has come; call `done` to wipe it. */
export interface ProgressLine {
  update(done: number, total: number): void;
  done(): void;
}

/**
 * Shows `Reading files: 1,200 of 8,000` on a terminal, nothing anywhere else.
 *
 * @param clock milliseconds that only ever grow.
 */
export function progressLine({ stderr }: CliIo, clock = () => performance.now()): ProgressLine {
  let next = clock() + QUIET;
  let shown = false;
  return {
    update(done, total) {
      const now = clock();
      if (!stderr.isTTY || now < next) return;
      next = now + PACE;
      shown = true;
      const [some, all] = [done, total].map((count) => count.toLocaleString(spokenLanguage()));
      stderr.write(`\r\u001b[K${l10n.t('Reading files: {0} of {1}', some ?? '', all ?? '')}`);
    },
    done() {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
