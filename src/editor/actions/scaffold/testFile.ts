import { declaredTests } from '../../../formats/carried/declaredTests.ts';
import { languages } from '../../../formats/languages/registry.ts';
import type { IndexView } from '../../../index/view.ts';
import { requirementOf, withCriteria } from '../../../model/item.ts';
import type { Item } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import { folderOf } from '../../../text/paths.ts';
import type { TextOf } from '../../rename/renameCheck.ts';

/** A test file is looked for beside code by these names; `{}` is the name of the code file. */
const NEAR: readonly string[] = ['{}.test', '{}.spec', '{}_test', '{}_spec', '{}Test', '{}Tests', 'test_{}', '{}IT'];
const FOLDERS: readonly string[] = ['', 'test/', 'tests/', 'spec/', '__tests__/'];
/** As many files that name no requirement are looked into for tests. */
const MOST_READ = 20;

/**
 * The test file whose tests are nearest to an item, of those into which a test can be written: one that verifies its siblings, one that verifies
 * something else of its document, one beside the code that implements it, any that verifies something, any that holds tests, those
 * whose folder is nearest to the code or the document first. Undefined where there is none.
 */
export async function testFileFor(view: IndexView, item: Item, textOf: TextOf): Promise<FilePath | undefined> {
  const requirement = requirementOf(item);
  const neighbours = view.documents().find(({ path }) => path === item.path)?.requirements ?? [];
  const all = Array.from(view.requirements(), (one) => withCriteria(one)).flat();
  return (
    verifying(view, withCriteria(requirement)) ??
    verifying(
      view,
      neighbours.flatMap((one) => withCriteria(one)),
    ) ??
    besideCode(view, withCriteria(requirement)) ??
    verifying(view, all) ??
    (await withTests(view, item, textOf))
  );
}

/** True if a test can be written into some file that there is: all that is known without reading one. */
export function hasTestFile(view: IndexView): boolean {
  for (const [path, role] of view.files) if (role === 'test' && languages.skeletonOf(path)) return true;
  return false;
}

/** Files of code that implement an item or its siblings, those of the item first. */
export function codeOf(view: IndexView, item: Item): FilePath[] {
  const items = [item, ...withCriteria(requirementOf(item))];
  const links = items.flatMap(({ key }) => view.coverage(key).links).filter(({ is }) => is === 'implements');
  return [...new Set(links.map(({ path }) => path))].filter((path) => view.facts(path)?.role === 'code');
}

function verifying(view: IndexView, items: readonly Item[]): FilePath | undefined {
  for (const { key } of items) {
    const test = view
      .coverage(key)
      .links.find(({ is, path }) => is === 'verifies' && view.facts(path)?.role === 'test' && languages.skeletonOf(path));
    if (test) return test.path;
  }
  return undefined;
}

function besideCode(view: IndexView, items: readonly Item[]): FilePath | undefined {
  const code = items.flatMap(({ key }) => view.coverage(key).links).filter(({ is }) => is === 'implements');
  for (const { path } of code) {
    if (!languages.skeletonOf(path)) continue;
    const [, folder = '', name = '', extension = ''] = /^(.*?\/)?([^/]+?)(\.[^./]+)$/su.exec(path) ?? [];
    const folders = [
      ...FOLDERS.map((one) => folder + one),
      ...['test/', 'tests/', 'spec/'].flatMap((one) => [one + folder, one + folder.replace(/^[^/]+\//u, '')]),
      folder.replace('src/main/', 'src/test/'),
    ];
    const found = folders
      .flatMap((one) => NEAR.map((pattern) => one + pattern.replace('{}', name) + extension))
      .find((file) => view.files.get(file) === 'test');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The nearest file that holds a test, whatever it is called. */
async function withTests(view: IndexView, item: Item, textOf: TextOf): Promise<FilePath | undefined> {
  const from = codeOf(view, item)[0] ?? item.path;
  const ending = languages.skeletonOf(from);
  const tests = Array.from(view.files).flatMap(([path, role]) => (role === 'test' && languages.skeletonOf(path) ? [path] : []));
  // Another language than that of the code is the last choice.
  const distance = (path: FilePath): number =>
    (ending && languages.skeletonOf(path) !== ending ? 1000 : 0) + steps(folderOf(from), folderOf(path));
  const nearest = tests
    .map((path) => ({ path, far: distance(path) }))
    .sort((a, b) => a.far - b.far || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_READ);
  for (const { path } of nearest) {
    const text = await textOf(path);
    if (text !== undefined && declaredTests(path, text, () => true).length > 0) return path;
  }
  return undefined;
}

/** How many folders lie between two. */
function steps(from: string, to: string): number {
  const [one, other] = [from.split('/').filter(Boolean), to.split('/').filter(Boolean)];
  let common = 0;
  while (common < one.length && common < other.length && one[common] === other[common]) common += 1;
  return one.length + other.length - 2 * common;
}
