import { linesOf } from '../../../text/lines.ts';

/** The line of a key at the left of reqtrace.yaml, or of what is below it: `keyLine(text, 'gates', 'merge')`; 0 where it is not there. */
export function keyLine(text: string | undefined, key: string, below?: string): number {
  const lines = text === undefined ? [] : linesOf(text);
  const at = lines.findIndex((line) => beginsWith(line, key));
  if (at < 0) return 0;
  if (below === undefined) return at;
  for (let line = at; line < lines.length; line += 1) {
    const written = lines[line] ?? '';
    if (line > at && /^\S/u.test(written) && !written.startsWith('#')) break;
    if (line > at && beginsWith(written.trimStart(), below)) return line;
  }
  return at;
}

function beginsWith(line: string, key: string): boolean {
  return [key, `"${key}"`, `'${key}'`].some((name) => line.startsWith(name) && /^\s*:/u.test(line.slice(name.length)));
}
