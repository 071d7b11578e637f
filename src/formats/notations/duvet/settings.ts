import { parse } from 'smol-toml';
import { GlobSet } from '../../../text/patterns/globSet.ts';
import type { Configuration } from '../../../model/configuration.ts';
import type { ToolSettings } from '../../notation/notation.ts';
import { DUVET, SETTINGS, typeOf } from './grammar.ts';
import type { AnnotationType } from './grammar.ts';

/** How annotations of some files are written. */
export interface Style {
  /** What begins a line that names a specification, `//=`. */
  readonly meta: string;
  /** What begins a line of a quotation, `//#`. */
  readonly content: string;
  /** What an annotation is that does not say so. */
  readonly type: AnnotationType;
}

/** What matters of `.duvet/config.toml`. */
export interface DuvetSettings {
  readonly sources: readonly (Style & { readonly glob: string })[];
  /** Specifications that are Markdown files of the folder. */
  readonly documents: readonly string[];
  /** Globs of further files with requirements. */
  readonly requirements: readonly string[];
}

/** The style of files of which nothing else is said. */
const USUAL: Style = { meta: '//=', content: '//#', type: 'implementation' };

/** What is said there. */
export const settings: ToolSettings = {
  files: [SETTINGS],
  read(texts) {
    const [text = ''] = texts.values();
    try {
      return settingsIn(parse(text));
    } catch {
      return undefined;
    }
  },
};

/** The settings of a configuration; undefined where the project has none. */
export function settingsOf({ settings: all }: Pick<Configuration, 'settings'>): DuvetSettings | undefined {
  // Made by the function above and kept as data since.
  return all?.[DUVET] as DuvetSettings | undefined;
}

/** The styles in which a file is read: those of the settings whose globs fit it, or the usual one where there are no settings. */
export function stylesOf(configuration: Configuration, path: string): readonly Style[] {
  const known = settingsOf(configuration);
  return known ? known.sources.filter(({ glob }) => new GlobSet([[glob, true]]).last(path) !== undefined) : [USUAL];
}

function settingsIn(data: Record<string, unknown>): DuvetSettings {
  const sources = tables(data['source']).flatMap((source) => {
    const style = isTable(source['comment-style']) ? source['comment-style'] : {};
    const glob = text(source['pattern']);
    if (glob === undefined) return [];
    return [
      {
        glob: glob.replace(/^\.\//u, ''),
        meta: text(style['meta']) ?? USUAL.meta,
        content: text(style['content']) ?? USUAL.content,
        type: typeOf(text(source['type']) ?? '') ?? USUAL.type,
      },
    ];
  });
  const specifications = tables(data['specification']).flatMap(({ source }) => text(source) ?? []);
  return {
    sources,
    documents: specifications.filter((source) => !source.includes('://')).map((source) => source.replace(/^(?:\.\/)+/u, '')),
    requirements: tables(data['requirement']).flatMap(({ pattern }) => text(pattern)?.replace(/^\.\//u, '') ?? []),
  };
}

function tables(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isTable) : [];
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
