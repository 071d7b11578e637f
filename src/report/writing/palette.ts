import type { Severity } from '../../model/finding.ts';
import type { Status } from '../../model/status.ts';

/** Puts a meaning on a stretch of text that is printed, or leaves it as it is. */
export type Paint = (text: string) => string;

/** The few looks that reports use; which escape codes they are is up to whoever prints. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  readonly info: Paint;
}

/** No colours: files, pipes, `NO_COLOR`. */
export const PLAIN: Palette = { bold: asIs, dim: asIs, good: asIs, bad: asIs, warn: asIs, info: asIs };

/** The sixteen-colour codes of ECMA-48, which every terminal of today knows. */
export const ANSI: Palette = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  good: sgr(32, 39),
  bad: sgr(31, 39),
  warn: sgr(33, 39),
  info: sgr(36, 39),
};

/** The look of a status: met is good, unmet and failing are bad, what needs a look is a warning. */
export function statusPaint(palette: Palette, status: Status): Paint {
  switch (status) {
    case 'failing':
    case 'unmet':
      return palette.bad;
    case 'stale':
    case 'partial':
      return palette.warn;
    case 'met':
      return palette.good;
    case 'waived':
    case 'exempt':
      return palette.dim;
  }
}

/** The look of a severity. */
export function severityPaint(palette: Palette, severity: Severity): Paint {
  switch (severity) {
    case 'error':
      return palette.bad;
    case 'warning':
      return palette.warn;
    case 'information':
      return palette.info;
  }
}

function asIs(text: string): string {
  return text;
}

function sgr(on: number, off: number): Paint {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
