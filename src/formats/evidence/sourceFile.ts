import { languages } from '../languages/registry.ts';

/** Endings of files that hold tests. */
const ENDING = new RegExp(`(?:${languages.reported.endings.join('|').replaceAll('.', String.raw`\.`)})$`, 'iu');

/** Names of files that hold tests, where no folder is before them. */
const NAMES = [/[._-](?:test|spec|e2e|cy)s?\.\w+$|_(?:test|spec)\.\w+$/iu, ...languages.reported.names];

/**
 * True for a name that is the path of a source file, `test/orders.test.ts` or `orders.spec.js`, and no class: Vitest, Playwright and node --test
 * put paths where others put names of suites.
 */
export function isSourceFile(name: string): boolean {
  if (name.length > 1000 || !ENDING.test(name)) return false;
  return /[/\\]/u.test(name) ? !/[<>"|?*\n]/u.test(name) : NAMES.some((pattern) => pattern.test(name));
}

/** True for a file of a language that tests are written in, also where results name no paths of it: `tests/tstock.nim`. */
export function mayHoldTests(path: string): boolean {
  return isSourceFile(path) || languages.of(path)?.tests !== undefined;
}
