import * as l10n from '@vscode/l10n';
import { isUnremarkable } from '../formats/extraction/skippedFacts.ts';
import { inEnglish, sayMany } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { listed } from '../text/words/listed.ts';
import { localised } from '../text/words/localised.ts';
import { SCHEMA_VERSION, toJson } from './writing/json.ts';
import type { Palette } from './writing/palette.ts';
import { plain } from './writing/plainText.ts';
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
  for (const said of skipped.map(({ reason }) => localised(reason))) reasons.set(said, (reasons.get(said) ?? 0) + 1);
  const list = [...reasons]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([reason, number]) => l10n.t('{0} ({1})', plain(reason), number));
  const said = sayMany(
    '{0} file was not read: {1}; see "reqtrace list --skipped"',
    '{0} files were not read: {1}; see "reqtrace list --skipped"',
    skipped.length,
    listed(list),
  );
  return palette.dim(localised(said));
}

/** Path and reason, one file a line; nothing where all were read. */
export function renderSkipped(skipped: readonly Skipped[], palette: Palette): string {
  const rows = alignRows(
    skipped.map(({ path, reason }) => [{ text: plain(path) }, { text: plain(localised(reason)), paint: palette.dim }]),
  );
  return rows.map((row) => `${row}\n`).join('');
}

/** The same for other programs, as the JSON report has them. */
export function renderSkippedJson(skipped: readonly Skipped[], counts: Readonly<Record<string, number>>): string {
  return toJson({ schemaVersion: SCHEMA_VERSION, ...counts, skipped: skipped.map(jsonSkipped) });
}

/** One of them as data: `{ file: 'src/big.ts', reason: 'larger than 4 MB' }`. */
export function jsonSkipped({ path, reason }: Skipped): JsonSkipped {
  return { file: path, reason: inEnglish(reason) };
}
