import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import type { FilePath } from '../../../model/position.ts';
import { inFolder } from '../../../text/paths.ts';
import { forEachAtOnce } from '../../pace/atOnce.ts';
import { Breather } from '../../pace/breather.ts';
import { entryAt, liesBehindLink } from '../entryAt.ts';
import { toSystemPath } from '../filePaths.ts';
import { untrackedFiles } from '../../git/untrackedFiles.ts';
import { ignoredPlaces, isPassedOver } from './passedOver.ts';

/** Levels of folders below the first ignored one. */
export const DEEPEST = 24;
/** Ignored folders are looked into level by level until so many were seen: a look costs about 20 microseconds. */
export const MOST_FOLDERS = 10_000;

/**
 * The same for repositories within a folder that may be trusted, `libs/stock/build/`: the repository around knows nothing of what they ignore.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function ignoredPlacesWithin(
  root: string,
  repositories: readonly FilePath[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const places: string[] = [];
  const asked = repositories.filter((path) => !isPassedOver(path));
  await forEachAtOnce(asked, async (inner) => {
    const found = ignoredPlaces(await untrackedFiles(toSystemPath(root, inner), { alone: true, ...(signal && { signal }) }));
    places.push(...found.map((place) => (place === '/' ? `${inner}/` : `${inner}/${place}`)));
  });
  return places.sort();
}

/** What was found, and the first folder that was not looked into because there are too many. */
export interface Found {
  readonly files: readonly FilePath[];
  readonly cut?: FilePath;
}

/**
 * Files that somebody wants in these places, such as `build/test-results/TEST-a.xml`. Folders are looked through to a bounded depth and number.
 *
 * @param places what `ignoredPlaces` gave.
 * @throws the signal's reason when it is aborted.
 */
export async function findIn(
  root: string,
  places: readonly string[],
  wanted: (path: FilePath) => boolean,
  signal?: AbortSignal,
): Promise<Found> {
  const files = places.filter((path) => !path.endsWith('/') && wanted(path));
  const breather = new Breather(signal);
  const folders = places.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  let cut: FilePath | undefined;
  for (const step of walk(root, folders, wanted)) {
    if (step === undefined) await breather.pause();
    else if (typeof step === 'string') files.push(step);
    else cut = step.cut;
  }
  return { files, ...(cut !== undefined && { cut }) };
}

/** Wanted files in one folder and below; none where it is not a folder. */
export function walkFor(root: string, folder: FilePath, wanted: (path: FilePath) => boolean): Found {
  const files: FilePath[] = [];
  let cut: FilePath | undefined;
  // A link leads elsewhere.
  if (!entryAt(toSystemPath(root, folder))?.isDirectory() || liesBehindLink(root, folder)) return { files };
  for (const step of walk(root, [folder], wanted)) {
    if (typeof step === 'string') files.push(step);
    else if (step) cut = step.cut;
  }
  return { files, ...(cut !== undefined && { cut }) };
}

/**
 * Level by level, so that the bound cuts off what lies deepest; undefined after each folder, for those who want to take breath, and at the end
 * the first folder that was left out.
 */
function* walk(
  root: string,
  folders: readonly FilePath[],
  wanted: (path: FilePath) => boolean,
): Generator<FilePath | { readonly cut: FilePath } | undefined> {
  let level = folders;
  let left = MOST_FOLDERS;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: FilePath[] = [];
    for (const folder of level) {
      if ((left -= 1) < 0) {
        yield { cut: folder };
        return;
      }
      for (const entry of entriesOf(toSystemPath(root, folder))) {
        const path = inFolder(folder, entry.name);
        if (entry.isDirectory() && !isPassedOver(path)) next.push(path);
        else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(path)) yield path;
      }
      yield undefined;
    }
    level = next;
  }
  if (level[0] !== undefined) yield { cut: level[0] };
}

function entriesOf(systemPath: string): readonly Dirent[] {
  try {
    return readdirSync(systemPath, { withFileTypes: true });
  } catch {
    return [];
  }
}
