import { say } from '../../../model/message.ts';
import { eachLine } from '../../../text/lines.ts';
import { LineHits, readCoverage } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

/** `example.com/shop/stock.go:3.14,5.2 1 0`: a file, from where to where, how many statements, how often they ran. */
const BLOCK = /^(?<file>.+):(?<from>\d{1,9})\.\d+,(?<to>\d{1,9})\.\d+ (?<statements>\d+) (?<count>\d+)$/u;
/** A block of more lines than this is not code that somebody wrote. */
const MOST_LINES = 20_000;
/** The same for all blocks together, which may be short to write and long to count. */
const MOST_IN_ALL = 2_000_000;

/** True for the beginning of a profile of `go test -coverprofile`. */
export function isGoCover(head: string): boolean {
  return /^\s*mode: (?:set|count|atomic)\s*$/mu.test(head);
}

/** Reads a cover profile of Go (golang.org/x/tools/cover/profile.go, Go 1.2 to 1.25): blocks of statements. A line that two blocks share ran if one of them did. Files have the path of their package before them. */
export function readGoCover(text: string): ReadEvidence {
  const files = new Map<string, LineHits>();
  const lost: Loss[] = [];
  let number = -1;
  let left = MOST_IN_ALL;
  for (const line of eachLine(text)) {
    number += 1;
    const entry = line.trim();
    if (entry === '' || entry.startsWith('mode: ')) continue;
    const { file = '', from, to, statements, count } = BLOCK.exec(entry)?.groups ?? {};
    if (from === undefined || left < 0) {
      if (lost.length === 0) lost.push({ reason: say('a line of it says nothing'), line: number });
      continue;
    }
    const lines = files.get(file) ?? new LineHits();
    files.set(file, lines);
    left -= Math.min(MOST_LINES, Math.max(1, Number(to) - Number(from)));
    const last = Math.min(Number(to), Number(from) + MOST_LINES);
    if (Number(statements) > 0) for (let at = Number(from); at <= last; at += 1) lines.add(at, Number(count) > 0);
  }
  if (lost[0] && files.size === 0) return { kind: 'malformed', ...lost[0] };
  return readCoverage(
    Array.from(files, ([file, lines]) => lines.covered(file)),
    undefined,
    lost,
  );
}
