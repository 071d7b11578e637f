const TYPES: ReadonlySet<string> = new Set(['type', 'kind', 'ieobjecttype', 'objecttype', 'artifacttype']);
const HEADINGS: ReadonlySet<string> = new Set(['heading', 'header', 'überschrift']);
const INFORMATION = /^(?:text|information.*|prose|comment)$/u;

/** The name of an attribute as names are compared: `reqifforeignid` for `ReqIF.ForeignID`. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** True for the name of an attribute, in the form of {@link normalName}, that says what an object is: `objecttype`. */
export function saysKind(normal: string): boolean {
  return TYPES.has(normal);
}

/** True for a word in small letters that says that an object is a heading: `heading`. */
export function isHeadingWord(word: string): boolean {
  return HEADINGS.has(word);
}

/** True for a word in small letters that says that an object requires nothing: `information`. */
export function isInformationWord(word: string): boolean {
  return INFORMATION.test(word);
}
