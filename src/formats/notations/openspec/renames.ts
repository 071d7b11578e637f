import type { Problem } from '../../../model/finding.ts';
import { say } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Outline } from './outline.ts';

/** One side of a rename, as it is written. */
interface Side {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** What a section of renames says. */
export interface Renames {
  readonly pairs: readonly { readonly from: Side; readonly to: string }[];
  readonly problems: readonly Problem[];
}

const FROM = /^\s*[-*+]?\s*FROM:\s*`?###\s*Requirement:\s*(.+?)`?\s*$/u;
const TO = /^\s*[-*+]?\s*TO:\s*`?###\s*Requirement:\s*(.+?)`?\s*$/u;

/** Pairs each ``- FROM: `### Requirement: Heat` `` with the TO behind it; what has no other side renames nothing, and OpenSpec refuses the change. */
export function readRenames(
  lines: readonly string[],
  { first, last }: { readonly first: number; readonly last: number },
  outline: Outline,
): Renames {
  const pairs: { readonly from: Side; readonly to: string }[] = [];
  const problems: Problem[] = [];
  let pending: Side | undefined;
  const lone = ({ name, line, column }: Side, isFrom: boolean): void => {
    const message = isFrom
      ? say('"{0}" is renamed to nothing. Write "TO:" on the line after "FROM:"', name)
      : say('Nothing is renamed to "{0}": write "FROM:" on the line before "TO:"', name);
    problems.push({ code: 'malformed-annotation', range: rangeAt(line, column, column + name.length), message });
  };
  for (let line = first; line <= last; line += 1) {
    if (outline.isCode(line)) continue;
    const text = lines[line] ?? '';
    const from = FROM.exec(text)?.[1];
    const to = from === undefined ? TO.exec(text)?.[1] : undefined;
    if (from !== undefined) {
      if (pending) lone(pending, true);
      pending = { name: from, line, column: text.lastIndexOf(from) };
    } else if (to !== undefined) {
      if (pending) pairs.push({ from: pending, to: to.trim() });
      else lone({ name: to, line, column: text.lastIndexOf(to) }, false);
      pending = undefined;
    }
  }
  if (pending) lone(pending, true);
  return { pairs, problems };
}
