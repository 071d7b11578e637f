import type { Configuration } from '../../model/configuration.ts';
import type { Part, PlaceFacts, Reference } from '../../model/facts.ts';
import { requirementOf } from '../../model/item.ts';
import type { Item, ResolvedReference } from '../../model/item.ts';
import { DEFAULT_NOTATION } from '../../model/notation.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath, Position } from '../../model/position.ts';
import type { CarriedCode } from '../carried/carriedCode.ts';
import type { CarriedDocument } from '../carried/carriedDocument.ts';
import type { FormatContext } from './context.ts';
import type { FactSink } from './factSink.ts';
import type { Needle } from '../glance/needles.ts';
import type { Typing } from './typing.ts';

/** How a text is built, whatever it means; one of `code` is a test as well, in which every notation says what it finds. */
export type Carrier = 'markdown' | 'csv' | 'text' | 'code';

/** Files that one notation reads alone: `{ glob: '.kiro/specs/*\/tasks.md', carrier: 'markdown', part: 'tasks', namespace: 'folder' }`. */
export interface NotationFiles {
  readonly glob: string;
  readonly carrier: Carrier;
  readonly part: Part;
  /** What a path must fit besides, where a glob would stand for very many: any other file of the glob is not a notation's. */
  readonly only?: RegExp;
  /** Where their ids are numbered: in their folder, in each of them (without extension), or as the path tells; a document's key where it says nothing. */
  readonly namespace?: 'folder' | 'file' | ((path: FilePath) => string);
}

/** Settings of another tool: `{ files: ['.duvet/config.toml'], read: (texts) => … }`. */
export interface ToolSettings {
  /** Where they may be, from the root of the folder; each is looked for. */
  readonly files: readonly FilePath[];
  /** What of them matters, as plain data; undefined where nothing does. Total: what cannot be read says nothing. */
  read(texts: ReadonlyMap<FilePath, string>): unknown;
}

/** What can be named: a requirement, a criterion of one (`AC3`), or one that has an id of its own (`AC-US1-03`). */
export type NamedType = 'requirement' | 'criterion' | 'whole criterion';

/** From where to where in the text of a reference its parts stand: of `launch#IP-1/AC2`, the id from 7 to 11. */
export type PartPlaces = { readonly [Part in 'document' | 'id' | 'criterion' | 'pin']?: readonly [start: number, end: number] };

/** A reference as it is written, with what it means where that is known. */
export type WrittenWords = Pick<ResolvedReference, 'reference' | 'annotation'> & Partial<Pick<ResolvedReference, 'resolution'>>;

/** What references of a notation look like while they are typed and when they are compared. */
export interface IdSyntax {
  /** The id in its normal form, as items of a type have it: `AC3` for `AC-3`. */
  normal(id: string, type?: NamedType): string;
  /** How a reference to an item is written in the words of the notation, `1.2` for `REQ-1/AC2`; without it, by the ids as they are. */
  written?(parts: Pick<Reference, 'id' | 'criterion'>): string | undefined;
  /** True for the whole name that an item of this type can have, `IP-1.2` or `AC3`. */
  isName(name: string, type: NamedType, context: FormatContext): boolean;
  /** True where an item without an id goes by its title, so that another title is another name. */
  readonly byTitle?: true;
  /** Why a text is not such a name, and what one looks like; without it, that is said in general words. */
  noName?(name: string, type: NamedType): Message;
  /** Of a notation in which ids are not written in the documents, so that they cannot be renamed there: what to change instead. */
  fixed?(name: string): Message;
  /** Where the parts of a reference stand that is written in the notation; without it, references stay as they are written. */
  parts?(written: WrittenWords): PartPlaces | undefined;
  /** A new name in the words of the text that it takes the place of, `US5` for `US1`; without it, the name as it is. */
  rewritten?(name: string, before: string): string;
  /** Without it, nothing is proposed. */
  readonly typing?: Typing;
}

/** What of an annotation that quotes is being written on a line: the address of a section, or the quotation of one that is named above. */
export type TypedQuotation = {
  /** What is typed of it, and where on its line that begins. */
  readonly typed: string;
  readonly start: number;
  /** What a line of a quotation begins with there: `  //# `. */
  readonly lead: string;
} & (
  | { readonly kind: 'address' }
  | {
      readonly kind: 'quotation';
      readonly document: string;
      readonly section: string;
      /** Where the section is named. */
      readonly above: Position;
    }
);

/** What the editor and the command line may write in a notation; where a function is absent, the action is not offered. */
export interface NotationWriter {
  /** The words of an annotation of an item, without the marks of a comment: `@implements IP-1.1`; undefined for an item that asks for nothing of the kind. */
  annotation?(kind: 'implements' | 'verifies', reference: string, item: Item): string | undefined;
  /** How the notation's own references name an item, `tea.boil`, where they may not be as short as what finds it. */
  name?(item: Item): string;
  /** Of a notation in which references quote, the lines of a comment that name and quote an item, marks included; undefined for one that cannot be quoted there. */
  quotation?(
    kind: 'implements' | 'verifies',
    item: Item,
    place: { readonly path: FilePath; readonly configuration: Configuration },
  ): readonly string[] | undefined;
  /** How such references write the section of an item. */
  address?(item: Item): string | undefined;
  /** What of one is being written at the end of the last of these lines. */
  quoting?(lines: readonly string[], path: FilePath, configuration: Configuration): TypedQuotation | undefined;
  /** The words of a waiver up to its reason: `@waives IP-1.1: `. */
  waiver?(reference: string): string;
  /** A reference for another revision than it says now: `IP-1.1~3f2a9c`. */
  revise?(reference: string, revision: string): string;
  /** What stands directly behind the id where an item is defined and says its revision, as a sticky expression: `~2` behind `dsn~boil`. */
  readonly definedRevision?: RegExp;
  /** What makes an id of an item that has none written, before its name or behind it: `IP-1.1: ` or ` {#IP-1.1}`. */
  definition?(id: string): { readonly before: string; readonly behind: string };
}

/** What the configuration could say. */
export type Advice =
  /** A pattern for `ids:`: `HLR_[0-9]+`. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** Words for `criteria.moreLabels`: `Done When`. */
  | { readonly kind: 'label'; readonly label: string };

/**
 * One way of writing requirements and references to them. A notation is a folder in `notations/`, one line in `registry.ts`, one page in
 * `docs/notations/` and a table of tests; nothing else in ReqTrace knows its words.
 *
 * Readers are pure, total and linear: they never throw, and their result depends only on path, text and configuration. The two that take
 * a position say at least what is there, and need not say more.
 */
export interface Notation {
  /** Its name in `notations:` of the configuration, and that of its page. */
  readonly name: string;
  /** True for one that is read only where `notations:` names it, since its files are something else to most projects. */
  readonly onRequest?: boolean;
  /**
   * True for one that reads every document, prose and every file of code, whatever the configuration names beside it. Its words are everybody's: an item of
   * any notation can be referred to in them. Where another notation defines in the same line, that one does.
   */
  readonly everywhere?: true;
  /** Files that it reads alone; empty for one that reads beside others. */
  readonly files: readonly NotationFiles[];
  /**
   * Files that are not documents otherwise and that it looks into, since only their text tells whether it `holds` them: `**\/*[0-9].yml`. Where it does not,
   * they are read as any other code.
   */
  readonly mayHold?: readonly Pick<NotationFiles, 'glob' | 'only'>[];
  /** Further files that it reads alone, which the configuration tells. */
  readonly filesOf?: (configuration: Configuration) => readonly NotationFiles[];
  /** Settings of its own tool, which decide how files are read. */
  readonly settings?: ToolSettings;
  readonly ids: IdSyntax;
  /** One of them is in every code file that says something in the notation; all notations' are looked for in one pass over the bytes. */
  readonly needles: readonly Needle[];
  /** Needles that the configuration gives. */
  readonly needlesOf?: (configuration: Configuration) => readonly Needle[];
  /**
   * In place of needles, for the bytes of a file read as Latin-1: `read`, or the prefixes of the ids about which alone it may say something, so that it
   * can sleep until a requirement has one.
   *
   * @param mayBeOwn tells whether an id of that prefix may be one of the project's own patterns.
   */
  readonly glance?: (latin1: string, role: 'code' | 'test', mayBeOwn: (prefix: string) => boolean) => 'read' | readonly string[];
  /** In place of needles, for a text that is at hand: what they cannot say of a file in which it finds something, such as the shape of an id. */
  readonly hints?: (text: string, role: 'code' | 'test', context: FormatContext) => boolean;
  /** True for a text in which somebody surely said something in it: that is told even of a file that is too large for anybody to read. */
  readonly claims?: (text: string) => boolean;
  /** What the configuration could say so that what a near-miss is about would be read. */
  readonly advises?: (message: Message) => Advice | undefined;
  /** True for a document that it reads alone wherever it lies, as name and text tell: a story's file in a folder `docs/` that others share. */
  readonly holds?: (path: FilePath, text: string) => boolean;
  /** What is in a document that it reads beside those that read everywhere; without it, it reads only its own files. */
  readonly mark?: RegExp;
  /** True for one that reads documents in AsciiDoc, which are handed to it as Markdown. */
  readonly asciidoc?: true;
  readonly readDocument?: (document: CarriedDocument, facts: FactSink, context: FormatContext) => void;
  readonly readDocumentAt?: (document: CarriedDocument, position: Position, context: FormatContext) => PlaceFacts;
  readonly readCode?: (code: CarriedCode, facts: FactSink, context: FormatContext) => void;
  readonly readCodeAt?: (code: CarriedCode, position: Position, context: FormatContext) => PlaceFacts;
  readonly write?: NotationWriter;
}

/** All needles of a notation under a configuration. */
export function needlesOf({ needles, needlesOf: more }: Notation, configuration: Configuration): readonly Needle[] {
  return [...needles, ...(more?.(configuration) ?? [])];
}

const CANNOT_WRITE: NotationWriter = {};

/** The notation that an item is written in; undefined if none of these is it. */
export function notationOf(notations: readonly Notation[], item: Item): Notation | undefined {
  return named(notations, requirementOf(item).notation);
}

/** What may be written about an item: `writerOf(NOTATIONS, item).annotation?.('verifies', 'IP-1.1')` is `@verifies IP-1.1`. */
export function writerOf(notations: readonly Notation[], item: Item): NotationWriter {
  return notationOf(notations, item)?.write ?? CANNOT_WRITE;
}

/** The notation in whose words a reference is written, which may be another than that of what it points at. */
export function notationOfWords(
  notations: readonly Notation[],
  { notation = DEFAULT_NOTATION }: Pick<Reference, 'notation'>,
): Notation | undefined {
  return named(notations, notation);
}

function named(notations: readonly Notation[], wanted: string): Notation | undefined {
  return notations.find(({ name }) => name === wanted);
}
