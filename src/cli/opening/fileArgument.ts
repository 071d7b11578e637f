/** `FILE:LINE` or `FILE:LINE:COLUMN` taken apart, a drive letter left alone: `C:\a.md:12` is `C:\a.md` and 12. Lines start at 1. */
export function splitLine(argument: string): { readonly file: string; readonly line?: number } {
  const match = /^(?<file>.+?):(?<line>\d+)(?::\d*)?$/u.exec(argument);
  const file = match?.groups?.['file'];
  if (file === undefined || /^[A-Za-z]$/u.test(file)) return { file: argument };
  return { file, line: Number(match?.groups?.['line']) };
}
