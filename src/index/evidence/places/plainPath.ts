import type { TestResult } from '../../../model/evidence.ts';
import { fileName } from '../../../text/paths.ts';

/** A path as a tool wrote it, taken apart. */
export interface PlainPath {
  /** With slashes, without a scheme and without what leads to other folders: `repo/a.ts` for `file:///repo/a.ts`. */
  readonly path: string;
  readonly absolute: boolean;
  /** How many folders it goes up before: 1 for `../test/a.cc`. */
  readonly up: number;
}

/** Files of Rust that are named for their folder or for nothing, `src/stock/mod.rs`. */
export const RUST_ROOTS: ReadonlySet<string> = new Set(['lib', 'main', 'mod']);

/** Cargo takes hyphens and underlines of crates for the same: `my_shop` for `my-shop`. */
export function snakeCrate(name: string): string {
  return name.replaceAll('-', '_');
}

/** True for two spellings of one crate: `isSameCrate('my-shop', 'my_shop')`. */
export function isSameCrate(a: string, b: string): boolean {
  return snakeCrate(a) === snakeCrate(b);
}

/** Reads a path: `plainPath('..\\test\\a.cc')` is `{ path: 'test/a.cc', absolute: false, up: 1 }`. */
export function plainPath(file: string): PlainPath {
  const slashed = file.startsWith('file://') ? decoded(file.slice(7)) : file.replaceAll('\\', '/');
  const absolute = /^(?:\/|[A-Za-z]:\/)/u.test(slashed);
  const parts: string[] = [];
  let up = 0;
  for (const part of slashed.split('/')) {
    if (part === '..' && parts.pop() === undefined) up += 1;
    else if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return { path: `${absolute ? '/' : ''}${parts.join('/')}`, absolute, up: absolute ? 0 : up };
}

/** A path of an address, in which blanks and other letters are written as numbers: `/a b.js` for `/a%20b.js`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `orders` for `test/orders.test.ts`. */
export function stemOf(path: string): string {
  const name = fileName(path);
  const dot = name.indexOf('.', 1);
  return dot < 0 ? name : name.slice(0, dot);
}

/** A name without its ending: `a.test` for `a.test.js`. */
export function bareName(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

/** Stems of the files that a result may be of: of its file, and the parts of its groups and of its own name. */
export function stemsOf(result: TestResult): ReadonlySet<string> {
  const named = [...result.groups, result.title].flatMap(partsOf);
  const parts = [...named, ...named.map(inSnakeCase)];
  return new Set(result.file === undefined ? parts : [stemOf(plainPath(result.file).path), ...parts]);
}

/** `['shop', 'orders', 'OrderTest']` for `shop.orders.OrderTest`; nothing for a title of words. */
export function partsOf(group: string): string[] {
  const name = withoutPlatform(group);
  return name.length > 1000 || /\s/u.test(name) ? [] : name.split(/[.\\:$/]+/u).filter(Boolean);
}

/** The class without what some tools put behind it: `shop.OrderTest` for `shop.OrderTest(Postgres 17)`. */
export function withoutPlatform(group: string): string {
  return group.length > 1000 ? group : group.replace(/(?<=\S)\s?\([^()]*\)$/u, '');
}

/** `stock_test` for `StockTest`. */
export function inSnakeCase(name: string): string {
  return name.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, '_').toLowerCase();
}
