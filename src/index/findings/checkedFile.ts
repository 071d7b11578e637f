import type { Notation } from '../../formats/notation/notation.ts';
import type { FileFacts } from '../../model/facts.ts';
import type { WrittenGlob } from '../../model/writtenGlob.ts';
import type { Configuration } from '../../model/configuration.ts';
import type { Coverage, Item, RequirementItem, Resolution } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import type { CoverageStore } from '../coverage/coverageStore.ts';
import type { CoverGraph } from '../coverage/coverGraph.ts';
import type { EvidenceStore } from '../evidence/evidenceStore.ts';
import type { FileSet } from '../fileSet.ts';
import type { Dependency } from './findingStore.ts';
import type { ItemStore } from '../items/itemStore.ts';
import { compareReferences } from '../order.ts';
import { isCurrent, pinOf, revisionOf } from '../items/pins.ts';
import type { LinkTargets } from '../references/documentLinks.ts';
import { quotedNow } from '../references/quotedNow.ts';
import type { Quotes } from '../references/quotes.ts';
import type { Ref, ReferenceStore } from '../references/referenceStore.ts';
import type { Meaning, Outcome, Resolver } from '../references/resolution.ts';
import type { UnknownAttribute } from '../unknownAttributes.ts';
import { followLink } from '../sites/followLink.ts';
import type { SiteIndex } from '../sites/siteIndex.ts';
import type { CheckedFile, CheckedReference, Destination } from './rule.ts';

/** What the rules may learn of the index, such as whether a path exists or what a reference means; the state of the index is one. */
export interface CheckedSources {
  readonly configuration: Configuration;
  readonly today: string;
  readonly notations: readonly Notation[];
  readonly files: FileSet;
  readonly items: ItemStore;
  readonly references: ReferenceStore;
  readonly resolver: Resolver;
  readonly quotes: Quotes;
  readonly sites: SiteIndex;
  readonly covers: CoverGraph;
  readonly coverage: CoverageStore;
  readonly evidence: EvidenceStore;
  resolution(outcome: Outcome, meaning: Meaning, from: FilePath): Resolution;
  facts(path: FilePath): FileFacts | undefined;
  lowerOf(ref: Ref): RequirementItem | undefined;
  readonly definesAnything: boolean;
  readonly unmatched: readonly WrittenGlob[];
  readonly unknownAttributes: readonly UnknownAttribute[];
}

/**
 * A file for the rules to look at.
 *
 * @param dependencies takes whatever the rules asked of other files.
 */
export function checkedFile(state: CheckedSources, facts: FileFacts, dependencies: Set<Dependency>): CheckedFile {
  const { path } = facts;
  const exists = (target: string) => dependencies.add(`path:${target}`) && state.files.has(target);
  const noted = (item: Item): Item => {
    dependencies.add(`item:${item.key}`);
    // A criterion may be called by the title of its requirement.
    if (item.type === 'criterion') dependencies.add(`item:${item.requirement.key}`);
    return item;
  };
  return {
    path,
    facts,
    configuration: state.configuration,
    today: state.today,
    notations: state.notations,
    requirements: state.items.document(path)?.requirements ?? [],
    references: checkedReferences(state, path),
    coverage: (item) => coverageOf(state, item),
    place: (item, message) => ({ path: noted(item).path, range: item.facts.nameRange, message }),
    pin: (item) => pinOf(noted(item)),
    revision: (item) => revisionOf(noted(item)),
    isCurrent: (revision, item) => isCurrent(revision, noted(item)),
    writtenRevision: (item) => noted(item).facts.revision,
    referenceTo(item) {
      dependencies.add(`id:${item.facts.localId}`);
      if (item.type === 'criterion') dependencies.add(`id:${item.requirement.facts.localId}`);
      return state.resolver.referenceTo(item, path);
    },
    keyRival: () => state.items.keyRival(path),
    rivals: () => state.items.rivals(path),
    plannedTwice: () => state.items.plannedTwice(path),
    counts(namespace, id) {
      dependencies.add(`id:${id}`);
      const item = state.items.requirement(`${namespace}#${id}`);
      return item !== undefined && item.facts.planned === undefined;
    },
    leadsSomewhere({ files, folder }) {
      dependencies.add(`path:${folder}`);
      return files.some(exists) || state.files.hasFolder(folder);
    },
    ...siteQuestions(state, path, dependencies, exists),
    unknownAttributes: () => state.unknownAttributes,
    folder: () => folderOf(state, dependencies),
    evidenceProblems: () => state.evidence.problemsOf(path),
    modified: (of) => state.evidence.modified(of),
    notExecuted: (declaration) => state.evidence.notExecuted(path, declaration),
    quotedNow: ({ quote, id, document = '' }) => quote && quotedNow(quote, id, state.quotes.passagesOf(document)),
    cycle: (lower, higher) => cycleOf(state, lower, higher),
  };
}

/** What links ask of the site of their page. */
function siteQuestions(
  state: CheckedSources,
  path: FilePath,
  dependencies: Set<Dependency>,
  exists: (path: FilePath) => boolean,
): Pick<CheckedFile, 'exists' | 'follow' | 'page' | 'destination'> {
  return {
    exists,
    follow: (link) => followLink(state.sites, path, link, { exists, asks: (what) => dependencies.add(what) }),
    page(of) {
      dependencies.add(`anchors:${of}`);
      return state.sites.page(of);
    },
    destination: (targets, page) => destinationOf(state, path, targets, page, dependencies),
  };
}

function coverageOf(state: CheckedSources, { key }: Item): Coverage {
  const coverage = state.coverage.get(key);
  if (!coverage) throw new RangeError(`No coverage of ${key}`);
  return coverage;
}

function cycleOf({ covers, items }: CheckedSources, lower: RequirementItem, higher: RequirementItem): ReturnType<CheckedFile['cycle']> {
  if (!covers.isCycle(lower.key, higher.key)) return undefined;
  return covers.cycleFrom(lower.key, higher.key).flatMap((key) => items.requirement(key) ?? []);
}

function folderOf({ definesAnything, unmatched }: CheckedSources, dependencies: Set<Dependency>): ReturnType<CheckedFile['folder']> {
  dependencies.add('folder');
  return { definesAnything, unmatched };
}

function destinationOf(
  state: CheckedSources,
  from: FilePath,
  targets: LinkTargets,
  page: FilePath | undefined,
  dependencies: Set<Dependency>,
): Destination | undefined {
  if (targets.kind === 'outside' && page === undefined) return undefined;
  const exists = (file: FilePath): boolean => dependencies.add(`path:${file}`) && state.files.has(file);
  const path = page ?? (targets.kind === 'inside' ? targets.files.find(exists) : from);
  if (path === undefined) return undefined;
  const anchors = anchorsOf(state, path, dependencies);
  const site = state.sites.page(path)?.site;
  return anchors && { path, anchors, exact: site !== undefined && !site.traits.includes('own-anchors') };
}

/** The anchors of a page with those of all pages that are put into it; undefined where any may have others. */
function anchorsOf(state: CheckedSources, page: FilePath, dependencies: Set<Dependency>): readonly string[] | undefined {
  const anchors: string[] = [];
  const read = new Set([page]);
  for (const path of read) {
    dependencies.add(`anchors:${path}`);
    const facts = state.facts(path);
    if (!facts?.anchors) return undefined;
    anchors.push(...facts.anchors);
    for (const partial of facts.page?.partials ?? []) read.add(partial);
  }
  return anchors;
}

function checkedReferences(state: CheckedSources, path: string): readonly CheckedReference[] {
  const references: CheckedReference[] = [];
  for (const ref of state.references.inFile(path)) {
    const { reference, use, annotation, waiver, proposal, outcome } = ref;
    if (outcome.kind === 'foreign') continue;
    const lower = use === 'covers' ? state.lowerOf(ref) : undefined;
    references.push({
      path,
      reference,
      use,
      resolution: state.resolution(outcome, reference, path),
      ...(annotation && { annotation }),
      ...(waiver && { waiver }),
      ...(lower && { lower }),
      ...(proposal && { proposal }),
    });
  }
  return references.sort(compareReferences);
}
