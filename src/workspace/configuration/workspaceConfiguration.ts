import { SETTINGS_FILES, withSettings } from '../../formats/extraction/toolSettings.ts';
import { isSiteFile, likelySiteFiles, namedSiteFiles, SITE_FILES, withSites } from '../../formats/sites/siteFiles.ts';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../formats/configuration/defaults.ts';
import type { Configuration } from '../../model/configuration.ts';
import { problemFacts } from '../../model/facts.ts';
import type { FileFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { say } from '../../model/message.ts';
import type { FileContent, FileSource } from '../files/fileSource.ts';

/** reqtrace.yaml of one workspace folder over time. */
export interface WorkspaceConfiguration {
  /** The one in force: the last good one, or the default while there has been none. */
  readonly configuration: Configuration;
  /** False if the file has an error now. */
  readonly valid: boolean;
  /** Undefined if there is no such file. */
  readonly facts: FileFacts | undefined;
}

/** What holds before the file was looked at. */
export const NO_CONFIGURATION: WorkspaceConfiguration = { configuration: DEFAULT_CONFIGURATION, valid: true, facts: undefined };

/** True for a file that decides how others are read: reqtrace.yaml, settings of other tools, and configurations of site generators. */
export function configures(path: FilePath): boolean {
  return path === CONFIGURATION_FILE || SETTINGS_FILES.has(path) || isSiteFile(path);
}

/**
 * What holds where these files have these contents, whatever held before: of a commit.
 *
 * @param contentOf undefined for a file that is not there.
 */
export function configurationOf(contentOf: (path: FilePath) => FileContent | undefined): WorkspaceConfiguration {
  const own = contentOf(CONFIGURATION_FILE) ?? { kind: 'gone' };
  const named = namedSiteFiles(alone(NO_CONFIGURATION, own).configuration);
  const settings = [...SETTINGS_FILES, ...SITE_FILES, ...named].flatMap((path) => {
    const content = contentOf(path);
    return content?.kind === 'text' ? [[path, content.text] as const] : [];
  });
  return nextConfiguration(NO_CONFIGURATION, own, new Map(settings));
}

/** What holds now in a folder, by its reqtrace.yaml and the settings of other tools in it. */
export async function readConfigurationFrom(
  source: Pick<FileSource, 'read' | 'exists'>,
  before: WorkspaceConfiguration,
): Promise<WorkspaceConfiguration> {
  const others = [...SETTINGS_FILES, ...likelySiteFiles((path) => source.exists(path))];
  // At once, since each may be a question over a network.
  const [own = { kind: 'gone' }, ...contents] = await Promise.all([CONFIGURATION_FILE, ...others].map((path) => source.read(path)));
  const named = namedSiteFiles(alone(before, own).configuration).filter((path) => source.exists(path));
  contents.push(...(await Promise.all(named.map((path) => source.read(path)))));
  const settings = new Map<FilePath, string>();
  for (const [at, path] of [...others, ...named].entries()) {
    const content = contents[at];
    if (content?.kind === 'text') settings.set(path, content.text);
  }
  return nextConfiguration(before, own, settings);
}

/**
 * What holds once the file says this.
 *
 * @param settings texts of the files with settings of other tools that exist.
 */
function nextConfiguration(
  before: WorkspaceConfiguration,
  content: FileContent,
  settings: ReadonlyMap<FilePath, string> = NO_SETTINGS,
): WorkspaceConfiguration {
  const next = alone(before, content);
  const configuration = withSites(withSettings(next.configuration, settings), settings);
  // The same object where nothing changed, so that callers can compare by identity.
  const same = JSON.stringify(configuration) === JSON.stringify(before.configuration);
  return { ...next, configuration: same ? before.configuration : configuration };
}

const NO_SETTINGS: ReadonlyMap<FilePath, string> = new Map();

/** Without the settings of other tools. */
function alone(before: WorkspaceConfiguration, content: FileContent): WorkspaceConfiguration {
  if (content.kind === 'gone') return NO_CONFIGURATION;
  if (content.kind === 'skipped') {
    const message = say('{0} cannot be read: {1}', CONFIGURATION_FILE, content.reason);
    const facts = problemFacts(CONFIGURATION_FILE, 'configuration', { code: 'config-error', message });
    return { configuration: before.configuration, valid: false, facts };
  }
  const { configuration, facts } = readConfiguration(CONFIGURATION_FILE, content.text);
  if (!configuration) return { configuration: before.configuration, valid: false, facts };
  return { configuration, valid: true, facts };
}

/** What has to be read again where one configuration takes the place of another: every text, the files that have another role now, or nothing. */
export function readAnew(before: Configuration, after: Configuration): 'texts' | 'roles' | undefined {
  if (readsAlike(after, before)) return undefined;
  return readsAlike({ ...after, exclude: before.exclude }, before) ? 'roles' : 'texts';
}

/** True if both read every file alike, so that only the index has to work again. */
export function readsAlike(a: Configuration, b: Configuration): boolean {
  return a === b || JSON.stringify(readingPart(a)) === JSON.stringify(readingPart(b));
}

/** What of a configuration the facts of a file depend on. */
export function readingPart({
  severity: _severity,
  keys: _keys,
  needs: _needs,
  levels: _levels,
  inherit: _inherit,
  gates: _gates,
  problems: _problems,
  archive: _archive,
  evidence: _evidence,
  siteRoot: _siteRoot,
  site: _site,
  testCommands: _testCommands,
  ...rest
}: Configuration): unknown {
  return rest;
}
