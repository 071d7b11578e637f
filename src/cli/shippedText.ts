import { readFileSync } from 'node:fs';

/** The folder of the product, seen from its bundles and from the sources. */
const ROOTS = ['../', '../../'];

/** A text that the product ships beside its programs: `shippedText('docs/findings/skipped-file.md')`. Undefined if it is missing. */
export function shippedText(file: string): string | undefined {
  for (const root of ROOTS) {
    try {
      return readFileSync(new URL(`${root}${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
    } catch {
      // It lies where the next one says, or nowhere.
    }
  }
  return undefined;
}
