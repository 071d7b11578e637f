import type { FoundMapping } from '../../model/foundMapping.ts';
import type {
  Alias,
  Annotation,
  DocumentLink,
  FileFacts,
  FileRole,
  Part,
  Proposal,
  Reference,
  RequirementFacts,
  Waiver,
} from '../../model/facts.ts';
import type { Passage } from '../../model/quotation.ts';
import { emptyFacts } from '../../model/facts.ts';
import type { Problem } from '../../model/finding.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { FilePath, Range } from '../../model/position.ts';
import { comparePositions } from '../../model/position.ts';

/** What the readers of one file hand over, one fact at a time. */
export interface FactSink {
  /** An item that the file defines, with its criteria. */
  define(requirement: RequirementFacts): void;
  /** A reference that says how it counts. */
  refer(annotation: Annotation): void;
  /** A reference that says nothing about coverage. */
  mention(reference: Reference): void;
  waive(waiver: Waiver): void;
  /** What a change would do to a requirement of another document; the notation whose file it is says it alone. */
  propose(proposal: Proposal): void;
  link(link: DocumentLink): void;
  problem(problem: Problem): void;
  /** Where the file belongs, as far as that is known: `facts.belong(document)`. */
  belong(place: Belonging): void;
  /** A section as references may quote it. */
  passage(passage: Passage): void;
  /** A name for several items of the namespace of this file. */
  alias(alias: Alias): void;
  /** What a document says of itself: its key, and what its items need. */
  document(settings: { readonly documentKey?: string; readonly needs?: readonly LinkKind[] }): void;
  /** From which attributes or columns the file was read. */
  mapped(mapping: FoundMapping): void;
  /** All facts of a reader that makes them at once. */
  add(facts: FileFacts): void;
}

/** The namespace and the part of a file, and the files that it names, where its references look first. */
export interface Belonging {
  readonly namespace?: string | undefined;
  readonly part?: Part | undefined;
  readonly names?: readonly FilePath[] | undefined;
}

type Lists = Pick<FileFacts, 'requirements' | 'annotations' | 'waivers' | 'mentions' | 'links' | 'problems'>;

/** Takes the facts of all notations that read one file, and makes one of them. */
export class Facts implements FactSink {
  readonly #path: FilePath;
  readonly #role: FileRole;
  readonly #readers: { readonly yields: boolean; lists: { [Name in keyof Lists]: Lists[Name][number][] } }[] = [];
  #settings: Pick<FileFacts, 'documentKey' | 'needs' | 'namespace' | 'part' | 'names' | 'aliases' | 'mapping'> = {};
  readonly #passages: Passage[] = [];
  readonly #proposals: Proposal[] = [];

  constructor(path: FilePath, role: FileRole) {
    this.#path = path;
    this.#role = role;
  }

  /**
   * What comes from here on is of another notation.
   *
   * @param yields true for one that is read everywhere, which says nothing of a line in which another one defines.
   */
  begin(yields = false): void {
    this.#readers.push({ yields, lists: { requirements: [], annotations: [], waivers: [], mentions: [], links: [], problems: [] } });
  }

  define(requirement: RequirementFacts): void {
    this.#lists.requirements.push(requirement);
  }

  refer(annotation: Annotation): void {
    this.#lists.annotations.push(annotation);
  }

  mention(reference: Reference): void {
    this.#lists.mentions.push(reference);
  }

  waive(waiver: Waiver): void {
    this.#lists.waivers.push(waiver);
  }

  propose(proposal: Proposal): void {
    this.#proposals.push(proposal);
  }

  link(link: DocumentLink): void {
    this.#lists.links.push(link);
  }

  problem(problem: Problem): void {
    this.#lists.problems.push(problem);
  }

  belong({ namespace, part, names }: Belonging): void {
    this.#settings = {
      ...this.#settings,
      ...(namespace !== undefined && { namespace }),
      ...(part && { part }),
      ...(names && { names }),
    };
  }

  passage(passage: Passage): void {
    this.#passages.push(passage);
  }

  alias(alias: Alias): void {
    this.#settings = { ...this.#settings, aliases: [...(this.#settings.aliases ?? []), alias] };
  }

  document(settings: Pick<FileFacts, 'documentKey' | 'needs'>): void {
    this.#settings = { ...this.#settings, ...settings };
  }

  mapped(mapping: FoundMapping): void {
    this.#settings = { ...this.#settings, mapping };
  }

  add({ requirements, annotations, waivers, mentions, links, problems, ...settings }: FileFacts): void {
    const { path: _path, role: _role, ...rest } = settings;
    this.#settings = { ...this.#settings, ...rest };
    // Handed over whole: most files have one reader, whose lists are the file's.
    this.#reader.lists = {
      requirements: [...requirements],
      annotations: [...annotations],
      waivers: [...waivers],
      mentions: [...mentions],
      links: [...links],
      problems: [...problems],
    };
  }

  /**
   * The facts of the file. Where several notations read it, a line defines for one of them: a written mark goes before a heading or list of one
   * that is read everywhere, which makes no implicit item of a section in which another notation defines; of references that overlap, the longest is the one.
   */
  finish(): FileFacts {
    const proposals = this.#proposals;
    const passages = this.#passages;
    const base = {
      ...emptyFacts(this.#path, this.#role),
      ...this.#settings,
      ...(proposals.length > 0 && { proposals }),
      ...(passages.length > 0 && { passages }),
    };
    const [only, ...others] = this.#readers;
    if (!only) return base;
    return { ...base, ...(others.length === 0 ? only.lists : merged(this.#readers)) };
  }

  get #reader() {
    const reader = this.#readers.at(-1);
    if (!reader) throw new Error('No notation has begun to read');
    return reader;
  }

  get #lists() {
    return this.#reader.lists;
  }
}

function merged(readers: readonly { readonly yields: boolean; readonly lists: Lists }[]): Lists {
  const all = <Name extends keyof Lists>(name: Name): Lists[Name][number][] =>
    readers.flatMap(({ lists }) => lists[name] as Lists[Name][number][]);
  const foreign = readers.filter(({ yields }) => !yields).flatMap(({ lists }) => lists.requirements);
  const requirements = readers.flatMap(({ yields, lists }) =>
    yields ? lists.requirements.filter((requirement) => !isTakenBy(foreign, requirement)) : lists.requirements,
  );
  // An ID that one notation defines or covers is not a mention in the words of everybody.
  const said = foreign.flatMap(({ idRange, covers }) => [...(idRange ? [idRange] : []), ...covers.map(({ range }) => range)]);
  const mentions = readers.flatMap(({ yields, lists }) =>
    yields ? lists.mentions.filter(({ range }) => !said.some((one) => overlap(one, range))) : lists.mentions,
  );
  const taken = longestFirst([
    ...all('annotations').map(({ reference }) => reference.range),
    ...all('waivers').map(({ reference }) => reference.range),
    ...mentions.map(({ range }) => range),
  ]);
  const isKept = (range: Range): boolean => taken.has(range);
  return {
    requirements: requirements.toSorted((a, b) => comparePositions(a.nameRange.start, b.nameRange.start)),
    annotations: all('annotations')
      .filter(({ reference }) => isKept(reference.range))
      .sort((a, b) => byStart(a.reference.range, b.reference.range)),
    waivers: all('waivers')
      .filter(({ reference }) => isKept(reference.range))
      .sort((a, b) => byStart(a.range, b.range)),
    mentions: mentions.filter(({ range }) => isKept(range)).sort((a, b) => byStart(a.range, b.range)),
    links: all('links').sort((a, b) => byStart(a.range, b.range)),
    problems: problemsOf(readers).sort((a, b) => byStart(a.range, b.range)),
  };
}

/** What is wrong; a line in which one notation says something is not nearly something in one that is read everywhere. */
function problemsOf(readers: readonly { readonly yields: boolean; readonly lists: Lists }[]): Problem[] {
  const said = new Set<number>();
  for (const { yields, lists } of readers) {
    if (yields) continue;
    for (const { idRange, nameRange, covers } of lists.requirements)
      for (const { start } of [idRange ?? nameRange, ...covers.map(({ range }) => range)]) said.add(start.line);
    for (const { range } of lists.mentions) said.add(range.start.line);
  }
  return readers.flatMap(({ yields, lists: { problems } }) =>
    yields ? problems.filter(({ code, range }) => code !== 'near-miss' || !said.has(range.start.line)) : problems,
  );
}

/** True for what was made of a line that another notation defines in, or an implicit item of such a section. */
function isTakenBy(foreign: readonly RequirementFacts[], { implicit, nameRange, range }: RequirementFacts): boolean {
  return foreign.some(({ nameRange: { start } }) =>
    implicit ? range.start.line <= start.line && start.line <= range.end.line : start.line === nameRange.start.line,
  );
}

/** Of ranges that overlap the longest, of those the first given; each line is looked at on its own. */
function longestFirst(ranges: readonly Range[]): ReadonlySet<Range> {
  const kept = new Set<Range>();
  const byLine = new Map<number, Range[]>();
  const length = ({ start, end }: Range): number => end.character - start.character;
  for (const range of [...ranges].sort((a, b) => length(b) - length(a))) {
    const line = byLine.get(range.start.line) ?? [];
    if (line.some((other) => overlap(range, other))) continue;
    kept.add(range);
    byLine.set(range.start.line, [...line, range]);
  }
  return kept;
}

/** True for two ranges of one line that have a letter in common. */
function overlap(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character < b.end.character && b.start.character < a.end.character;
}

function byStart(a: Range, b: Range): number {
  return comparePositions(a.start, b.start);
}
