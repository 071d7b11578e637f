import type { WrittenLink } from './sites/followLink.ts';
import type { Notation } from '../formats/notation/notation.ts';
import type { Configuration } from '../model/configuration.ts';
import type { CoveredLines, EvidenceFile } from '../model/evidence.ts';
import type { FileFacts, FileRole, Reference } from '../model/facts.ts';
import type { UnknownAttribute } from './unknownAttributes.ts';
import type { WrittenGlob } from '../model/writtenGlob.ts';
import type { Finding } from '../model/finding.ts';
import type { Coverage, Item, RequirementItem, Resolution, ResolvedReference, StatusCounts } from '../model/item.ts';
import type { FilePath, Location } from '../model/position.ts';
import type { PlacedPage } from './sites/siteIndex.ts';

/** A change of one file: its new facts, or none when it is gone. */
export interface FileChange {
  readonly path: FilePath;
  readonly facts: FileFacts | undefined;
}

/** What an update changed, so that every face refreshes only that. */
export interface IndexChange {
  /** Files whose findings, items or resolved references are no longer what they were. */
  readonly changedFiles: ReadonlySet<FilePath>;
  /** Keys of items that appeared, vanished, or whose text, coverage or place changed. */
  readonly changedItems: ReadonlySet<string>;
}

/** One document and the requirements that it defines, in its order. */
export interface DocumentView {
  readonly path: FilePath;
  readonly key: string;
  /** Those that count. */
  readonly requirements: readonly RequirementItem[];
  /** Those that a change would add: they can be referred to, and are in no count and no list but those of what is planned. */
  readonly planned: readonly RequirementItem[];
}

/**
 * The index as its readers see it. Every list has one order, by path, then by place, so the same
 * files give the same answers in whatever order they came.
 */
export interface IndexView {
  readonly configuration: Configuration;
  /** Those that its items may be written in, which know the words for what points at them. */
  readonly notations: readonly Notation[];
  /** A file as a page of the documentation site that has it; undefined for one that only a code host shows. */
  page(path: FilePath): PlacedPage | undefined;
  /** The file that a link leads to on the site of its page; undefined where it leads nowhere, or there is no site. */
  follow(link: WrittenLink, from: FilePath): FilePath | undefined;
  /** Last day of waivers is held against this day, `2026-11-21`. */
  readonly today: string;
  /** False as long as only documents and the texts of editors have been read: what requirements there are is known then, and their coverage is not. */
  readonly complete: boolean;
  /** Every path that the index knows to exist, facts or not, with its role; in no particular order. */
  readonly files: ReadonlyMap<FilePath, FileRole>;
  facts(path: FilePath): FileFacts | undefined;
  /** Documents that define at least one requirement which counts. */
  documents(): readonly DocumentView[];
  /** Requirements that count. */
  requirements(): Iterable<RequirementItem>;
  /** True if there is something that code can be traced to, counted or planned. */
  readonly definesAnything: boolean;
  /** Globs of reqtrace.yaml that match nothing: nobody knows what they were to find. */
  readonly unmatchedGlobs: readonly WrittenGlob[];
  /** Conditions of reqtrace.yaml on attributes that no item has. */
  readonly unknownAttributes: readonly UnknownAttribute[];
  /** Files with results of test runs and line coverage, in order of their paths. */
  readonly evidence: readonly EvidenceFile[];
  /** True if line coverage that is not outdated says which lines of the file ran, or that none did. */
  hasLines(path: FilePath): boolean;
  /** The lines of all such files, as of all runs together; worked out when asked for. */
  coveredLines(): ReadonlyMap<FilePath, CoveredLines>;
  /** Documents of changes that plan at least one requirement. */
  changes(): readonly DocumentView[];
  /** By key, `docs/launch#IP-1.1.1/AC2`. */
  item(key: string): Item | undefined;
  /** Where else the item is written than in the document that has it, nearest to the work first; nowhere for most. */
  furtherPlaces(item: Item): readonly Location[];
  /** Coverage of an item of this index; throws a RangeError for a key that `item` does not know. */
  coverage(key: string): Coverage;
  /**
   * What a reference means when it is written in this file. An id of an unknown prefix is `foreign`, also
   * where an annotation asks for it and `referencesIn` has it as `unknown`.
   */
  resolve(reference: Pick<Reference, 'id' | 'document' | 'criterion' | 'notation' | 'scope' | 'reach'>, from: FilePath): Resolution;
  /** Shortest reference that means the item when it is written in this file: `IP-1.1.1/AC2`, or with as much document as needed. */
  referenceTo(item: Item, from: FilePath): string;
  /** The pin of an item's present text, six hex digits. */
  pin(item: Item): string;
  /** What a reference to the item's present version says of it: the revision that its notation writes, else its pin. */
  revision(item: Item): string;
  /** References of one file in order of place, definitions of items included, `foreign` mentions left out. */
  referencesIn(path: FilePath): readonly ResolvedReference[];
  /** Every place that points at the item (not at its criteria or its requirement); its definition is not among them. */
  referencesTo(key: string): readonly ResolvedReference[];
  /** Findings of one file, by place. */
  findings(path: FilePath): readonly Finding[];
  /** Findings of all files, by path, then by place. */
  allFindings(): readonly Finding[];
  /** Of all criteria, requirements without criteria counted as their own. */
  counts(): StatusCounts;
}

/** What a document defines, what it only plans included; what it would make of others is a reference to those. */
export function definedIn(document: DocumentView | undefined): readonly RequirementItem[] {
  return document ? [...document.requirements, ...document.planned] : [];
}
