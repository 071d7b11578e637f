import type { Annotation, FileFacts, Reference, Waiver } from '../../model/facts.ts';
import type { Extent, Passage } from '../../model/quotation.ts';
import type { FilePath } from '../../model/position.ts';
import { sameValue } from '../../model/sameValue.ts';
import { lettersOf, nearlyQuoted, quotable } from '../../text/quotation.ts';
import type { TextPart } from '../../text/quotation.ts';
import { MultiMap } from '../multiMap.ts';
import { endsWithPath } from '../items/pathTails.ts';
import { compareText } from '../order.ts';

/** A sentence that can be quoted: a criterion of a requirement of the section. */
interface Sentence {
  readonly path: FilePath;
  readonly document: string;
  readonly section: string;
  readonly id: string;
  readonly criterion: string;
  readonly words: string;
  /** Of the place that it is written in, from the one that counts. */
  readonly distance: number;
}

/** A passage with the file that it stands in. */
export interface FoundPassage extends Passage {
  readonly path: FilePath;
}

/** What quotes in a file: annotations, waivers and mentions, as they are written. */
type Quoting = Pick<FileFacts, 'annotations' | 'waivers' | 'mentions'>;

/**
 * Quotations that say what a reference means, held against the documents that are quoted. A reference that quotes two sentences is two references, and one that quotes
 * a part of one says how much of it.
 */
export class Quotes {
  /** By section. */
  readonly #passages = new MultiMap<string, FoundPassage>();
  readonly #sentences = new MultiMap<string, Sentence>();
  readonly #byFile = new Map<FilePath, { readonly passages: readonly FoundPassage[]; readonly sentences: readonly Sentence[] }>();
  /** What files quote, and what that means. */
  readonly #users = new Map<FilePath, { readonly written: Quoting; readonly found: Quoting }>();

  /**
   * Takes new facts of files.
   *
   * @returns files whose quotations may mean something else than before, apart from those that changed themselves.
   */
  update(changes: ReadonlyMap<FilePath, FileFacts | undefined>): Set<FilePath> {
    let changed = false;
    for (const [path, facts] of changes) {
      const before = this.#byFile.get(path);
      const after = facts && quotedIn(path, facts);
      if (sameValue(before, after)) continue;
      changed = true;
      for (const passage of before?.passages ?? []) this.#passages.delete(passage.section, passage);
      for (const sentence of before?.sentences ?? []) this.#sentences.delete(sentence.section, sentence);
      for (const passage of after?.passages ?? []) this.#passages.add(passage.section, passage);
      for (const sentence of after?.sentences ?? []) this.#sentences.add(sentence.section, sentence);
      if (after) this.#byFile.set(path, after);
      else this.#byFile.delete(path);
    }
    const affected = new Set<FilePath>();
    if (!changed) return affected;
    for (const [path, { written, found }] of this.#users) {
      if (changes.has(path)) continue;
      const now = this.#meantBy(written);
      // Where what is quoted stands now can be another place while it stays missing.
      if (!sameValue(found, now) || isMissing(now)) affected.add(path);
    }
    return affected;
  }

  /** The facts of a file with what its quotations mean in place of them. */
  expanded(path: FilePath, facts: FileFacts | undefined): FileFacts | undefined {
    const written = facts && {
      annotations: facts.annotations.filter(quotes),
      waivers: facts.waivers.filter(quotes),
      mentions: facts.mentions.filter(isQuote),
    };
    if (!written || written.annotations.length + written.waivers.length + written.mentions.length === 0) {
      this.#users.delete(path);
      return facts;
    }
    const found = this.#meantBy(written);
    this.#users.set(path, { written, found });
    return {
      ...facts,
      annotations: [...facts.annotations.filter((one) => !quotes(one)), ...found.annotations],
      waivers: [...facts.waivers.filter((one) => !quotes(one)), ...found.waivers],
      mentions: [...facts.mentions.filter((one) => !isQuote(one)), ...found.mentions],
    };
  }

  /** The sections of a document, in no order; of a document that nobody has the text of, none. */
  passagesOf(document: string): readonly FoundPassage[] {
    return [...this.#byFile.values()].flatMap(({ passages }) => passages.filter((passage) => isNamed(passage.document, document)));
  }

  #meantBy({ annotations, waivers, mentions }: Quoting): Quoting {
    return {
      annotations: annotations.flatMap((one: Annotation) => this.#meanings(one.reference).map((reference) => ({ ...one, reference }))),
      waivers: waivers.flatMap((one: Waiver) => this.#meanings(one.reference).map((reference) => ({ ...one, reference }))),
      mentions: mentions.flatMap((one) => this.#meanings(one)),
    };
  }

  /** What a reference means: the sentences that its quotation overlaps, else what became of that. */
  #meanings(reference: Reference): readonly Reference[] {
    const { id, document = '', quote } = reference;
    if (!quote) return [reference];
    const named = [...this.#sentences.get(id)].filter((sentence) => isNamed(sentence.document, document));
    const texts = [...this.#passages.get(id)].filter((passage) => isNamed(passage.document, document));
    const meant = meantAmong(document, [...named, ...texts]);
    // Where several have requirements, it is as ambiguous as a reference without a quotation.
    if (meant === undefined) return [meantAmong(document, named) === undefined ? reference : { ...reference, quoted: 'missing' }];
    const passages = texts.filter((one) => one.document === meant).sort((a, b) => compareText(a.path, b.path));
    const sentences = counting(named.filter((one) => one.document === meant));
    if (quote.words === '') return [this.#ofSection(reference, passages.length > 0, sentences[0])];
    const place = placeIn(quote.words, passages);
    const overlaps = overlapsOf(quote.words, { place, sentences, isRead: passages.length > 0 });
    const isNear = place?.isNear === true && { near: true as const };
    if (overlaps.length > 0)
      return overlaps.map(({ sentence, extent }) => {
        const { document: namespace, id: section, criterion } = sentence;
        return { ...reference, document: namespace, id: section, criterion, ...(extent && { extent }), ...isNear };
      });
    if (place) return [{ ...reference, quoted: 'text', ...isNear }];
    return [{ ...reference, quoted: this.#isRead(document, passages.length > 0) ? 'missing' : 'unread' }];
  }

  /** What a reference without a quotation means: the section, which may be an item. */
  #ofSection(reference: Reference, isThere: boolean, sentence: Sentence | undefined): Reference {
    if (sentence) return { ...reference, document: sentence.document, id: sentence.id };
    if (isThere) return { ...reference, quoted: 'text' };
    return { ...reference, quoted: this.#isRead(reference.document ?? '', false) ? 'missing' : 'unread' };
  }

  #isRead(document: string, isThere: boolean): boolean {
    return isThere || this.passagesOf(document).length > 0;
  }
}

/** Where a quotation is in a section, with one fault at most. */
interface Place extends TextPart {
  readonly words: string;
  readonly quote: string;
  readonly isNear: boolean;
}

function placeIn(quote: string, passages: readonly FoundPassage[]): Place | undefined {
  for (const { words } of passages) {
    const from = words.indexOf(quote);
    if (from >= 0) return { words, quote, from, to: from + quote.length, isNear: false };
  }
  for (const { words } of passages) {
    const part = nearlyQuoted(quote, words);
    if (part) return { words, quote, ...part, isNear: true };
  }
  return undefined;
}

interface Overlap {
  readonly sentence: Sentence;
  /** Absent where it is the whole sentence. */
  readonly extent: Extent | undefined;
}

/** The sentences that a quotation is about; of a section that is read, nothing but what it says. */
function overlapsOf(
  quote: string,
  { place, sentences, isRead }: { readonly place: Place | undefined; readonly sentences: readonly Sentence[]; readonly isRead: boolean },
): readonly Overlap[] {
  if (place) return overlapping(place, sentences);
  return isRead ? [] : within(quote, sentences);
}

/** The sentences of a section that a quotation in its words overlaps. */
function overlapping({ words, quote, from, to }: Place, sentences: readonly Sentence[]): readonly Overlap[] {
  return sentences.flatMap((sentence) => {
    const start = words.indexOf(sentence.words);
    if (start < 0) return within(quote, [sentence]);
    const last = start + sentence.words.length;
    if (to <= start || from >= last) return [];
    const extent = { from: Math.max(0, from - start), to: Math.min(last, to) - start, of: sentence.words.length };
    // A quotation mark or a bracket is not what somebody means.
    if (lettersOf(sentence.words.slice(extent.from, extent.to)) === '') return [];
    return [{ sentence, extent: lessThanWhole(sentence.words, extent) }];
  });
}

/** The same without the words of the section: sentences that hold the quotation, or that it holds. */
function within(quote: string, sentences: readonly Sentence[]): readonly Overlap[] {
  return sentences.flatMap((sentence) => {
    if (quote.includes(sentence.words)) return [{ sentence, extent: undefined }];
    const at = sentence.words.indexOf(quote);
    if (at < 0) return [];
    return [{ sentence, extent: lessThanWhole(sentence.words, { from: at, to: at + quote.length, of: sentence.words.length }) }];
  });
}

/** A part with the punctuation around it, which nobody has to quote; undefined for one that lacks nothing else. */
function lessThanWhole(words: string, { from, to, of }: Extent): Extent | undefined {
  let [first, last] = [from, to];
  while (first > 0 && !MEANS.test(words.charAt(first - 1))) first -= 1;
  while (last < of && !MEANS.test(words.charAt(last))) last += 1;
  return first === 0 && last === of ? undefined : { from: first, to: last, of };
}

/** What makes a difference where it is missing: letters, digits, a sign of mathematics or of money, and halves of rare characters. */
const MEANS = /[\p{L}\p{M}\p{N}\p{Sc}\p{Cs}<>=+±≤≥≠×÷%]/u;

/** The document that a name means: the one that is called so, or the only one whose path ends so; undefined where several do. */
function meantAmong(name: string, all: readonly { readonly document: string }[]): string | undefined {
  const documents = new Set(all.map(({ document }) => document));
  if (documents.has(name) || documents.size === 0) return name;
  return documents.size === 1 ? [...documents][0] : undefined;
}

function isNamed(document: string, name: string): boolean {
  return document === name || endsWithPath(document, name);
}

function isMissing({ annotations, waivers }: Quoting): boolean {
  return [...annotations, ...waivers].some(({ reference: { quoted, near } }) => quoted === 'missing' || near);
}

function quotes({ reference }: { readonly reference: Reference }): boolean {
  return isQuote(reference);
}

function isQuote({ quote }: Reference): boolean {
  return quote !== undefined;
}

function quotedIn(path: FilePath, { passages = [], requirements }: FileFacts) {
  const sentences = requirements.flatMap(({ localId, namespace = '', section, criteria, place }) =>
    section === undefined
      ? []
      : criteria.map((one): Sentence => {
          const { localId: criterion, text } = one;
          return { path, document: namespace, section, id: localId, criterion, words: quotable(text), distance: place?.distance ?? 0 };
        }),
  );
  if (passages.length + sentences.length === 0) return undefined;
  return { passages: passages.map((passage) => ({ ...passage, path })), sentences };
}

/** Of an item that is written in several places the sentences of the one that counts, in an order that does not depend on that of the files. */
function counting(sentences: readonly Sentence[]): readonly Sentence[] {
  const nearest = new Map<string, Sentence>();
  const name = ({ document, id }: Sentence): string => `${document}#${id}`;
  const order = (a: Sentence, b: Sentence): number => a.distance - b.distance || compareText(a.path, b.path);
  for (const sentence of sentences) {
    const known = nearest.get(name(sentence));
    if (!known || order(sentence, known) < 0) nearest.set(name(sentence), sentence);
  }
  return sentences
    .filter((sentence) => sentence.path === nearest.get(name(sentence))?.path)
    .toSorted((a, b) => compareText(a.id, b.id) || Number(a.criterion.slice(2)) - Number(b.criterion.slice(2)));
}
