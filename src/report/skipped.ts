import { isUnremarkable } from '../formats/extraction/skippedFacts.ts';
import { inEnglish } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { SCHEMA_VERSION, toJson } from './writing/json.ts';
import type { Palette } from './writing/palette.ts';
import { count, plain } from './writing/plainText.ts';
import { alignRows } from './writing/table.ts';

/** A file that should have been read and was not. */
export interface Skipped {
  readonly path: FilePath;
  readonly reason: Message;
}

/** A file that was not read, and why. */
export interface JsonSkipped {
  readonly file: FilePath;
  readonly reason: string;
}

/** `3 files were not read: binary (2), larger than 4 MB (1); see "reqtrace list --skipped"`; undefined where all were that can be. */
export function skippedLine(all: readonly Skipped[], palette: Palette): string | undefined {
  const skipped = all.filter(({ reason }) => !isUnremarkable(reason));
  if (skipped.length === 0) return undefined;
  const reasons = new Map<string, number>();
  for (const { reason } of skipped) reasons.set(inEnglish(reason), (reasons.get(inEnglish(reason)) ?? 0) + 1);
  const list = [...reasons]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([reason, number]) => `${plain(reason)} (${number})`);
  return palette.dim(`${count(skipped.length, 'file was', 'files were')} not read: ${list.join(', ')}; see "reqtrace list --skipped"`);
}

/** Path and reason, one file a line; nothing where all were read. */
export function renderSkipped(skipped: readonly Skipped[], palette: Palette): string {
  const rows = alignRows(
    skipped.map(({ path, reason }) => [{ text: plain(path) }, { text: plain(inEnglish(reason)), paint: palette.dim }]),
  );
  return rows.map((row) => `${row}\n`).join('');
}

/** The same for other programs, as the JSON report has them. */
export function renderSkippedJson(skipped: readonly Skipped[]): string {
  return toJson({ schemaVersion: SCHEMA_VERSION, skipped: skipped.map(jsonSkipped) });
}

/** One of them as data: `{ file: 'src/big.ts', reason: 'larger than 4 MB' }`. */
export function jsonSkipped({ path, reason }: Skipped): JsonSkipped {
  return { file: path, reason: inEnglish(reason) };
}
