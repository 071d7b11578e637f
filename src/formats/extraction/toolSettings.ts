import type { Configuration } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import type { Notation } from '../notation/notation.ts';
import { NOTATIONS } from '../notations/registry.ts';

/** Files with settings of other tools that decide how the files of a folder are read, as `.duvet/config.toml` does. */
export const SETTINGS_FILES: ReadonlySet<FilePath> = new Set(NOTATIONS.flatMap(({ settings }) => settings?.files ?? []));

/**
 * A configuration with what those settings say: `withSettings(configuration, new Map([['.duvet/config.toml', text]]))`.
 *
 * @param texts of those of the files that exist.
 */
export function withSettings(configuration: Configuration, texts: ReadonlyMap<FilePath, string>): Configuration {
  if (texts.size === 0 && configuration.settings === undefined) return configuration;
  const { settings: _settings, ...rest } = configuration;
  const entries = NOTATIONS.flatMap((notation) => said(notation, texts));
  return entries.length === 0 ? rest : { ...rest, settings: Object.fromEntries(entries) };
}

function said({ name, settings }: Notation, texts: ReadonlyMap<FilePath, string>): readonly (readonly [string, unknown])[] {
  const own = new Map([...texts].filter(([path]) => settings?.files.includes(path)));
  const data = own.size === 0 ? undefined : settings?.read(own);
  return data === undefined ? [] : [[name, data]];
}
