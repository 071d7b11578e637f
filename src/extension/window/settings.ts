import type { ConfigurationChangeEvent, ConfigurationScope } from 'vscode';
import { workspace } from 'vscode';
import type { ClientSettings } from '../contributions.ts';
import { SETTINGS } from '../contributions.ts';

// @implements RT-7.3~74a883
/**
 * The value of a setting that the client itself acts on; package.json holds the defaults.
 *
 * @example readSetting('reqtrace.decorations', document.uri); // true
 */
export function readSetting<K extends keyof ClientSettings>(name: K, scope?: ConfigurationScope): ClientSettings[K] {
  const configuration = workspace.getConfiguration(undefined, scope);
  return configuration.get(name) as ClientSettings[K];
}

/** True if a change of the configuration may have changed any of ours. */
export function affectsSettings(event: ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(SETTINGS);
}
