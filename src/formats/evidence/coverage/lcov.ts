import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import { eachLine } from '../../../text/lines.ts';
import { LineHits, readCoverage } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

/** True for the beginning of an lcov file: `TN:` or `SF:` on its first line that says anything. */
export function isLcov(head: string): boolean {
  return /^\s*(?:TN:|SF:)/u.test(head);
}

/** Reads `SF:` (a file), `DA:line,hits` and `end_of_record` of an lcov tracefile (geninfo(1)); functions and branches say nothing more of lines. */
export function readLcov(text: string): ReadEvidence {
  const files = new Map<string, LineHits>();
  const lost: Loss[] = [];
  let current: LineHits | undefined;
  let open = '';
  let line = 0;
  for (const entry of eachLine(text)) {
    const record = entry.trim();
    if (record.startsWith('SF:')) {
      if (current) giveUp(say('a record has no end_of_record'), line);
      open = record.slice(3);
      current = files.get(open) ?? new LineHits();
      files.set(open, current);
    } else if (record.startsWith('DA:')) {
      const [number = '', hits = ''] = record.slice(3).split(',', 2);
      current?.add(Number(number), Number(hits) > 0);
    } else if (record === 'end_of_record') current = undefined;
    line += 1;
  }
  if (current) giveUp(say('it ends in the middle of a record'), Math.max(0, line - 2));
  if (lost[0] && files.size === 0) return { kind: 'malformed', ...lost[0] };
  return readCoverage(
    Array.from(files, ([file, lines]) => lines.covered(file)),
    undefined,
    lost,
  );

  /** Of a file whose record was cut off nobody knows which lines ran. */
  function giveUp(reason: Message, at: number): void {
    files.delete(open);
    lost.push({ reason, line: at });
  }
}
