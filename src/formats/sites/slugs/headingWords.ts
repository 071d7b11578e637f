/** The words of a heading: as they are read, without markup, and as they are written. */
export interface HeadingWords {
  readonly plain: string;
  readonly raw: string;
}

/** Makes the anchors of one document, to be asked for every heading in order: `Scope` is `scope`, a second one `scope-1`. */
export type MakeAnchors = () => (heading: HeadingWords) => string;

const IMAGE = /!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/gu;

/** The words without those that stand for a picture: of `![logo](l.png) Start` it is ` Start`. */
export function withoutImages({ plain, raw }: HeadingWords): string {
  if (!raw.includes('![')) return plain;
  let words = plain;
  for (const [, alt = ''] of raw.matchAll(IMAGE)) words = words.replace(alt, '');
  return words;
}

/** The words without what a typographer makes other characters of: dashes and dots. */
export function withoutTypography(words: string): string {
  return words.replace(/-{2,3}(?!-)/gu, '').replace(/\.{3}/gu, '');
}

/** A name that no other has yet: the first as it is, a further one with the next number behind a hyphen. */
export function unused(name: string, taken: Set<string>, numbered: (name: string, count: number) => string): string {
  let free = name;
  for (let count = 1; taken.has(free); count++) free = numbered(name, count);
  taken.add(free);
  return free;
}
