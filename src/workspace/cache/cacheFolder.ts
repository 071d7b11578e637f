import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../../package.json';
import type { Configuration } from '../../model/configuration.ts';
import { isTemporary } from './sealed.ts';
import { readingPart } from '../configuration/workspaceConfiguration.ts';

/** A sum over the sources, put in by the bundler: two builds of one version may read files differently. */
declare const REQTRACE_BUILD: string | undefined;
const BUILD = typeof REQTRACE_BUILD === 'string' ? REQTRACE_BUILD : undefined;

/** Workspaces, or configurations of one, that are remembered at most. */
const MOST_FOLDERS = 40;
/** Milliseconds after which a file that was not put in its place never will be. */
const ABANDONED_MS = 60 * 60 * 1000;
/** Bytes that all caches may take together. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Where caches lie unless somebody says otherwise: `REQTRACE_CACHE_DIR`, else the place that the operating system has for them,
 * `~/.cache/reqtrace` on Linux. Undefined where there is no such place, and for sources that run without having been built, which
 * change from one run to the next.
 */
export function defaultCacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const own = environment['REQTRACE_CACHE_DIR'];
  if (own) return path.resolve(own);
  if (BUILD === undefined) return undefined;
  const system = systemCacheFolder(environment, platform);
  return system && path.join(system, 'reqtrace');
}

function systemCacheFolder(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return absolute(environment['LOCALAPPDATA']);
  const home = absolute(environment['HOME']);
  if (platform === 'darwin') return home && path.join(home, 'Library', 'Caches');
  // A relative path in it is to be ignored: XDG Base Directory Specification, version 0.8.
  return absolute(environment['XDG_CACHE_HOME']) ?? (home && path.join(home, '.cache'));
}

// @implements RT-11.3~4b64d2
/** The folder in a cache for the facts of one workspace folder: another one for everything that facts depend on beside the files. */
export function factFolder(cacheFolder: string, root: string, configuration: Configuration): string {
  // Which letters there are, and how they are normalised, comes with Node.
  const parts = [root, version, BUILD, process.versions.unicode, readingPart(configuration)];
  return path.join(cacheFolder, createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32));
}

/**
 * Marks a folder of facts as in use, and deletes those that were not used for longest where there is more than a cache should take.
 *
 * @param since when the present work began, in milliseconds since 1970; if nothing was written since then, there is not more than before.
 */
export function tidyUp(inUse: string, since: number): void {
  try {
    const grown = lstatSync(inUse).mtimeMs >= since;
    const cacheFolder = path.dirname(inUse);
    const now = new Date();
    utimesSync(inUse, now, now);
    deleteAbandoned(inUse, now.getTime());
    if (!grown) return;
    const caches = readdirSync(cacheFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[0-9a-f]{32}$/u.test(entry.name))
      .map(({ name }) => sizeUp(path.join(cacheFolder, name)))
      .sort((a, b) => b.used - a.used);
    let bytes = 0;
    for (const [at, cache] of caches.entries()) {
      bytes += cache.bytes;
      if (cache.folder !== inUse && (at >= MOST_FOLDERS || bytes > MOST_BYTES)) rmSync(cache.folder, { recursive: true, force: true });
    }
  } catch {
    // There is none yet, somebody else deletes at the same moment, or nobody may.
  }
}

/** What a process that was killed had begun to write; nobody writes for so long. */
function deleteAbandoned(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter(isTemporary)) {
    const file = path.join(folder, name);
    const entry = lstatSync(file, { throwIfNoEntry: false });
    if (entry && !entry.isDirectory() && now - entry.mtimeMs > ABANDONED_MS) rmSync(file, { force: true });
  }
}

function sizeUp(folder: string): { readonly folder: string; readonly bytes: number; readonly used: number } {
  const sizes = readdirSync(folder).map((name) => lstatSync(path.join(folder, name)).size);
  return { folder, bytes: sizes.reduce((sum, size) => sum + size, 0), used: lstatSync(folder).mtimeMs };
}

function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}
