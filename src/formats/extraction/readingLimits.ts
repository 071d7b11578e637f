import type { FileRole } from '../../model/facts.ts';
import type { IgnoreMark, ReadingLimit } from '../../model/readingLimit.ts';
import { rangeAt } from '../../model/position.ts';
import { linesOf } from '../../text/lines.ts';
import { isLfsPointer } from '../glance/lfsPointer.ts';

const FENCE = /^\s{0,3}(?:`{3,}|~{3,})/u;

/**
 * What in a text decides how much of it is read, whatever is read of it: `# reqtrace-ignore-file` is a `file`. Marks of a merge are looked for in documents
 * only, where any line may be text; code that has them does not run.
 *
 * @param marks those that its readers heed, so that none is told of that leaves out nothing.
 */
export function readingLimits(text: string, role: FileRole, marks: () => readonly IgnoreMark[]): readonly ReadingLimit[] | undefined {
  if (isLfsPointer(text)) return [{ kind: 'pointer', range: rangeAt(0, 0, 0) }];
  const ignores = text.includes('reqtrace-ignore-');
  const conflicts = role === 'document' && text.includes('<<<<<<<') && text.includes('>>>>>>>');
  if (!ignores && !conflicts) return undefined;
  const limits: ReadingLimit[] = ignores ? [...marks()] : [];
  if (conflicts) {
    const lines = linesOf(text);
    const line = conflictLine(lines);
    if (line !== undefined) limits.push({ kind: 'conflict', range: rangeAt(line, 0, lines[line]?.length ?? 0) });
  }
  return limits.length ? limits.sort((a, b) => a.range.start.line - b.range.start.line) : undefined;
}

/** The first line of a conflict as git writes it: both sides between three marks. Those within a fence are an example. */
function conflictLine(lines: readonly string[]): number | undefined {
  let fenced = false;
  let start: number | undefined;
  let divided = false;
  for (const [line, text] of lines.entries()) {
    if (FENCE.test(text)) fenced = !fenced;
    if (fenced && start === undefined) continue;
    if (/^<{7}(?: |$)/u.test(text)) [start, divided] = [line, false];
    else if (start !== undefined && /^={7}$/u.test(text)) divided = true;
    else if (start !== undefined && divided && /^>{7}(?: |$)/u.test(text)) return start;
  }
  return undefined;
}
