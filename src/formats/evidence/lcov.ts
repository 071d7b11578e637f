import { say } from '../../model/message.ts';
import { eachLine } from '../../text/lines.ts';
import { LineHits, readCoverage } from './reading.ts';
import type { ReadEvidence } from './reading.ts';

/** True for the beginning of an lcov file: `TN:` or `SF:` on its first line that says anything. */
export function isLcov(head: string): boolean {
  return /^\s*(?:TN:|SF:)/u.test(head);
}

/** Reads `SF:` (a file), `DA:line,hits` and `end_of_record` of an lcov tracefile (geninfo(1)); functions and branches say nothing more of lines. */
export function readLcov(text: string): ReadEvidence {
  const files = new Map<string, LineHits>();
  let current: LineHits | undefined;
  let line = 0;
  for (const entry of eachLine(text)) {
    const record = entry.trim();
    if (record.startsWith('SF:')) {
      if (current) return { kind: 'malformed', reason: say('a record has no end_of_record'), line };
      const file = record.slice(3);
      current = files.get(file) ?? new LineHits();
      files.set(file, current);
    } else if (record.startsWith('DA:')) {
      const [number = '', hits = ''] = record.slice(3).split(',', 2);
      current?.add(Number(number), Number(hits) > 0);
    } else if (record === 'end_of_record') current = undefined;
    line += 1;
  }
  if (current) return { kind: 'malformed', reason: say('it ends in the middle of a record'), line: Math.max(0, line - 2) };
  return readCoverage(Array.from(files, ([file, lines]) => lines.covered(file)));
}
