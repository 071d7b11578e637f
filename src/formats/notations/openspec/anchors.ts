import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
import { slugOf } from './names.ts';
import type { Header, Outline } from './outline.ts';

/** The anchor that GitHub gives a heading of the file, `requirement-boil`; version 0.1 of ReqTrace knew requirements by it. */
export function anchorsOf({ markdown }: CarriedDocument, { headers }: Outline): (header: Header) => string {
  const anchors = new Map(sectionsOf(markdown).map(({ first, slug }) => [first, slug]));
  const known = new Set(headers.map(({ line }) => line));
  return ({ line, title }) => (known.has(line) ? anchors.get(line) : undefined) ?? slugOf(title);
}
