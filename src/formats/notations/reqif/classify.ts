import type { ReqifRule } from '../../../model/configuration.ts';
import type { FoundMapping } from '../../../model/foundMapping.ts';
import type { ReqifElement } from '../../carriers/reqif/reqifBody.ts';
import { isHeadingWord, isInformationWord, normalName, saysKind } from '../../items/objectKinds.ts';
import type { AttributeName, ReqifAttribute } from './attributes.ts';

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
/** What IBM's tools mark as ID and as text. */
const ABSOLUTE_NUMBER = /#absoluteNumber$|dcterms.*identifier$|\/identifier$/u;
const PRIMARY_TEXT = /#primaryText$/u;
/** The longest title that is made of a text. */
const LONGEST = 80;

/** What an attribute may be by its name: its places among the names of an ID, a title and a text, the first of which that has a value counts. */
interface Traits {
  readonly id: number;
  readonly title: number;
  readonly text: number;
  readonly isComputed: boolean;
  readonly isDeleted: boolean;
  readonly saysKind: boolean;
}

const NONE = 1000;

/** Reads an object by the rules of a file, or by what tools usually write. */
export class Classifier {
  readonly #rule: ReqifRule | undefined;
  readonly #names: { readonly id: readonly string[]; readonly title: readonly string[]; readonly text: readonly string[] };
  readonly #traits = new Map<AttributeName, Traits>();
  /** The names from which something was read, with their places. */
  readonly #found = { id: new Map<string, number>(), title: new Map<string, number>(), text: new Map<string, number>() };

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
    let [id, title, text]: (ReqifAttribute | undefined)[] = [];
    let [idAt, titleAt, textAt] = [NONE, NONE, NONE];
    for (const attribute of attributes) {
      const traits = this.#of(attribute.called);
      if (traits.id < idAt) [id, idAt] = [attribute, traits.id];
      if (traits.title < titleAt) [title, titleAt] = [attribute, traits.title];
      if (traits.text < textAt) [text, textAt] = [attribute, traits.text];
    }
    if (!text && !this.#rule?.text) text = likeText(attributes, this.#names.title);
    if (id) this.#found.id.set(id.called.name, idAt);
    if (title) this.#found.title.set(title.called.name, titleAt);
    if (text) this.#found.text.set(text.called.name, textAt);
    const name = element.name.trim();
    const body = text?.text ?? element.description.trim();
    return {
      kind: this.#kind(type, attributes, habits, title, body),
      id: id?.text ?? '',
      text: body,
      title: title?.text ?? (name !== '' && name !== id?.text ? name : firstSentence(body)),
      others: attributes.filter((one) => one !== id && one !== text && one !== title && !this.#of(one.called).isComputed),
    };
  }

  /** From which attributes it was read so far, the first that counts first. */
  get mapping(): Pick<FoundMapping, 'id' | 'title' | 'text'> {
    const inOrder = (found: ReadonlyMap<string, number>): readonly string[] =>
      [...found].sort(([, a], [, b]) => a - b).map(([name]) => name);
    return { id: inOrder(this.#found.id), title: inOrder(this.#found.title), text: inOrder(this.#found.text) };
  }

  #of(called: AttributeName): Traits {
    let traits = this.#traits.get(called);
    if (!traits) this.#traits.set(called, (traits = this.#traitsOf(called)));
    return traits;
  }

  #traitsOf({ normal, sameAs }: AttributeName): Traits {
    const { id, title, text } = this.#names;
    const place = (names: readonly string[]): number => (names.includes(normal) ? names.indexOf(normal) + 1 : NONE);
    const atText = place(text);
    return {
      id: !this.#rule?.id && ABSOLUTE_NUMBER.test(sameAs) ? 0 : place(id),
      title: place(title),
      // What is marked stands behind the first name only.
      text: atText > 1 && PRIMARY_TEXT.test(sameAs) ? 1.5 : atText,
      isComputed: COMPUTED.test(normal),
      isDeleted: normal === 'reqifforeigndeleted',
      saysKind: saysKind(normal),
    };
  }

  #kind(type: string, attributes: readonly ReqifAttribute[], habits: Habits, title: ReqifAttribute | undefined, text: string): ObjectKind {
    const { heading, information } = this.#rule ?? {};
    const is = (rule: NonNullable<ReqifRule['heading']>): boolean =>
      attributes.some(({ called, text: value }) => called.normal === normalName(rule.attribute) && rule.values.includes(value));
    const words: string[] = [];
    for (const { called, kind, text: value } of attributes) {
      const traits = this.#of(called);
      if (traits.isDeleted && /^(?:true|1)$/iu.test(value)) return 'deleted';
      if (traits.saysKind && kind === 'ENUMERATION') words.push(value.toLowerCase());
    }
    if (heading && is(heading)) return 'heading';
    if (information && is(information)) return 'information';
    const name = type.trim().toLowerCase();
    if (!heading) {
      if (HEADINGS.test(name) || words.some(isHeadingWord)) return 'heading';
      if (habits.chapterIsHeading && title?.called.normal === CHAPTER && text === '') return 'heading';
    }
    return !information && (isInformationWord(name) || words.some(isInformationWord)) ? 'information' : 'requirement';
  }
}

/** The attribute that must be the text: the first that is called so, or the only one that may have several lines. */
function likeText(attributes: readonly ReqifAttribute[], titles: readonly string[]): ReqifAttribute | undefined {
  const others = attributes.filter(
    ({ kind, called: { normal } }) => (kind === 'XHTML' || kind === 'STRING') && !titles.includes(normal) && !IDS.includes(normal),
  );
  const long = others.filter(({ kind }) => kind === 'XHTML');
  return others.find(({ called }) => LIKE_TEXT.test(called.normal)) ?? (long.length === 1 ? long[0] : undefined);
}

function firstSentence(text: string): string {
  const start = text.slice(0, LONGEST + 1);
  const sentence = /^.*?[.!?](?=\s|$)/u.exec(start)?.[0] ?? start;
  return sentence.slice(0, LONGEST);
}
