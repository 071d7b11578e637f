import { isRecord } from '../../../text/parsed.ts';
import { fieldIn, numberIn, textIn } from '../json.ts';
import { readJsonDocuments } from '../jsonDocuments.ts';
import { LineHits, readCoverage } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** True for the beginning of `coverage-final.json` of Istanbul. */
export function isIstanbulJson(head: string): boolean {
  return /^\s*\{\s*"[^"]*"\s*:\s*\{/mu.test(head) && /"statementMap"\s*:\s*\{/u.test(head);
}

/** Reads the coverage of Istanbul (`lib/file-coverage.js` of istanbul-lib-coverage 3), as nyc, Jest, Vitest and c8 write it: files with a map of statements and how often each ran. */
export function readIstanbulJson(text: string): ReadEvidence {
  return readJsonDocuments(text, readReport);
}

function readReport(root: unknown): ReadEvidence {
  if (!isRecord(root)) return readCoverage([]);
  const coverage = Object.entries(root).flatMap(([name, entry]) => {
    const statements = fieldIn(entry, 'statementMap');
    if (!isRecord(statements)) return [];
    const lines = new LineHits();
    for (const [key, place] of Object.entries(statements)) {
      const count = numberIn(entry, 's', key);
      if (count !== undefined) lines.add(numberIn(place, 'start', 'line') ?? 0, count > 0);
    }
    return [lines.covered(textIn(entry, 'path') ?? name)];
  });
  return readCoverage(coverage);
}
