import type { Site, SiteContent } from '../../model/site.ts';
import type { FilePath } from '../../model/position.ts';
import { withinFolder } from '../../text/paths.ts';
import { compileGlob, matchesGlob } from '../../text/patterns/glob.ts';
import type { CompiledGlob } from '../../text/patterns/glob.ts';
import type { Generator } from './generator.ts';
import { generatorNamed } from './registry.ts';

/** A page as one of the sites of a project has it. */
export interface SitePage {
  readonly site: Site;
  readonly generator: Generator;
  readonly content: SiteContent;
  /** Its path seen from the folder of its content. */
  readonly within: string;
}

/** Folders that no generator looks into. */
const NEVER = /(?:^|\/)(?:node_modules|vendor\/bundle|\.git)\//u;
const NONE: readonly CompiledGlob[] = [];
const globs = new WeakMap<Site, readonly CompiledGlob[]>();

/** The site that has a file for a page, and where: the one with the deepest folder around it. Undefined for files that only a code host shows. */
export function siteOf(sites: readonly Site[], path: FilePath): SitePage | undefined {
  let found: SitePage | undefined;
  for (const site of sites) {
    for (const content of site.contents) {
      const within = withinFolder(content.folder, path);
      if (within === undefined || (found && content.folder.length <= found.content.folder.length)) continue;
      const generator = generatorNamed(site.generator);
      if (generator.pages.test(path)) found = { site, generator, content, within };
    }
  }
  return found && !NEVER.test(path) && !isExcluded(found.site, path) ? found : undefined;
}

function isExcluded(site: Site, path: FilePath): boolean {
  if (site.excluded.length === 0) return false;
  const within = withinFolder(site.root, path)?.split('/');
  return within !== undefined && globsOf(site).some((glob) => matchesGlob(glob, within));
}

/** A name alone, as of Jekyll's `exclude`, is that of a file or folder of the root. */
function globsOf(site: Site): readonly CompiledGlob[] {
  const known = globs.get(site);
  if (known) return known;
  const made = site.excluded
    .map((one) => one.replace(/^\.?\//u, '').replace(/\/$/u, ''))
    .filter((one) => one !== '')
    .flatMap((one) => [...compileGlob(one), ...compileGlob(`${one}/**`)]);
  globs.set(site, made.length > 0 ? made : NONE);
  return made;
}

/** The address at which people read a page, by the file that its site has for it: `/base/docs/a/`, `/docs/a`. */
export function addressOf(site: Site, generator: Pick<Generator, 'bare'>, output: string): string {
  const folder = output.replace(/index\.html$/u, '');
  const short = folder === output ? output.replace(/\.html$/u, '') : folder;
  return `${site.base}${generator.bare && short !== '/' ? short.replace(/\/$/u, '') : short}`;
}
