import type { Configuration } from '../../model/configuration.ts';
import type { Site, WrittenSite } from '../../model/site.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import { fileName, folderOf, inFolder } from '../../text/paths.ts';
import type { Generator } from './generator.ts';
import { GENERATORS, generatorNamed } from './registry.ts';

/** Folders in which projects keep their documentation sites; others are named in reqtrace.yaml. */
const FOLDERS = [
  '',
  'docs',
  'doc',
  'website',
  'site',
  'documentation',
  'www',
  'web',
  'book',
  'docs/site',
  'docs/website',
  'docs/source',
  'doc/source',
  'docs-site',
  'apps/docs',
  'packages/docs',
] as const;

/** A place where the configuration of a generator may lie. */
interface Candidate {
  readonly folder: FilePath;
  readonly generator: Generator;
}

const CANDIDATES: ReadonlyMap<FilePath, Candidate> = new Map(
  FOLDERS.flatMap((folder) =>
    GENERATORS.flatMap((generator) => generator.files.map((name) => [inFolder(folder, name), { folder, generator }] as const)),
  ),
);

const NAMES: ReadonlySet<string> = new Set(GENERATORS.flatMap(({ files }) => files.map(fileName)));
/** What a file of anything may be called. */
const USUAL = /^config\.\w+$/u;

/**
 * True for a file that may say how a site is made of the documents: `mkdocs.yml`, `website/docusaurus.config.ts`. Those of other folders count where
 * `site:` names these; one whose name says nothing is not looked for there.
 */
export function isSiteFile(path: FilePath): boolean {
  const name = fileName(path);
  return NAMES.has(name) && (!USUAL.test(name) || CANDIDATES.has(path));
}

/** The same with all that may count where `site:` names their folder: `manual/config.toml`. */
export function mayBeSiteFile(path: FilePath): boolean {
  return NAMES.has(fileName(path));
}

/** The places where the sites that reqtrace.yaml names may have their configuration, beside the usual ones: `manual/mkdocs.yml`. */
export function namedSiteFiles({ site }: Pick<Configuration, 'site'>): readonly FilePath[] {
  return [...placesOf(site).keys()].filter((path) => !CANDIDATES.has(path));
}

/** The usual places, and those in the folders that `site:` names. */
function placesOf(site: Configuration['site']): ReadonlyMap<FilePath, Candidate> {
  if (site === undefined || site === 'none') return CANDIDATES;
  const named = site.flatMap(({ generator: name, folder }) => {
    const generator = generatorNamed(name);
    return folder === undefined ? [] : generator.files.map((file) => [inFolder(folder, file), { folder, generator }] as const);
  });
  return named.length === 0 ? CANDIDATES : new Map([...CANDIDATES, ...named]);
}

/** All such places, in order. */
export const SITE_FILES: readonly FilePath[] = [...CANDIDATES.keys()];

/**
 * Those of the places that may exist, so that not each of them need be asked for.
 *
 * @param exists true for a file or folder that is there.
 */
export function likelySiteFiles(exists: (path: FilePath) => boolean): readonly FilePath[] {
  const known = new Map<FilePath, boolean>([['', true]]);
  const isFolder = (folder: FilePath): boolean => {
    const answer = known.get(folder) ?? (isFolder(folderOf(folder)) && exists(folder));
    known.set(folder, answer);
    return answer;
  };
  return SITE_FILES.filter((path) => isFolder(folderOf(path)) && exists(path));
}

// @implements RT-1.6/AC4~3076d6
/** A configuration with the sites that these texts, or else `site:` of reqtrace.yaml, describe. */
export function withSites(configuration: Configuration, texts: ReadonlyMap<FilePath, string>): Configuration {
  const { sites: _sites, ...rest } = configuration;
  const sites = sitesOf(configuration.site, texts);
  return sites.length === 0 ? rest : { ...rest, sites };
}

function sitesOf(written: Configuration['site'], texts: ReadonlyMap<FilePath, string>): readonly Site[] {
  if (written === 'none') return [];
  const found = Array.from(placesOf(written)).flatMap(([path, { folder, generator }]): Site[] => {
    const text = texts.get(path);
    const site = text === undefined ? undefined : generator.read({ path, folder, text });
    return site ? [site] : [];
  });
  // A generator may have several files of configuration in a folder; the first counts.
  const once = found.filter(({ generator, root }, at) => found.findIndex((one) => one.generator === generator && one.root === root) === at);
  return written ? written.map((one) => writtenSite(one, once)) : once;
}

/** What was found of it holds but for what is written. */
function writtenSite({ generator, folder, base }: WrittenSite, found: readonly Site[]): Site {
  const known = found.find(
    (one) =>
      one.generator === generator &&
      (folder === undefined ||
        one.root === folder ||
        one.contents.some((content) => content.folder === folder) ||
        folderOf(one.from) === folder),
  );
  const site: Site = known ?? {
    generator,
    ...generatorNamed(generator).usual(folder ?? ''),
    from: CONFIGURATION_FILE,
    base: '',
    excluded: [],
    traits: [],
    permalinks: [],
    redirects: [],
  };
  return base === undefined ? site : { ...site, base };
}
