import type { FilePath } from '../../../model/position.ts';
import { isRecord } from '../../../text/parsed.ts';
import { folderOf, inFolder } from '../../../text/paths.ts';
import type { KnownProject } from './knownProject.ts';
import { foldersAround } from './knownProject.ts';

/** What of a package.json tells how its tests are run. */
export interface Package {
  readonly folder: FilePath;
  readonly scripts: Readonly<Record<string, unknown>>;
  /** Names of all packages that it asks for. */
  readonly asks: ReadonlySet<string>;
  /** Its keys, such as `jest` and `mocha`. */
  readonly keys: ReadonlySet<string>;
}

/** The packages around a file, the innermost first. */
export function packagesAround(project: KnownProject, path: FilePath): readonly Package[] {
  return [...foldersAround(path)].flatMap((folder) => {
    const json = jsonAt(project, inFolder(folder, 'package.json'));
    if (!json) return [];
    const asks = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
      Object.keys(recordOf(json[key])),
    );
    return [{ folder, scripts: recordOf(json['scripts']), asks: new Set(asks), keys: new Set(Object.keys(json)) }];
  });
}

/** A package that is installed. */
export interface Installed {
  /** Of what `node` is to start, seen from the root. */
  readonly program: FilePath;
  readonly version: string;
}

/** The nearest installed package of a name from a folder upwards, with the JavaScript of its program. */
export function installed(project: KnownProject, folder: FilePath, name: string, program = name): Installed | undefined {
  for (const around of foldersAround(inFolder(folder, 'package.json'))) {
    const home = inFolder(around, `node_modules/${name}`);
    const json = jsonAt(project, `${home}/package.json`);
    if (!json) continue;
    const bin = typeof json['bin'] === 'string' ? json['bin'] : recordOf(json['bin'])[program];
    const { version } = json;
    if (typeof bin !== 'string' || bin.split(/[\\/]/u).includes('..')) continue;
    return { program: `${home}/${bin.replace(/^\.\//u, '')}`, version: typeof version === 'string' ? version : '' };
  }
  return undefined;
}

/** A path seen from a folder that need not be around it: `../node_modules/a` from `packages/a`. */
export function pathFrom(folder: FilePath, path: FilePath): string {
  let ups = '';
  let base = folder;
  while (base !== '' && !path.startsWith(`${base}/`)) {
    base = folderOf(base);
    ups += '../';
  }
  return ups + (base === '' ? path : path.slice(base.length + 1));
}

function jsonAt({ text }: KnownProject, path: FilePath): Readonly<Record<string, unknown>> | undefined {
  const written = text(path);
  if (written === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(written);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
