import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../formats/configuration/defaults.ts';
import type { Configuration } from '../../model/configuration.ts';
import { problemFacts } from '../../model/facts.ts';
import type { FileFacts } from '../../model/facts.ts';
import { say } from '../../model/message.ts';
import type { FileContent } from '../files/fileSource.ts';

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

/** What holds once the file says this. */
export function nextConfiguration(before: WorkspaceConfiguration, content: FileContent): WorkspaceConfiguration {
  if (content.kind === 'gone') return NO_CONFIGURATION;
  if (content.kind === 'skipped') {
    const message = say('{0} cannot be read: {1}', CONFIGURATION_FILE, content.reason);
    const facts = problemFacts(CONFIGURATION_FILE, 'configuration', { code: 'config-error', message });
    return { configuration: before.configuration, valid: false, facts };
  }
  const { configuration, facts } = readConfiguration(CONFIGURATION_FILE, content.text);
  if (!configuration) return { configuration: before.configuration, valid: false, facts };
  // The same object where nothing changed, so that callers can compare by identity.
  const same = JSON.stringify(configuration) === JSON.stringify(before.configuration);
  return { configuration: same ? before.configuration : configuration, valid: true, facts };
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
  testCommands: _testCommands,
  ...rest
}: Configuration): unknown {
  return rest;
}
