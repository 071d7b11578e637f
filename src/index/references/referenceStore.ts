import { notationMark } from '../../model/notation.ts';
import type { Annotation, FileFacts, Proposal, Reference, RequirementFacts, Waiver } from '../../model/facts.ts';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import type { ResolvedReference } from '../../model/item.ts';
import { meaningOfAnnotation } from '../../model/linkKind.ts';
import type { LinkKindRecord } from '../../model/linkKind.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';
import { NearIds } from '../items/nearIds.ts';
import { joinedOf } from './joined.ts';
import type { Joined } from './joined.ts';
import type { Outcome } from './resolution.ts';

/** A reference of a file and what it means just now. */
export interface Ref {
  readonly path: FilePath;
  readonly reference: Reference;
  readonly use: Exclude<ResolvedReference['use'], 'definition'>;
  readonly annotation?: Annotation;
  readonly waiver?: Waiver;
  /** Of a `covers`: local id of the requirement that says so. */
  readonly lower?: string;
  /** The namespace of that requirement, where its file may have several. */
  readonly namespace?: string;
  /** Of a further place of an item: its local id. It refers to the item where another document has it, else to nothing. */
  readonly restates?: string;
  /** Of two ids with a slash between them, which can be read in two ways. */
  readonly joined?: Joined;
  readonly proposal?: Proposal;
  outcome: Outcome;
}

/** Every reference of every file, found by file, by what it names and by what it means. */
export class ReferenceStore {
  readonly #grammar: IdGrammar;
  readonly #kinds: readonly LinkKindRecord[];
  readonly #byFile = new Map<FilePath, readonly Ref[]>();
  readonly #byTarget = new MultiMap<string, Ref>();
  readonly #filesById = new MultiMap<string, FilePath>();
  readonly #idsByPrefix = new MultiMap<string, string>();
  readonly #notationsOfId = new MultiMap<string, string>();
  readonly #filesByUnknownId = new MultiMap<string, FilePath>();
  readonly #unknownIds = new NearIds();
  readonly #nearPrefixes = new NearIds();

  constructor(grammar: IdGrammar, kinds: readonly LinkKindRecord[]) {
    this.#grammar = grammar;
    this.#kinds = kinds;
  }

  /** Files with references, in no order. */
  files(): Iterable<FilePath> {
    return this.#byFile.keys();
  }

  /** References of a file, in no order. */
  inFile(path: FilePath): readonly Ref[] {
    return this.#byFile.get(path) ?? [];
  }

  /** References that mean the item, in no order. */
  to(key: string): Iterable<Ref> {
    return this.#byTarget.get(key);
  }

  /** Files that write the id. */
  filesNaming(id: string): Iterable<FilePath> {
    return this.#filesById.get(id);
  }

  /** Ids with the prefix that some file writes, or in words of the notation of which this is the mark. */
  idsWithPrefix(prefix: string): Iterable<string> {
    return this.#idsByPrefix.get(prefix);
  }

  /** Prefixes of ids that some file writes and that one letter makes another of this one. */
  prefixesNear(prefix: string): readonly string[] {
    return this.#nearPrefixes.near(prefix);
  }

  /** Files with a reference that has no meaning and is near this id. */
  filesNearlyNaming(id: string): readonly FilePath[] {
    return this.#unknownIds.near(id).flatMap((unknown) => [...this.#filesByUnknownId.get(unknown)]);
  }

  /**
   * Replaces the references of a file, none of them resolved yet.
   *
   * @param isRestated says of a requirement of the file whether it is only written again there.
   */
  replace(path: FilePath, facts: FileFacts | undefined, isRestated: (localId: string) => boolean): void {
    for (const ref of this.inFile(path)) {
      this.#unlink(ref);
      this.#filesById.delete(ref.reference.id, path);
      if (!this.#filesById.has(ref.reference.id)) this.#forgetId(ref);
    }
    const refs = facts ? refsOf(facts, this.#kinds, isRestated).flatMap((ref) => this.#readings(ref)) : [];
    if (refs.length) this.#byFile.set(path, refs);
    else this.#byFile.delete(path);
    for (const ref of refs) {
      this.#filesById.add(ref.reference.id, path);
      const prefix = this.#prefix(ref);
      if (prefix !== ref.reference.id && !this.#idsByPrefix.has(prefix)) this.#nearPrefixes.add(prefix);
      this.#idsByPrefix.add(prefix, ref.reference.id);
      const { id, notation } = ref.reference;
      if (notation === undefined) continue;
      this.#idsByPrefix.add(notationMark(notation), id);
      this.#notationsOfId.add(id, notation);
    }
  }

  /** Says what a reference of the store means from now on. */
  settle(ref: Ref, outcome: Outcome): void {
    this.#unlink(ref);
    ref.outcome = outcome;
    if (outcome.kind === 'item') this.#byTarget.add(outcome.key, ref);
  }

  /** To be called when all references of a file are settled. */
  noteUnknown(path: FilePath): void {
    for (const { reference, outcome } of this.inFile(path)) {
      if (outcome.kind !== 'unknown') continue;
      this.#filesByUnknownId.add(reference.id, path);
      this.#unknownIds.add(reference.id);
    }
  }

  #unlink(ref: Ref): void {
    if (ref.outcome.kind === 'item') this.#byTarget.delete(ref.outcome.key, ref);
    if (ref.outcome.kind !== 'unknown') return;
    this.#filesByUnknownId.delete(ref.reference.id, ref.path);
    if (!this.#filesByUnknownId.has(ref.reference.id)) this.#unknownIds.delete(ref.reference.id);
  }

  #readings(ref: Ref): readonly Ref[] {
    const joined = joinedOf(ref.reference, this.#grammar);
    if (!joined) return [ref];
    const { annotation, waiver } = ref;
    return [joined.whole, ...joined.parts].map((reference) => ({
      ...ref,
      reference,
      joined,
      ...(annotation && { annotation: { ...annotation, reference } }),
      ...(waiver && { waiver: { ...waiver, reference } }),
    }));
  }

  #forgetId(ref: Ref): void {
    const { id } = ref.reference;
    const prefix = this.#prefix(ref);
    this.#idsByPrefix.delete(prefix, id);
    if (prefix !== id && !this.#idsByPrefix.has(prefix)) this.#nearPrefixes.delete(prefix);
    for (const notation of this.#notationsOfId.get(id)) {
      this.#idsByPrefix.delete(notationMark(notation), id);
      this.#notationsOfId.delete(id, notation);
    }
  }

  #prefix(ref: Ref): string {
    return this.#grammar.prefixOf(ref.reference.id);
  }
}

/** True where the author plainly means an item, so that an id of an unknown prefix is a mistake, not a name. */
export function asksForItem({ use, annotation }: Pick<Ref, 'use' | 'annotation'>): boolean {
  return use !== 'mention' && annotation?.source !== 'test-title' && annotation?.source !== 'test-name';
}

/** True where what a reference means may depend on one of the ids. */
export function namesAny({ reference, joined }: Ref, ids: ReadonlySet<string>): boolean {
  return ids.has(reference.id) || (joined?.parts.some(({ id }) => ids.has(id)) ?? false);
}

/**
 * What a reference means for good: between the ends of a range, an item that does not exist is not missing, and none is named; nor is one missing with
 * whose id a line of a document begins.
 */
export function settled(outcome: Outcome, { between, leads }: Reference): Outcome {
  const isOpen = (between && outcome.kind !== 'item') || (leads && outcome.kind === 'unknown');
  return isOpen ? { kind: 'foreign' } : outcome;
}

function refsOf(facts: FileFacts, kinds: readonly LinkKindRecord[], isRestated: (localId: string) => boolean): Ref[] {
  const { path } = facts;
  const outcome: Outcome = { kind: 'foreign' };
  return [
    ...facts.annotations.map((annotation): Ref => {
      return { path, reference: annotation.reference, use: useOf(annotation, kinds), annotation, outcome };
    }),
    ...facts.waivers.map((waiver): Ref => ({ path, reference: waiver.reference, use: 'waives', waiver, outcome })),
    ...facts.requirements.flatMap(({ covers, localId, namespace }) => {
      const lower = { lower: localId, ...(namespace !== undefined && { namespace }) };
      return covers.map((reference): Ref => ({ path, reference, use: 'covers', ...lower, outcome }));
    }),
    ...(facts.proposals ?? []).map((proposal): Ref => ({ path, reference: proposal.reference, use: 'proposes', proposal, outcome })),
    ...facts.mentions.map((reference): Ref => ({ path, reference, use: 'mention', outcome })),
    ...facts.requirements
      .filter(({ place, localId }) => place !== undefined || isRestated(localId))
      .map((requirement) => restating(requirement, path)),
  ];
}

/** An item that is or may be written in several places is planned in those that do not have it. */
function restating({ localId, place, notation, idRange, nameRange }: RequirementFacts, path: FilePath): Ref {
  const reference: Reference = {
    text: place?.written ?? localId,
    id: localId,
    range: idRange ?? nameRange,
    ...(notation !== undefined && { notation }),
  };
  const annotation: Annotation = { kind: 'plans', source: 'keyword', reference };
  return { path, reference, use: 'plans', annotation, restates: localId, outcome: { kind: 'foreign' } };
}

function useOf(annotation: Annotation, kinds: readonly LinkKindRecord[]): 'implements' | 'verifies' | 'plans' {
  const meaning = meaningOfAnnotation(kinds, annotation);
  return meaning === 'verifies' || meaning === 'plans' ? meaning : 'implements';
}
