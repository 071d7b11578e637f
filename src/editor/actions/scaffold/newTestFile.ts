import type { NewTestFile, NewTestPlace } from '../../../formats/languages/language.ts';
import { languages } from '../../../formats/languages/registry.ts';
import type { Extractor } from '../../../formats/extraction/extract.ts';
import type { IndexView } from '../../../index/view.ts';
import { requirementOf } from '../../../model/item.ts';
import type { Item } from '../../../model/item.ts';
import type { FilePath } from '../../../model/position.ts';
import { fileName, folderOf, inFolder } from '../../../text/paths.ts';
import type { TextOf } from '../../rename/renameCheck.ts';
import { codeOf } from './testFile.ts';

/** A file of tests that is yet to be made. */
export interface MadeTestFile {
  readonly path: FilePath;
  /** Its text before a test is in it. */
  readonly text: string;
}

/** Files of a project that may say which framework it uses, and what they show. */
const MAKERS: readonly NewTestFile[] = languages.newTestFiles;

/** Names of the frameworks that a new file of tests can be made for, as a person chooses one: `Vitest`. */
export const FRAMEWORKS: readonly string[] = MAKERS.map(({ name }) => name);

/** True if a file tells of a project from which the framework may be known; what it says is read when it is asked for. */
export function hasProjectFile(view: IndexView): boolean {
  const names = new Set(MAKERS.flatMap(({ signs }) => Object.keys(signs)));
  for (const path of view.files.keys()) {
    const name = fileName(path);
    if (names.has(name) || names.has(`*${endOf(name)}`)) return true;
  }
  return false;
}

/** `.csproj` of `Shop.Tests.csproj`. */
function endOf(name: string): string {
  return name.slice(Math.max(0, name.lastIndexOf('.')));
}

/**
 * A new file of tests for an item where there is none to follow: in the framework that the project names in package.json, go.mod and their like, in the
 * language of the code that implements the item. Undefined where that does not tell one.
 *
 * @param wanted the framework that a person chose.
 */
export async function newTestFile(
  view: IndexView,
  extractor: Extractor,
  item: Item,
  textOf: TextOf,
  wanted?: string,
): Promise<MadeTestFile | undefined> {
  const code = codeOf(view, item).find((path) => languages.skeletonOf(path));
  const found = await makerOf(view, code, code ?? item.path, textOf, wanted);
  if (!found) return undefined;
  const { maker, project, told } = found;
  const place: NewTestPlace = {
    project: slashed(project),
    folder: slashed(code === undefined ? project : folderOf(code)),
    name: code === undefined ? requirementOf(item).facts.title : fileName(code).replace(/\.[^.]+$/u, ''),
    ending: endingOf(view, maker, code, project),
    code: code === undefined ? '' : ((await textOf(code)) ?? ''),
    told,
  };
  const path = freePath(view, maker.pathOf(place));
  return extractor.roleOf(path) === 'test' ? { path, text: maker.textOf(place) } : undefined;
}

function slashed(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

interface Found {
  readonly maker: NewTestFile;
  /** Folder of the project. */
  readonly project: FilePath;
  /** Text of the file that shows it; empty where a person chose. */
  readonly told: string;
}

async function makerOf(
  view: IndexView,
  code: FilePath | undefined,
  from: FilePath,
  textOf: TextOf,
  wanted: string | undefined,
): Promise<Found | undefined> {
  const ofCode = code === undefined ? undefined : languages.skeletonOf(code)?.files;
  const makers = wanted === undefined ? (ofCode ?? MAKERS) : MAKERS.filter(({ name }) => name === wanted);
  let found: Found[] = [];
  for (const project of foldersAbove(from)) {
    found = await shownIn(view, makers, (path) => folderOf(path) === project, textOf);
    // Of several languages in one folder nothing says which is meant.
    if (found.length > 0) break;
  }
  // Projects that have their tests in a project beside them, `tests/Shop.Tests/Shop.Tests.csproj`.
  if (found.length === 0) found = await shownIn(view, makers, (path) => !fileName(path).startsWith('.'), textOf, '*');
  const [first] = found;
  if (first && found.every(({ maker }) => isOfOneLanguage(maker, first.maker))) return first;
  const [only] = makers;
  return wanted !== undefined && only ? { maker: only, project: '', told: '' } : undefined;
}

/** The frameworks that files of projects show, of those whose name begins so. */
async function shownIn(
  view: IndexView,
  makers: readonly NewTestFile[],
  isMeant: (path: FilePath) => boolean,
  textOf: TextOf,
  start = '',
): Promise<Found[]> {
  const found: Found[] = [];
  const wanted = makers.flatMap((maker) =>
    Object.entries(maker.signs).flatMap(([name, sign]) => (name.startsWith(start) ? [{ maker, name, sign }] : [])),
  );
  for (const path of view.files.keys()) {
    const name = fileName(path);
    const mine = wanted.filter((one) => one.name === name || one.name === `*${endOf(name)}`);
    const text = mine.length > 0 && isMeant(path) ? await textOf(path) : undefined;
    if (text === undefined) continue;
    for (const { maker, sign } of mine) if (sign.test(text)) found.push({ maker, project: folderOf(path), told: text });
  }
  return found.toSorted((one, other) => makers.indexOf(one.maker) - makers.indexOf(other.maker));
}

function isOfOneLanguage(one: NewTestFile, other: NewTestFile): boolean {
  return languages.skeletons.some(({ files }) => files.includes(one) && files.includes(other));
}

/** The folder of a file and those that it lies in, up to the root. */
function foldersAbove(path: FilePath): FilePath[] {
  const folders: FilePath[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ''];
}

function endingOf(view: IndexView, maker: NewTestFile, code: FilePath | undefined, project: FilePath): string {
  const own = code === undefined ? undefined : /\.[^.]+$/u.exec(code)?.[0];
  const skeletons = languages.skeletons.filter(({ files }) => files.includes(maker));
  if (own !== undefined && skeletons.some(({ endings }) => endings.includes(own))) return own === '.tsx' ? '.tsx' : own;
  const isTyped = view.files.has(inFolder(project, 'tsconfig.json')) || view.files.has('tsconfig.json');
  const endings = skeletons.flatMap((one) => one.endings);
  return isTyped && endings.includes('.ts') ? '.ts' : (endings[0] ?? '');
}

function freePath(view: IndexView, path: FilePath): FilePath {
  if (!view.files.has(path)) return path;
  for (let count = 2; ; count += 1) {
    const other = path.replace(/([^/]*?)(\.[^/]*|_test\.[^/]*)$/u, `$1${count}$2`);
    if (!view.files.has(other)) return other;
  }
}
