import type { Range } from '../../../../model/position.ts';
import type { LinkKind, LinkKindRecord } from '../../../../model/linkKind.ts';
import { isRecord } from '../../../../text/parsed.ts';
import { parseNeeds } from '../requirements/attributes.ts';
import type { Source } from './source.ts';

/** What the front matter says to ReqTrace: `reqtrace: { key, steps, targets, needs }`, and the document's own `id`. */
export interface DocumentSettings {
  readonly key?: string;
  readonly steps?: boolean;
  readonly targets?: boolean;
  readonly needs?: readonly LinkKind[];
  /** `id: REQ-12`, with the place where it is written. */
  readonly id?: { readonly text: string; readonly range: Range };
  readonly title?: string;
}

/** Whether numbered steps and tables of targets count in a document. */
export interface DocumentOptions {
  readonly steps: boolean;
  readonly targets: boolean;
}

/** Reads the front matter's `reqtrace` and `id`; what is not of the right type counts as not written. */
export function readSettings(source: Source): DocumentSettings {
  const { data } = source.frontMatter;
  const own = isRecord(data['reqtrace']) ? data['reqtrace'] : {};
  const key = typeof own['key'] === 'string' ? own['key'].trim() : '';
  const needs = needsOf(own['needs'], source.context.configuration.kinds);
  const id = idOf(source, data['id']);
  return {
    ...(key !== '' && { key }),
    ...(typeof own['steps'] === 'boolean' && { steps: own['steps'] }),
    ...(typeof own['targets'] === 'boolean' && { targets: own['targets'] }),
    ...(needs && { needs }),
    ...(id && { id }),
    ...(typeof data['title'] === 'string' && { title: data['title'] }),
  };
}

function needsOf(value: unknown, kinds: readonly LinkKindRecord[]): readonly LinkKind[] | undefined {
  if (Array.isArray(value)) return value.length === 0 ? [] : parseNeeds(value.filter((word) => typeof word === 'string').join(' '), kinds);
  return typeof value === 'string' ? parseNeeds(value, kinds) : undefined;
}

function idOf(source: Source, value: unknown): DocumentSettings['id'] {
  if (typeof value !== 'string' || !source.context.ids.isId(value)) return undefined;
  for (let line = 1; line < source.frontMatter.lines; line++) {
    const text = source.lines[line] ?? '';
    if (!/^id\s*:/.test(text)) continue;
    const character = text.indexOf(value);
    if (character >= 0) return { text: value, range: { start: { line, character }, end: { line, character: character + value.length } } };
  }
  return undefined;
}
