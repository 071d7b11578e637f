import { parse } from 'smol-toml';
import type { Configuration } from '../../../model/configuration.ts';
import { pythonLiterals } from '../../carriers/python/literals.ts';
import type { FilePath } from '../../../model/position.ts';
import type { ToolSettings } from '../../notation/notation.ts';
import { NEEDS } from './grammar.ts';

/** Where documentation usually is. */
const FOLDERS = ['', 'docs/', 'doc/', 'docs/source/', 'doc/source/', 'source/'];

/** Where the settings of ubCode may be. */
export const UBPROJECTS: readonly FilePath[] = FOLDERS.map((folder) => `${folder}ubproject.toml`);

/** What matters of `conf.py` and `ubproject.toml`. */
export interface NeedsSettings {
  /** Directives that are needs; absent where the settings do not say, which leaves the usual ones. */
  readonly types?: readonly string[];
  /** What an id has to begin with, as a regular expression. */
  readonly idPattern?: string;
  /** Options with links, besides `links`. */
  readonly links: readonly string[];
}

/** Settings of Sphinx, read as data and never run, and those of ubCode. */
export const settings: ToolSettings = {
  files: FOLDERS.flatMap((folder) => [`${folder}conf.py`, `${folder}ubproject.toml`]),
  read(texts) {
    const all = FOLDERS.flatMap((folder) => {
      const python = texts.get(`${folder}conf.py`);
      const toml = texts.get(`${folder}ubproject.toml`);
      const found = { ...(toml !== undefined && fromToml(toml)), ...(python !== undefined && fromPython(python)) };
      return Object.keys(found).length > 0 ? [{ folder, found }] : [];
    });
    return all.length > 0 ? all : undefined;
  },
};

/** What the settings of a folder say. */
interface Found {
  readonly folder: string;
  readonly found: Partial<NeedsSettings>;
}

/** The settings for a file: those of the folders that it is in, of which the innermost decides. Other files have none, since they are other documentation. */
export function settingsFor(path: FilePath, { settings: all }: Pick<Configuration, 'settings'>): NeedsSettings {
  // Made by the function above and kept as data since.
  const found = (all?.[NEEDS] ?? []) as readonly Found[];
  const own = found.filter(({ folder }) => path.startsWith(folder)).toSorted((a, b) => a.folder.length - b.folder.length);
  return own.reduce<NeedsSettings>((settled, one) => ({ ...settled, ...one.found }), { links: [] });
}

function fromPython(text: string): Partial<NeedsSettings> {
  const values = pythonLiterals(text, (name) => name.startsWith('needs_'));
  return said(values.get('needs_types'), values.get('needs_id_regex'), values.get('needs_extra_links') ?? values.get('needs_links'));
}

function fromToml(text: string): Partial<NeedsSettings> {
  try {
    const { needs } = parse(text);
    return isTable(needs) ? said(needs['types'], needs['id_regex'], needs['extra_links'] ?? needs['links']) : {};
  } catch {
    return {};
  }
}

/** Lists of tables with a name in each, or tables by their names. */
function said(types: unknown, pattern: unknown, links: unknown): Partial<NeedsSettings> {
  const directives = wholeList(types).flatMap(({ directive }) => (typeof directive === 'string' ? [directive] : []));
  const options = isTable(links) ? Object.keys(links) : list(links).flatMap(({ option }) => (typeof option === 'string' ? [option] : []));
  return {
    ...(directives.length > 0 && { types: directives }),
    ...(typeof pattern === 'string' && pattern !== '' && { idPattern: pattern }),
    ...(options.length > 0 && { links: options }),
  };
}

/** The tables of a list that is known as a whole; a type that is computed would be missed otherwise. */
function wholeList(value: unknown): readonly Record<string, unknown>[] {
  const all = list(value);
  const isWhole = Array.isArray(value) && all.length === value.length && all.every(({ directive }) => typeof directive === 'string');
  return isWhole ? all : [];
}

function list(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isTable) : [];
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
