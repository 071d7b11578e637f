import type { Finding, FindingCode, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';

/** A finding as programs read it; lines and columns start at 1. */
export interface JsonFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: FilePath;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Key of the item it is about. */
  readonly item: string | null;
  readonly related: readonly { readonly file: FilePath; readonly line: number; readonly column: number; readonly message: string }[];
}

/** One finding as data: `{ code: 'unknown-reference', severity: 'error', file: 'src/stock.ts', line: 5, … }`. */
export function jsonFinding({ code, severity, path, range, message, item, related }: Finding): JsonFinding {
  return {
    code,
    severity,
    file: path,
    line: lineOf(range),
    column: range.start.character + 1,
    message: inEnglish(message),
    item: item ?? null,
    related: related.map((place) => ({
      file: place.path,
      line: lineOf(place.range),
      column: place.range.start.character + 1,
      message: inEnglish(place.message),
    })),
  };
}
