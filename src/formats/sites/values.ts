import { isRecord } from '../../text/parsed.ts';

/** A value as text, if it is one. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A value as texts: one, or several in a list. */
export function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Entries of a list or of a mapping's keys: names of plugins, `['toc', { … }]` by name. */
export function named(value: unknown): ReadonlyMap<string, unknown> {
  if (isRecord(value)) return new Map(Object.entries(value));
  return new Map((Array.isArray(value) ? value : []).flatMap(entriesOf));
}

function entriesOf(one: unknown): readonly (readonly [string, unknown])[] {
  if (typeof one === 'string') return [[one, undefined]];
  return isRecord(one) ? Object.entries(one) : [];
}
