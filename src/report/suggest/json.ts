import type { FilePath } from '../../model/position.ts';
import type { Band } from '../../suggest/bands.ts';
import type { Reason, SuggestedFor, Suggestion } from '../../suggest/suggest.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';
import type { AskedUnit } from './text.ts';

interface JsonReason {
  readonly words: readonly string[];
  /** Null where none speaks for it. */
  readonly neighbour: FilePath | null;
  /** Key of an item that is linked there, or null. */
  readonly linkedItem: string | null;
  /** The file that the item is linked to, where not this one is, but one that changed in the same commits; or null. */
  readonly changedWith: FilePath | null;
}

/** Suggestions for items as JSON. */
export function suggestedJson(all: readonly SuggestedFor[]): string {
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    items: all.map(({ item, role, suggestions }) => ({
      id: item.id,
      key: item.key,
      lacks: role,
      suggestions: suggestions.map(suggestion),
    })),
  });
}

/** Items that functions and tests may be about, as JSON. */
export function unitsJson(units: readonly AskedUnit[]): string {
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    functions: units.map(({ path, line, name, items }) => ({
      file: path,
      line: line + 1,
      name,
      items: items.map(({ item, band, reason }) => ({ id: item.id, key: item.key, band, ...reasonJson(reason) })),
    })),
  });
}

function suggestion({ path, unit, band, reason }: Suggestion): { readonly file: FilePath; readonly band: Band } & JsonReason {
  return {
    file: path,
    ...(unit && { line: unit.line + 1, endLine: unit.lastLine + 1, name: unit.name }),
    band,
    ...reasonJson(reason),
  };
}

function reasonJson({ words, neighbour, link, changedWith }: Reason): JsonReason {
  return { words, neighbour: neighbour ?? null, linkedItem: link?.key ?? null, changedWith: changedWith ?? null };
}
