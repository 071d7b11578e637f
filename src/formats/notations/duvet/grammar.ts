import type { LinkKind } from '../../../model/linkKind.ts';

/** The name of the notation. */
export const DUVET = 'duvet';

/** Where duvet keeps its settings. */
export const SETTINGS = '.duvet/config.toml';

/** What an annotation can be. */
export type AnnotationType = 'implementation' | 'test' | 'implication' | 'exception' | 'todo' | 'spec';

const TYPES: Readonly<Record<string, AnnotationType>> = {
  implementation: 'implementation',
  citation: 'implementation',
  test: 'test',
  implication: 'implication',
  exception: 'exception',
  todo: 'todo',
  spec: 'spec',
};

/** The type that a word names, in small letters or in capitals: `typeOf('TODO')`. */
export function typeOf(word: string): AnnotationType | undefined {
  const isOneCase = word === word.toLowerCase() || word === word.toUpperCase();
  return isOneCase && Object.hasOwn(TYPES, word.toLowerCase()) ? TYPES[word.toLowerCase()] : undefined;
}

/** The kinds of link that an annotation of a type makes: what is correct by construction is implemented and verified. */
export function kindsOf(type: AnnotationType): readonly LinkKind[] {
  if (type === 'implementation') return ['implements'];
  if (type === 'test') return ['verifies'];
  if (type === 'implication') return ['implements', 'verifies'];
  return type === 'todo' ? ['plans'] : [];
}

/** A specification and a section of it, as annotations name them. */
export interface Target {
  /** As a namespace: `www.rfc-editor.org/rfc/rfc9000`, `docs/protocol`. */
  readonly document: string;
  /** `section-4.2`, or the anchor of a heading. */
  readonly section: string;
}

const RFC = /^(?:www\.rfc-editor\.org\/rfc|tools\.ietf\.org\/(?:rfc|html)|datatracker\.ietf\.org\/doc\/html)\/(?<rfc>rfc\d+)$/u;

/** `www.rfc-editor.org/rfc/rfc9000` for `https://datatracker.ietf.org/doc/html/rfc9000.txt`; a path without what a folder and an ending say. */
export function documentOf(target: string): string {
  const isUrl = /^https?:\/\//u.test(target);
  const bare = target
    .replace(/^https?:\/\//u, '')
    .replace(/\/+$/u, '')
    .replace(/^(?:\.\/)+/u, '');
  if (!isUrl) return bare.replace(/\.(?:md|markdown|txt)$/u, '');
  const path = bare.replace(/\.(?:txt|html|xml|pdf)$/u, '');
  const rfc = RFC.exec(path)?.groups?.['rfc'];
  return rfc === undefined ? path : `www.rfc-editor.org/rfc/${rfc}`;
}

/** A section in its normal form: `section-2.1` for `2.1`, as the documents of the IETF are quoted, too. */
export function sectionOf(section: string): string {
  const { appendix, number } =
    /^(?:section-|appendix-)?(?:(?<number>\d{1,3}(?:\.\d{1,3}){0,8})|(?<appendix>[A-Z](?:\.\d{1,3}){0,8}))$/u.exec(section)?.groups ?? {};
  if (number !== undefined) return `section-${number}`;
  return appendix === undefined ? section : `appendix-${appendix}`;
}

/** Takes a target apart: `https://www.rfc-editor.org/rfc/rfc9000#section-4.2`; undefined for one without a section. */
export function targetOf(text: string): Target | undefined {
  const at = text.lastIndexOf('#');
  if (at <= 0 || at === text.length - 1) return undefined;
  return { document: documentOf(text.slice(0, at)), section: sectionOf(text.slice(at + 1)) };
}

const LEVELS: readonly (readonly [level: string, words: RegExp])[] = [
  ['MUST', /\b(?:MUST|SHALL|REQUIRED)\b(?!")/u],
  ['SHOULD', /\b(?:SHOULD|RECOMMENDED)\b(?!")/u],
  ['MAY', /\b(?:MAY|OPTIONAL)\b(?!")/u],
];

/** How strongly a sentence asks for something, by the key words of RFC 2119; undefined where it asks for nothing. */
export function levelOf(sentence: string): string | undefined {
  return LEVELS.find(([, words]) => words.test(sentence))?.[0];
}

/** The id of a section, or of a file with more requirements of it: `section-4.2`, `section-4.2.extra`. */
export const SECTION_ID = /^[\p{L}\p{N}_][\p{L}\p{N}_.~-]*$/u;
