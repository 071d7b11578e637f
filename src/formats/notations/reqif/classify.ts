import type { ReqifRule } from '../../../model/configuration.ts';
import type { ReqifElement } from '../../carriers/reqif/reqifBody.ts';
import { isHeadingWord, isInformationWord, normalName, saysKind } from '../../items/objectKinds.ts';
import type { ReqifAttribute } from './attributes.ts';

/** What an object is. */
export type ObjectKind = 'requirement' | 'heading' | 'information' | 'deleted';

/** What is read from an object. */
export interface ReadObject {
  readonly kind: ObjectKind;
  /** As its tool shows it; empty where it has none but its IDENTIFIER. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** All other attributes. */
  readonly others: readonly ReqifAttribute[];
}

/** What a file says of all its objects. */
export interface Habits {
  /** True where a chapter name tells a heading: not all objects have one. */
  readonly chapterIsHeading: boolean;
}

const IDS: readonly string[] = [
  'reqifforeignid',
  'id',
  'uid',
  'key',
  'requirementid',
  'objectid',
  'objectidentifier',
  'identifier',
  'iepuid',
  'puid',
];
const CHAPTER = 'reqifchaptername';
const TITLES: readonly string[] = ['reqifname', CHAPTER, 'name', 'title', 'summary', 'shorttext'];
const TEXT = 'reqiftext';
const TEXTS: readonly string[] = [TEXT, 'primarytext', 'reqifdescription', 'description', 'text', 'statement', 'richtext'];
const HEADINGS = /^(?:heading|section|headline.*|folder|set|component|header|überschrift)$/u;
/** What another tool computes, or says of its own work. */
const COMPUTED = /^reqifforeign(?:created|modified|deleted|id$)/u;
/** What else a text is called where nothing of the usual names is there, `FUNC-REQ-TXT`. */
const LIKE_TEXT = /(?:text|txt|description|statement)$/u;
/** The longest title that is made of a text. */
const LONGEST = 80;

/** Reads an object by the rules of a file, or by what tools usually write. */
export class Classifier {
  readonly #rule: ReqifRule | undefined;
  readonly #names: { readonly id: readonly string[]; readonly title: readonly string[]; readonly text: readonly string[] };

  constructor(rule: ReqifRule | undefined) {
    this.#rule = rule;
    const names = (given: readonly string[] | undefined, usual: readonly string[]): readonly string[] => given?.map(normalName) ?? usual;
    this.#names = { id: names(rule?.id, IDS), title: names(rule?.title, TITLES), text: names(rule?.text, TEXTS) };
  }

  /** True for a type of which some attribute is known as title or text. */
  knows(names: readonly string[]): boolean {
    const { title, text } = this.#names;
    return names.some((name) => title.includes(normalName(name)) || text.includes(normalName(name)));
  }

  read(element: ReqifElement, type: string, attributes: readonly ReqifAttribute[], habits: Habits): ReadObject {
    const { id: ids, title: titles, text: texts } = this.#names;
    const id =
      (this.#rule?.id ? undefined : sameAs(attributes, /#absoluteNumber$|dcterms.*identifier$|\/identifier$/u)) ?? first(attributes, ids);
    const text =
      first(attributes, texts.slice(0, 1)) ??
      sameAs(attributes, /#primaryText$/u) ??
      first(attributes, texts) ??
      (this.#rule?.text ? undefined : likeText(attributes, titles));
    const title = first(attributes, titles);
    const used = new Set([id, text, title]);
    const name = element.name.trim();
    const body = text?.text ?? element.description.trim();
    return {
      kind: this.#kind(type, attributes, habits, title, body),
      id: id?.text ?? '',
      text: body,
      title: title?.text ?? (name !== '' && name !== id?.text ? name : firstSentence(body)),
      others: attributes.filter((attribute) => !used.has(attribute) && !COMPUTED.test(attribute.normal)),
    };
  }

  #kind(type: string, attributes: readonly ReqifAttribute[], habits: Habits, title: ReqifAttribute | undefined, text: string): ObjectKind {
    const { heading, information } = this.#rule ?? {};
    const is = (rule: NonNullable<ReqifRule['heading']>): boolean =>
      attributes.some(({ normal, text: value }) => normal === normalName(rule.attribute) && rule.values.includes(value));
    if (attributes.some(({ normal, text: value }) => normal === 'reqifforeigndeleted' && /^(?:true|1)$/iu.test(value))) return 'deleted';
    if (heading && is(heading)) return 'heading';
    if (information && is(information)) return 'information';
    const words = attributes
      .filter(({ normal, kind }) => kind === 'ENUMERATION' && saysKind(normal))
      .map(({ text: word }) => word.toLowerCase());
    const name = type.trim().toLowerCase();
    if (!heading) {
      if (HEADINGS.test(name) || words.some(isHeadingWord)) return 'heading';
      if (habits.chapterIsHeading && title?.normal === CHAPTER && text === '') return 'heading';
    }
    return !information && (isInformationWord(name) || words.some(isInformationWord)) ? 'information' : 'requirement';
  }
}

/** The first that has a value, in the order of the names. */
function first(attributes: readonly ReqifAttribute[], names: readonly string[]): ReqifAttribute | undefined {
  for (const name of names) {
    const found = attributes.find(({ normal }) => normal === name);
    if (found) return found;
  }
  return undefined;
}

function sameAs(attributes: readonly ReqifAttribute[], pattern: RegExp): ReqifAttribute | undefined {
  return attributes.find(({ sameAs: other }) => other !== '' && pattern.test(other));
}

/** The attribute that must be the text: the first that is called so, or the only one that may have several lines. */
function likeText(attributes: readonly ReqifAttribute[], titles: readonly string[]): ReqifAttribute | undefined {
  const others = attributes.filter(({ kind, normal }) => (kind === 'XHTML' || kind === 'STRING') && ![...titles, ...IDS].includes(normal));
  const long = others.filter(({ kind }) => kind === 'XHTML');
  return others.find(({ normal }) => LIKE_TEXT.test(normal)) ?? (long.length === 1 ? long[0] : undefined);
}

function firstSentence(text: string): string {
  const start = text.slice(0, LONGEST + 1);
  const sentence = /^.*?[.!?](?=\s|$)/u.exec(start)?.[0] ?? start;
  return sentence.slice(0, LONGEST);
}
