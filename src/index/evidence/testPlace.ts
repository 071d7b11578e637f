import type { TestResult } from '../../model/evidence.ts';
import type { FilePath } from '../../model/position.ts';
import { extensionOf, fileName } from '../../text/paths.ts';

/** A class with its package, `shop.orders.OrderTest`, `Shop\OrderTest`. */
const QUALIFIED = /^[\p{L}\p{N}_$-]+(?:[.\\][\p{L}\p{N}_$-]+)+$/u;
/** Files of Rust that are named for their folder or for nothing. */
const RUST_ROOTS: ReadonlySet<string> = new Set(['lib', 'main', 'mod']);

/** How surely a result is about a test of the file: a number above 0, the greater the surer; 0 where nothing tells; -1 where it is not. */
export type Nearness = number;

const SAME_FILE: Nearness = 1000;

/** The path as the index would write it, as far as that can be told: `file:///repo/a.ts` is `/repo/a.ts`. */
export function plainPath(file: string): string {
  return file
    .replaceAll('\\', '/')
    .replace(/^file:\/\/(?=\/)/u, '')
    .replace(/^(?:\.{1,2}\/)+/u, '');
}

/** True if a path that a tool wrote, absolute or relative to wherever it ran, means the file of the project. */
export function samePath(path: FilePath, plain: string): boolean {
  return plain === path || plain.endsWith(`/${path}`) || path.endsWith(`/${plain}`);
}

/** `orders` for `test/orders.test.ts`. */
export function stemOf(path: string): string {
  const name = fileName(path);
  const dot = name.indexOf('.', 1);
  return dot < 0 ? name : name.slice(0, dot);
}

/** Stems of the files that a result may be of: of its file, and the parts of its groups and of its own name. */
export function stemsOf(result: TestResult): ReadonlySet<string> {
  if (result.file !== undefined) return new Set([stemOf(plainPath(result.file))]);
  return new Set([...result.groups, result.title].flatMap(partsOf));
}

/** How surely the result is about a test of the file. */
export function nearness(path: FilePath, result: TestResult, classes: readonly string[]): Nearness {
  if (result.file !== undefined) {
    const plain = plainPath(result.file);
    if (samePath(path, plain)) return SAME_FILE;
    // Compiled tests lie elsewhere under another ending.
    return stemOf(plain) === stemOf(path) && endingOf(plain) !== endingOf(path) ? 0 : -1;
  }
  const folders = path.split('/').slice(0, -1);
  const stem = stemOf(path);
  const extension = endingOf(path);
  if (extension === 'go') return nearPackage(result, folders);
  const name = extension === 'rs' && stem === 'mod' ? (folders.at(-1) ?? stem) : stem;
  let best = 0;
  for (const group of [...result.groups, result.title]) {
    const parts = partsOf(group);
    const at = parts.lastIndexOf(name);
    if (at >= 0) best = Math.max(best, 1 + common(parts.slice(0, at), folders));
  }
  if (best > 0) return best;
  if (extension === 'rs') return RUST_ROOTS.has(name) || !result.title.includes('::') ? 0 : -1;
  const qualified = result.groups.filter((group) => QUALIFIED.test(group));
  if (qualified.length === 0) return 0;
  return qualified.some((group) => partsOf(group).some((part) => classes.includes(part))) ? 1 : -1;
}

/** Go names the package, which is a folder. */
function nearPackage({ groups }: TestResult, folders: readonly string[]): Nearness {
  const packages = groups.filter((group) => /^[\w.~/-]+$/u.test(group)).map((group) => group.split('/'));
  if (packages.length === 0 || folders.length === 0) return 0;
  const best = packages.reduce((most, parts) => Math.max(most, common(parts, folders)), 0);
  return best > 0 ? best : -1;
}

/** How many parts two lists have in common at their ends. */
function common(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function partsOf(group: string): string[] {
  return group.length > 1000 || /\s/u.test(group) ? [] : group.split(/[.\\:$/]+/u).filter(Boolean);
}

function endingOf(path: string): string {
  return extensionOf(path).toLowerCase();
}
