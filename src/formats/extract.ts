import type { Configuration } from '../model/configuration.ts';
import { emptyFacts, HOUSE, problemFacts } from '../model/facts.ts';
import type { Annotation, Explain, FileFacts, FileRole, LineNote, PlaceFacts, Reference } from '../model/facts.ts';
import { say } from '../model/message.ts';
import type { Message } from '../model/message.ts';
import type { FilePath, Position } from '../model/position.ts';
import { messageOf } from '../text/errors.ts';
import { CarriedCode } from './carried/carriedCode.ts';
import { codeScopes, ScopeMap } from './carried/codeScopes.ts';
import { CarriedDocument } from './carried/carriedDocument.ts';
import { Surroundings } from './carried/surroundings.ts';
import { readConfiguration } from './configuration/readConfiguration.ts';
import { anchorsOf } from './carriers/markdown/anchors.ts';
import type { FormatContext } from './context.ts';
import { Facts } from './factSink.ts';
import { languages } from './languages/registry.ts';
import { foreignReason } from './foreign/foreignFiles.ts';
import { tellForeignMarks } from './foreign/foreignMarks.ts';
import { createGlance } from './glance/glance.ts';
import type { TakeGlance } from './glance/glance.ts';
import { isMinified, minifiedReason } from './glance/minified.ts';
import { compileNeedles } from './glance/needles.ts';
import { needlesOf } from './notation.ts';
import type { Notation } from './notation.ts';
import { invalidWaivers } from './notations/house/annotations/reading.ts';
import { createIdGrammar } from './ids/idGrammar.ts';
import type { IdGrammar } from './ids/idGrammar.ts';
import { chosen, NOTATIONS } from './registry.ts';
import { readingLimits } from './readingLimits.ts';
import { createRoles } from './roles.ts';
import type { Roles } from './roles.ts';
import { skippedFacts } from './skippedFacts.ts';

/** Reads files into facts under one configuration. */
export interface Extractor {
  readonly configuration: Configuration;
  /** The notations that it reads. */
  readonly notations: readonly Notation[];
  /** The ids that it looks for. */
  readonly ids: IdGrammar;
  /** What a file is, by its path alone. */
  roleOf(path: FilePath): FileRole;
  /** True for a file that is only looked into for requirements of a format that no notation reads. */
  isForeign(path: FilePath): boolean;
  /** Why `roleOf` says so, one sentence for `reqtrace explain`. */
  whyRole(path: FilePath): string;
  /**
   * Why nothing in this text is read: `minified`, requirements in a format that no notation reads. Undefined for nearly every text, and for a text in UTF-8 wherever it is for its bytes, read
   * as Latin-1.
   *
   * @param role what the file is, for whoever knows.
   */
  whySkipped(path: FilePath, text: string, role?: FileRole): Message | undefined;
  /** What may be said of a file of code before it is decoded, so that most need not be. */
  readonly maySay: TakeGlance;
  /**
   * Facts of one file: a pure function of path, text and configuration that never throws.
   *
   * @param explain collects a note for every line that says something; costs time, so only `reqtrace explain` gives it.
   * @param role what the file is, for whoever knows.
   */
  extract(path: FilePath, text: string, explain?: Explain, role?: FileRole): FileFacts;
  /**
   * What of it stands at a place, quick enough to be asked at each key. There may be more than that, but what contains the
   * place is all there and the same.
   */
  extractAt(path: FilePath, text: string, position: Position): PlaceFacts;
}

/**
 * Compiles a configuration once for any number of files:
 * `createExtractor(DEFAULT_CONFIGURATION).extract('cart.ts', '// @implements IP-1.1.1').annotations` has one annotation.
 *
 * @param known the notations that the configuration can choose from.
 */
export function createExtractor(configuration: Configuration, known: readonly Notation[] = NOTATIONS): Extractor {
  const context: FormatContext = { configuration, ids: createIdGrammar(configuration.ids) };
  const notations = chosen(known, configuration.notations);
  // The project's own notations may stand in any text, so no language is asked for then.
  const isCode = (path: FilePath): boolean => configuration.annotations.length > 0 || languages.has(path);
  const roles = createRoles(configuration, isCode, notations);
  const files = readersByRole(
    notations,
    context,
    roles,
    known.map(({ name }) => name),
  );
  // The project's own notations may stand in any text whatever its lines are like.
  const judges = configuration.annotations.length === 0;
  const whySkipped: Extractor['whySkipped'] = (path, text, role = roles.of(path)) => {
    if (role === 'document' && roles.isForeign(path)) return foreignReason(path, text);
    return judges && isMinified(text) ? minifiedReason(role, text) : undefined;
  };
  return {
    configuration,
    notations,
    ids: context.ids,
    roleOf: roles.of,
    isForeign: roles.isForeign,
    whyRole: (path) => roles.explain(path).why,
    whySkipped,
    maySay: createGlance(configuration, notations),
    extract(path, text, explain, role = roles.of(path)) {
      try {
        const reason = whySkipped(path, text, role);
        const facts = reason ? skippedFacts(path, role, reason) : files[role].read(path, text, explain);
        const limits = LIMITED.has(role) ? readingLimits(text, role) : undefined;
        return limits ? { ...facts, limits } : facts;
      } catch (error) {
        const message = say('ReqTrace could not read this file, which is a fault of ReqTrace: {0}; please report it', messageOf(error));
        return problemFacts(path, role, 'skipped-file', message);
      }
    },
    extractAt(path, text, position) {
      try {
        return whySkipped(path, text) ? NOTHING : files[roles.of(path)].readAt(path, text, position);
      } catch {
        return NOTHING;
      }
    },
  };
}

/** Roles of files that define or claim something, so that it matters where they are read in part only. */
const LIMITED: ReadonlySet<FileRole> = new Set<FileRole>(['document', 'code', 'test']);

/** How files of one role are read, whole and at one place. */
interface RoleReader {
  read(path: FilePath, text: string, explain?: Explain): FileFacts;
  readAt(path: FilePath, text: string, position: Position): PlaceFacts;
}

function readersByRole(
  notations: readonly Notation[],
  context: FormatContext,
  roles: Roles,
  names: readonly string[],
): Readonly<Record<FileRole, RoleReader>> {
  return {
    document: documentReader(notations, context, roles),
    prose: proseReader(notations, context),
    test: codeReader(notations, context, 'test'),
    code: codeReader(notations, context, 'code'),
    configuration: {
      read: (path, text) => readConfiguration(path, text, names).facts,
      readAt(path, text) {
        const { waivers, problems } = readConfiguration(path, text, names).facts;
        return { references: waivers.map(({ reference }) => reference), invalidWaivers: invalidWaivers(problems) };
      },
    },
    other: { read: (path) => emptyFacts(path, 'other'), readAt: () => NOTHING },
  };
}

/** Files of a notation are read by it alone, and so is a document that one holds; every other by the house, and by each notation whose mark stands in it. */
function documentReader(notations: readonly Notation[], context: FormatContext, roles: Roles): RoleReader {
  const readers = (path: FilePath, text: string): readonly Notation[] => {
    const owner = roles.owner(path);
    if (owner) return notations.filter(({ name }) => name === owner.notation);
    const holder = notations.find(({ holds }) => holds?.(path, text));
    if (holder) return [holder];
    return notations.filter(({ name, mark }) => name === HOUSE || (mark?.test(text) ?? false));
  };
  const carried = (path: FilePath, text: string, explain?: Explain): CarriedDocument => {
    const { part, namespace } = roles.owner(path) ?? {};
    return new CarriedDocument({ path, text, role: 'document', rule: roles.rule(path), part, namespace, explain });
  };
  const code = codeReader(notations, context, 'test');
  const plainCode = codeReader(notations, context, 'code');
  const isCode = (path: FilePath): boolean => roles.owner(path)?.carrier === 'code';
  return {
    read(path, text, explain) {
      if (isCode(path)) return { ...code.read(path, text, explain), role: 'document' };
      // A file of data that turns out to hold no requirements has comments as any other of its kind.
      if (roles.isForeign(path))
        return { ...(languages.has(path) ? plainCode.read(path, text, explain) : emptyFacts(path, 'document')), role: 'document' };
      let last: CarriedDocument | undefined;
      const facts = gather(path, 'document', readers(path, text), explain, (notation, sink, noted) => {
        const document = carried(path, text, noted);
        notation.readDocument?.(document, sink, context);
        if (notation.name === HOUSE) tellForeignMarks(document, sink);
        last = document;
      });
      return last && facts.requirements.length > 0 && MARKDOWN.test(path) ? withAnchors(facts, last) : facts;
    },
    readAt(path, text, position) {
      if (isCode(path)) return code.readAt(path, text, position);
      if (roles.isForeign(path)) return languages.has(path) ? plainCode.readAt(path, text, position) : NOTHING;
      const document = carried(path, text);
      return together(readers(path, text).map((notation) => notation.readDocumentAt?.(document, position, context)));
    },
  };
}

const MARKDOWN = /\.(?:md|mdx|markdown)$/iu;

function withAnchors(facts: FileFacts, { markdown, text }: CarriedDocument): FileFacts {
  const anchors = anchorsOf(markdown, text);
  return anchors ? { ...facts, anchors } : facts;
}

/** Markdown that is no document mentions what others define, in words of the house. */
function proseReader(notations: readonly Notation[], context: FormatContext): RoleReader {
  const readers = notations.filter(({ name }) => name === HOUSE);
  return {
    read: (path, text, explain) =>
      gather(path, 'prose', readers, explain, (notation, facts, noted) =>
        notation.readDocument?.(new CarriedDocument({ path, text, role: 'prose', explain: noted }), facts, context),
      ),
    readAt: () => NOTHING,
  };
}

function codeReader(notations: readonly Notation[], context: FormatContext, role: 'code' | 'test'): RoleReader {
  const reading = notations.filter(({ readCode }) => readCode);
  const found = new Map(reading.map((notation) => [notation, compileNeedles(needlesOf(notation, context.configuration))] as const));
  const readers = (text: string): readonly Notation[] =>
    reading.filter((notation) => notation.hints?.(text, role, context) ?? found.get(notation)?.(text));
  return {
    read(path, text, explain) {
      const asked = explain ? reading : readers(text);
      if (asked.length === 0) return emptyFacts(path, role);
      const code = new CarriedCode({ path, text, role, explain });
      if (code.ignores.file) return emptyFacts(path, role);
      const facts = gather(path, role, asked, explain, (notation, sink, noted) => notation.readCode?.(code.noting(noted), sink, context));
      return scoped(surrounded(facts, code), code);
    },
    readAt(path, text, position) {
      const asked = readers(text);
      const code = new CarriedCode({ path, text, role, position });
      if (asked.length === 0 || code.ignores.file) return NOTHING;
      const place = together(asked.map((notation) => notation.readCodeAt?.(code, position, context)));
      if (place.references.length === 0) return place;
      const scopes = scopesOf(code);
      return scopes === undefined ? place : { ...place, references: place.references.map((reference) => within(reference, scopes, code)) };
    },
  };
}

/** The facts of a code file, each annotation in words of another notation than the house's with what stands around its declaration. */
function surrounded(facts: FileFacts, code: CarriedCode): FileFacts {
  const isForeign = ({ reference, declaration }: Annotation): boolean => reference.notation !== undefined && declaration !== undefined;
  if (!code.declarations || !facts.annotations.some(isForeign)) return facts;
  const surroundings = new Surroundings(code.lines, code.declarations);
  return {
    ...facts,
    annotations: facts.annotations.map((annotation) => (isForeign(annotation) ? surroundings.of(annotation) : annotation)),
  };
}

/** The facts of a code file, each bare reference with the scope that it stands in. */
function scoped(facts: FileFacts, code: CarriedCode): FileFacts {
  const { annotations, mentions, waivers } = facts;
  if (annotations.length + mentions.length + waivers.length === 0) return facts;
  const scopes = scopesOf(code);
  if (!scopes) return facts;
  return {
    ...facts,
    annotations: annotations.map((annotation) => ({ ...annotation, reference: within(annotation.reference, scopes, code) })),
    mentions: mentions.map((reference) => within(reference, scopes, code)),
    waivers: waivers.map((waiver) => ({ ...waiver, reference: within(waiver.reference, scopes, code) })),
  };
}

function scopesOf(code: CarriedCode): ScopeMap | undefined {
  const scopes = codeScopes(code);
  return scopes.length === 0 ? undefined : new ScopeMap(scopes);
}

function within(reference: Reference, scopes: ScopeMap, code: CarriedCode): Reference {
  if (reference.scope !== undefined || reference.document !== undefined) return reference;
  const scope = scopes.at(code.offsetOf(reference.range.start));
  return scope === undefined ? reference : { ...reference, scope };
}

type Ask = (notation: Notation, facts: Facts, explain: Explain | undefined) => void;

/** Lets each of the notations say what it finds. */
function gather(path: FilePath, role: FileRole, notations: readonly Notation[], explain: Explain | undefined, ask: Ask): FileFacts {
  const facts = new Facts(path, role);
  const notes = explain && new NoteMerger(notations.length > 1);
  for (const notation of notations) {
    facts.begin(notation.name);
    ask(notation, facts, notes?.of(notation.name));
  }
  if (explain) notes?.deliver(explain);
  return facts.finish();
}

const NOTHING: PlaceFacts = { references: [], invalidWaivers: [] };

function together(places: readonly (PlaceFacts | undefined)[]): PlaceFacts {
  const said = places.filter((place) => place !== undefined);
  const [only = NOTHING] = said;
  if (said.length < 2) return only;
  return {
    references: said.flatMap(({ references }) => references),
    invalidWaivers: said.flatMap((place) => place.invalidWaivers),
  };
}

/** Of several readers, one that makes nothing of a line has nothing to tell where another makes something of it. */
class NoteMerger {
  readonly #several: boolean;
  readonly #notes: LineNote[] = [];

  constructor(several: boolean) {
    this.#several = several;
  }

  of(notation: string): Explain {
    return (note) => this.#notes.push(notation === HOUSE ? note : { ...note, notation });
  }

  deliver(explain: Explain): void {
    const told = new Set(this.#several ? this.#notes.filter(({ what }) => what !== 'nothing').map(({ line }) => line) : []);
    for (const note of this.#notes) if (note.what !== 'nothing' || !told.has(note.line)) explain(note);
  }
}
