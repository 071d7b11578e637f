import type { Range } from '../../model/position.ts';
import type { OpenNotebook } from './openNotebook.ts';

/** What an answer about a text in places of the file is, where editors show cells. */
export interface AnswerPlaces {
  /** The open notebook of that file; undefined for any other file. */
  notebookOf(uri: string): OpenNotebook | undefined;
  /** The cell that was asked about, where it was one. */
  readonly asked?: { readonly notebook: OpenNotebook; readonly cell: string };
}

type Fields = Readonly<Record<string, unknown>>;

/** Stands for a part of an answer that is about another cell than was asked. */
const ELSEWHERE = Symbol('elsewhere');

/**
 * An answer with places in cells for places in files of open notebooks. A range without a file is of the text that was asked about: what it stands
 * for is left out where another cell was.
 */
export function answerInCells<R>(answer: R, places: AnswerPlaces): R | null {
  const told = inCells(answer, places);
  return told === ELSEWHERE ? null : (told as R);
}

function inCells(value: unknown, places: AnswerPlaces): unknown {
  if (Array.isArray(value)) return value.map((one) => inCells(one, places)).filter((one) => one !== ELSEWHERE);
  // A refusal is an object of its own kind, and has no places.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const fields = value as Fields;
  const own = placed(fields, places);
  if (own === ELSEWHERE) return ELSEWHERE;
  return Object.fromEntries(Object.entries(own).map(([name, field]) => [name, !PLACES.has(name) ? inCells(field, places) : field]));
}

/** Fields that are turned with what they are in, and what an answer carries for a later question. */
const PLACES: ReadonlySet<string> = new Set([
  'data',
  'position',
  'range',
  'selectionRange',
  'originSelectionRange',
  'targetRange',
  'targetSelectionRange',
]);

function placed(fields: Fields, places: AnswerPlaces): Fields | typeof ELSEWHERE {
  if (typeof fields['targetUri'] === 'string') return linked(fields, fields['targetUri'], places);
  if (typeof fields['uri'] === 'string') {
    const place = isRange(fields['range']) ? places.notebookOf(fields['uri'])?.toCell(fields['range']) : undefined;
    return place ? { ...fields, ...place } : fields;
  }
  return ofAsked(fields, places, ['range', 'selectionRange', 'position']);
}

/** A place with the range that it was asked from. */
function linked(fields: Fields, uri: string, places: AnswerPlaces): Fields | typeof ELSEWHERE {
  const from = ofAsked(fields, places, ['originSelectionRange']);
  const target = fields['targetSelectionRange'];
  const place = isRange(target) ? places.notebookOf(uri)?.toCell(target) : undefined;
  if (from === ELSEWHERE || !place) return from;
  return { ...from, targetUri: place.uri, targetRange: place.range, targetSelectionRange: place.range };
}

/** Fields that are places in the text that was asked about. */
function ofAsked(fields: Fields, { asked }: AnswerPlaces, names: readonly string[]): Fields | typeof ELSEWHERE {
  if (!asked) return fields;
  const turned: Record<string, unknown> = {};
  for (const name of names) {
    const field = fields[name];
    if (!isRange(field) && !isPosition(field)) continue;
    const place = asked.notebook.toCell(isRange(field) ? field : { start: field, end: field });
    if (place?.uri !== asked.cell) return ELSEWHERE;
    turned[name] = isRange(field) ? place.range : place.range.start;
  }
  return { ...fields, ...turned };
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && isPosition(value.start);
}

function isPosition(value: unknown): value is Range['start'] {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
