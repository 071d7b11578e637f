import { encodedPath } from '../writing/permalink.ts';

/** The address of a line of a file: `https://github.com/o/r/blob/3f2a9c1/src/a.ts#L12`. */
export function placeAddress(permalink: string, file: string, line: number): string {
  return permalink.replaceAll('{path}', () => encodedPath(file)).replaceAll('{line}', String(line));
}
