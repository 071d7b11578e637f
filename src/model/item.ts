import type { LinkResult, Proof } from './evidence.ts';
import type { Annotation, CriterionFacts, Proposal, Reference, RequirementFacts, Waiver } from './facts.ts';
import type { FilePath, Location, Range } from './position.ts';
import type { LinkKind } from './linkKind.ts';
import type { Status } from './status.ts';

/** A requirement in the index. */
export interface RequirementItem {
  readonly type: 'requirement';
  /** Unique in the workspace folder: `docs/product-launch#IP-1.1.1`. */
  readonly key: string;
  /** What people call it: `IP-1.1.1`, `Requirement 1` of Kiro; for an implicit requirement the same as the key. */
  readonly id: string;
  readonly path: FilePath;
  readonly documentKey: string;
  /** `house`, or the notation that it is written in. */
  readonly notation: string;
  /** Where its id is numbered; of the house, the document's key. */
  readonly namespace: string;
  readonly facts: RequirementFacts;
  readonly criteria: readonly CriterionItem[];
}

/** A criterion in the index. */
export interface CriterionItem {
  readonly type: 'criterion';
  /** `docs/product-launch#IP-1.1.1/AC2`. */
  readonly key: string;
  /** What people call it: `IP-1.1.1/AC2`, a whole id, `AC-US1-01`, or `1.2` of Kiro. */
  readonly id: string;
  readonly path: FilePath;
  readonly facts: CriterionFacts;
  readonly requirement: RequirementItem;
}

/** Anything that can be pointed at. */
export type Item = RequirementItem | CriterionItem;

/** What coverage is counted in: the criteria of a requirement, or the requirement itself if it has none. */
export function unitsOf(requirement: RequirementItem): readonly Item[] {
  return requirement.criteria.length ? requirement.criteria : [requirement];
}

/** The requirement that an item is or belongs to: `IP-1.1.1` for `IP-1.1.1` and for `IP-1.1.1/AC2`. */
export function requirementOf(item: Item): RequirementItem {
  return item.type === 'requirement' ? item : item.requirement;
}

/** The id by which references name an item whatever people call it: `REQ-1/AC2` for `1.2` of Kiro; of an implicit requirement the key. */
export function normalIdOf(item: Item): string {
  if (item.type === 'requirement') return item.facts.implicit ? item.key : item.facts.localId;
  return item.facts.whole ? item.facts.localId : `${normalIdOf(item.requirement)}/${item.facts.localId}`;
}

/** What people call an item where its requirement is plain to see: `AC2`, or `1.2` of Kiro. */
export function shortNameOf({ facts }: Item): string {
  return facts.shown ?? facts.localId;
}

/** A requirement, as an item or as facts, and behind it its criteria: both can be pointed at. */
export function withCriteria<Requirement extends { readonly criteria: readonly unknown[] }>(
  requirement: Requirement,
): readonly (Requirement | Requirement['criteria'][number])[] {
  return [requirement, ...requirement.criteria];
}

/** An item and what is part of it, the criteria of a requirement: both for `IP-1.1`, itself alone for `IP-1.1/AC2`. */
export function withParts(item: Item): readonly Item[] {
  return item.type === 'requirement' ? withCriteria(item) : [item];
}

/** An annotation resolved to an item. */
export interface Link {
  readonly kind: LinkKind;
  /** What the kind counts as. */
  readonly is: 'implements' | 'verifies';
  /** Key of the item that the annotation names (for an inherited link, the requirement). */
  readonly target: string;
  readonly path: FilePath;
  readonly annotation: Annotation;
  /** Made for another revision than the item's, as for a text that has changed since. */
  readonly stale: boolean;
  /** What the newest test results say of it; absent for code, and for a test that they do not name. */
  readonly result?: LinkResult;
}

/** A waiver resolved to an item. */
export interface ItemWaiver {
  readonly waiver: Waiver;
  readonly path: FilePath;
  /** False once its last day has passed. */
  readonly valid: boolean;
}

/** A place in a task or a design that names an item: shown, and never counted. */
export interface Plan {
  readonly path: FilePath;
  readonly range: Range;
  /** Of a task: whether it is ticked. */
  readonly done?: boolean;
  /** What it says besides, such as the issue in which that is to be done: `146`. */
  readonly note?: string;
}

/** What its tasks claim of an item: true where all that name it are ticked, false where one is not; undefined where no task names it. */
export function claimOf(plans: readonly Plan[] | undefined): boolean | undefined {
  const tasks = plans?.filter(({ done }) => done !== undefined) ?? [];
  return tasks.length === 0 ? undefined : tasks.every(({ done }) => done === true);
}

/** A requirement that covers an item of a level above it, as a design covers a requirement. */
export interface LowerItem {
  readonly key: string;
  /** Its artifact type, `dsn`; absent in notations that have none. */
  readonly level?: LinkKind;
  readonly status: Status;
  /** It covers the item as it is now. */
  readonly current: boolean;
  /** It covers, maybe besides, another revision of the item than the present one. */
  readonly stale: boolean;
  /** Each of its own needs has a link that is current and has not failed, over all levels below. */
  readonly satisfied: boolean;
}

/** Levels and kinds of which something covers an item as it is now, whether it has all that it needs itself or not: `['dsn']`. */
export function levelsBelow({ lower = [] }: Pick<Coverage, 'lower'>): readonly LinkKind[] {
  return lower.flatMap(({ level, current }) => (level !== undefined && current ? [level] : []));
}

/** Counts of criteria by status; a requirement without criteria counts as its own. */
export type StatusCounts = Readonly<Record<Status, number>>;

/** What a change would do to an item, and where it says so: a mark beside the status, which it does not touch. */
export interface Pending extends Location {
  readonly kind: Proposal['kind'];
  readonly change: string;
  /** Of a rename, the name that the item gets. */
  readonly to?: string;
}

/** What the index knows of an item beyond its text. */
export interface Coverage {
  readonly status: Status;
  /** What it must have. */
  readonly needs: readonly LinkKind[];
  /** What of that it lacks. */
  readonly missing: readonly LinkKind[];
  /** Shallow coverage: everything that it needs is there, whatever has become of it since. */
  readonly covered: boolean;
  /** Deep coverage: each need has a link that is current and has not failed, and so has every lower item that a need for a level asks for. */
  readonly satisfied: boolean;
  /** Every link that counts for it: its own first, then those its requirement passes on. */
  readonly links: readonly Link[];
  readonly waivers: readonly ItemWaiver[];
  /** Requirements that cover it, by key; absent where none does. */
  readonly lower?: readonly LowerItem[];
  /** Tasks and designs that name it; absent where none does. */
  readonly plans?: readonly Plan[];
  /** Of its criteria; for a criterion just itself. */
  readonly counts: StatusCounts;
  /** Whether tests have shown that it holds; of a requirement, that all its criteria do. */
  readonly proof: Proof;
  /** True if test results that count for it (or one of its criteria) are older than the test or the code that they speak of. */
  readonly outdated: boolean;
  /** What changes would do to it, by path, then by place; absent where there are none. */
  readonly pending?: readonly Pending[];
}

/**
 * How an item was found: its namespace is written in the reference (`qualified`) or around it (`scope`), the file belongs to it (`own`), its documents
 * name the file (`named`), it is of the notation of the reference, or its id is looked for `everywhere`.
 */
export type ResolutionStep = 'qualified' | 'scope' | 'own' | 'named' | 'notation' | 'everywhere';

/** What a reference points at. */
export type Resolution =
  | { readonly kind: 'item'; readonly item: Item; readonly step: ResolutionStep }
  /** More than one item could be meant; it links to nothing. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Item[] }
  /**
   * `suggestions` are references that are close, best first, written so that they resolve from this file; `declarable` is the prefix of one that is
   * like nothing here, so that it may be another tool's: `ENG`.
   */
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[]; readonly declarable?: string }
  /** An item that another tool keeps, as `keys` of the configuration declares: it does not count. */
  | { readonly kind: 'external'; readonly address: string }
  /** An id whose prefix no requirement uses: `UTF-8`. Silent. */
  | { readonly kind: 'foreign' };

/** The items that a reference may mean: one, several where it is ambiguous, or none. */
export function itemsMeant(resolution: Resolution): readonly Item[] {
  if (resolution.kind === 'item') return [resolution.item];
  return resolution.kind === 'ambiguous' ? resolution.candidates : [];
}

/** A reference in a file, with what the index made of it. */
export interface ResolvedReference {
  readonly path: FilePath;
  readonly reference: Reference;
  readonly use: 'implements' | 'verifies' | 'plans' | 'waives' | 'covers' | 'proposes' | 'mention' | 'definition';
  readonly annotation?: Annotation;
  readonly resolution: Resolution;
}
