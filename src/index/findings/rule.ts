import type { Notation } from '../../formats/notation/notation.ts';
import { notationOfWords } from '../../formats/notation/notation.ts';
import type { Configuration } from '../../model/configuration.ts';
import type { Declaration, FileFacts, Part, Proposal, Reference, RequirementFacts, Waiver } from '../../model/facts.ts';
import type { UnknownAttribute } from '../unknownAttributes.ts';
import type { WrittenGlob } from '../../model/writtenGlob.ts';
import type { Fix, FindingCode, RelatedPlace, Severity } from '../../model/finding.ts';
import type { Coverage, Item, RequirementItem, ResolvedReference } from '../../model/item.ts';
import { inARow, say } from '../../model/message.ts';
import type { Message, MessageValue } from '../../model/message.ts';
import type { FilePath, Range } from '../../model/position.ts';
import type { QuotedNow } from '../references/quotedNow.ts';
import type { LinkTargets } from '../references/documentLinks.ts';
import type { Followed, WrittenLink } from '../sites/followLink.ts';
import type { PlacedPage } from '../sites/siteIndex.ts';

/** A reference that a rule looks at; definitions and foreign ids are left out. */
export interface CheckedReference extends ResolvedReference {
  readonly waiver?: Waiver;
  /** Of a `covers`: the requirement that says so. */
  readonly lower?: RequirementItem;
  readonly proposal?: Proposal;
}

/** A finding before file and severity are put to it. */
export interface Draft {
  readonly range: Range;
  readonly message: Message;
  /** Key of the item that it is about. */
  readonly item?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** True for one about a mention. */
  readonly mention?: true;
  /** What it is at most, unless the configuration gives its kind a severity. */
  readonly atMost?: Severity;
}

/**
 * A file as a rule sees it. Whatever a rule learns of other files it learns through these methods:
 * they note what the findings depend on, so that they are made again when that changes.
 */
export interface CheckedFile {
  readonly path: FilePath;
  readonly facts: FileFacts;
  readonly configuration: Configuration;
  readonly today: string;
  /** Those that items may be written in. */
  readonly notations: readonly Notation[];
  /** Requirements that the file defines. */
  readonly requirements: readonly RequirementItem[];
  /** In order of place. */
  readonly references: readonly CheckedReference[];
  /** Of an item that the file defines. */
  coverage(item: Item): Coverage;
  /** The place of an item as a related place. */
  place(item: Item, message: Message): RelatedPlace;
  pin(item: Item): string;
  /** What a reference to its present version says: the revision of its notation, else its pin. */
  revision(item: Item): string;
  /** The revision that the item's notation writes, `2`; undefined where it writes none. */
  writtenRevision(item: Item): string | undefined;
  /** True for what a link says of the version that it was made for, if that is the present one. */
  isCurrent(revision: string, item: Item): boolean;
  /** The shortest reference to the item, written in this file. */
  referenceTo(item: Item): string;
  /** The document that has the key which this one claims too. */
  keyRival(): FilePath | undefined;
  /** Requirements of the file whose ids another document of their namespace has. */
  rivals(): readonly { readonly facts: RequirementFacts; readonly path: FilePath }[];
  /** Requirements that the file plans and that exist already, with what has their key. */
  plannedTwice(): readonly { readonly facts: RequirementFacts; readonly item: RequirementItem }[];
  /** True if a requirement of that id counts in the namespace. */
  counts(namespace: string, id: string): boolean;
  /** True if the link leads to a file or folder that exists. */
  leadsSomewhere(targets: Extract<LinkTargets, { kind: 'inside' }>): boolean;
  exists(path: FilePath): boolean;
  /** Where a link leads on the site that its page is part of; undefined for a file that no site has. */
  follow(link: WrittenLink): Followed | undefined;
  /** Another file as a page of its site. */
  page(path: FilePath): PlacedPage | undefined;
  /**
   * The document that a link leads to, with what can be meant in it; undefined where that is not known.
   *
   * @param page the one that the site of the file leads to.
   */
  destination(targets: LinkTargets, page: FilePath | undefined): Destination | undefined;
  /** The whole folder: whether any document defines a requirement, counted or planned, and globs of reqtrace.yaml by which nothing was found. */
  folder(): { readonly definesAnything: boolean; readonly unmatched: readonly WrittenGlob[] };
  /** Conditions of reqtrace.yaml on attributes that no item has. */
  unknownAttributes(): readonly UnknownAttribute[];
  /** What is wrong with the file as one with test results. */
  evidenceProblems(): readonly Draft[];
  /** When a file changed last, in milliseconds since 1970. */
  modified(path: FilePath): number;
  /** The file with line coverage that says that no line of the declaration, which is in this file, ever ran. */
  notExecuted(declaration: Declaration): FilePath | undefined;
  /** Where a text that a reference quotes stands now; undefined where nobody finds it. */
  quotedNow(reference: Reference): QuotedNow | undefined;
  /** The cycle that a `covers` closes, as requirements; undefined if it closes none. */
  cycle(lower: RequirementItem, higher: RequirementItem): readonly RequirementItem[] | undefined;
}

/** A document that a link leads to. */
export interface Destination {
  readonly path: FilePath;
  readonly anchors: readonly string[];
  /** True where it is known how its site makes anchors. */
  readonly exact: boolean;
}

/** One rule of the findings: what it looks for, and how it says so. */
export interface FindingRule {
  readonly code: FindingCode;
  check(file: CheckedFile): readonly Draft[];
}

/** What a rule about one requirement sees of the file that defines it; nothing of other requirements but `isLinked`. */
export interface CheckedDocument extends Pick<CheckedFile, 'path' | 'configuration' | 'coverage' | 'modified'> {
  /** True if code, a test or another document links to anything that the file defines. */
  readonly isLinked: boolean;
}

/**
 * A rule about one requirement and its criteria. What it says stays the same as long as these and their coverage do, so it is not asked again; only where
 * results are outdated may it look at times of other files.
 */
export interface RequirementRule {
  readonly code: FindingCode;
  check(requirement: RequirementItem, document: CheckedDocument): readonly Draft[];
}

/** Parts of a namespace that speak of its items before anybody has built them. */
const WORKING: ReadonlySet<Part | undefined> = new Set<Part>(['plan', 'tasks', 'design', 'checklist', 'delta']);

/**
 * What a reference that leads nowhere, or to several, is at most: an error behind a keyword, in `covers` and in a waiver, a warning in the title of a
 * test and in the working files of a namespace, and as a mention a hint, or where it is a number that nothing ties to a namespace.
 */
export function severityOf(
  { facts }: Pick<CheckedFile, 'facts'>,
  { use, annotation, reference, resolution }: Pick<CheckedReference, 'use' | 'annotation' | 'reference' | 'resolution'>,
): Severity {
  if (use === 'mention' || (reference.reach === 'only' && resolution.kind === 'ambiguous')) return 'information';
  if (annotation?.source === 'test-title' || annotation?.source === 'test-name') return 'warning';
  return use === 'plans' || use === 'proposes' || WORKING.has(facts.part) ? 'warning' : 'error';
}

/** The most related places or fixes that one finding lists. */
export const MOST_LISTED = 10;

/** A document key in a reference has letters, digits, `_`, `.`, `/` and `-` only. */
const WRITABLE = /^[\p{L}\p{M}\p{N}_./-]*(?:#[\p{L}\p{M}\p{N}_./-]+)?$/u;

/** What people call an item: its id, or for an implicit requirement, which has none, its title: `AC2 of "Counter Readiness"`. */
export function nameOf(item: Item): MessageValue {
  if (item.type === 'requirement') return item.facts.implicit ? say('"{0}"', item.facts.title) : item.id;
  const byTitle = item.requirement.facts.implicit && !item.facts.whole;
  if (!byTitle) return item.id;
  return item.facts.implicit
    ? say('"{0}" of "{1}"', item.facts.text, item.requirement.facts.title)
    : say('{0} of "{1}"', item.facts.localId, item.requirement.facts.title);
}

/** `a, b and 3 more` */
export function listSome(names: readonly MessageValue[]): MessageValue {
  const shown = inARow(names.slice(0, MOST_LISTED));
  return names.length > MOST_LISTED ? say('{0} and {1} more', shown, names.length - MOST_LISTED) : shown;
}

/**
 * The text that puts another item in the place of a reference as it is written, the pin kept;
 * undefined where that cannot be: only the criterion is written there, a name allows no document, or
 * the document's key has a space or the like in it.
 *
 * @param target a reference that resolves from the file, `IP-1.1.2/AC1`.
 */
function rewritten(file: Pick<CheckedFile, 'notations'>, checked: ResolvedReference, target: string): string | undefined {
  const { reference, annotation } = checked;
  if (reference.notation !== undefined) return inItsOwnWords(file, checked, target);
  if (!WRITABLE.test(target)) return undefined;
  const pin = pinSuffix(reference);
  if (reference.composed) {
    const stem = `${reference.id}/`;
    return target.startsWith(stem) ? target.slice(stem.length) + pin : undefined;
  }
  if (annotation?.source === 'test-name') {
    return target.includes('#') ? undefined : target.replace('/', '__').replace(/[-.]/gu, '_');
  }
  return target + pin;
}

/** The same for a reference in words of another notation than the house: `%%boil` for `%%boill`; it gets no part that it does not have. */
function inItsOwnWords(file: Pick<CheckedFile, 'notations'>, checked: ResolvedReference, target: string): string | undefined {
  const { text } = checked.reference;
  const { document, id, criterion } = notationOfWords(file.notations, checked.reference)?.ids.parts?.(checked) ?? {};
  const words = inWordsOf(file, checked.reference, target);
  if (id && words !== undefined) return text.slice(0, id[0]) + words + text.slice((criterion ?? id)[1]);
  if (!id || target.includes('#') !== Boolean(document) || target.includes('/') !== Boolean(criterion)) return undefined;
  return text.slice(0, (document ?? id)[0]) + target + text.slice((criterion ?? id)[1]);
}

/**
 * A reference as the index writes it, `kettle#REQ-1/AC1`, in the words of another one's notation, `1.1`; undefined where these are the same, and for
 * one that would not be found from there without its namespace.
 */
export function inWordsOf({ notations }: Pick<CheckedFile, 'notations'>, reference: Reference, target: string): string | undefined {
  const at = target.indexOf('#');
  const namespace = at < 0 ? undefined : target.slice(0, at);
  const { scope } = reference;
  if (namespace !== undefined && scope !== namespace && scope?.endsWith(`/${namespace}`) !== true) return undefined;
  const [id = '', criterion] = target.slice(at + 1).split('/');
  return notationOfWords(notations, reference)?.ids.written?.({ id, ...(criterion !== undefined && { criterion }) });
}

/** One fix that changes a reference into another; none where that cannot be written. */
export function changeTo(
  file: Pick<CheckedFile, 'notations'>,
  checked: ResolvedReference,
  target: string,
  preferred: boolean,
): readonly Fix[] {
  const newText = rewritten(file, checked, target);
  if (newText === undefined || newText === checked.reference.text) return [];
  const edits = [{ path: checked.path, range: checked.reference.range, newText }];
  return [{ title: say('Change to {0}', inWordsOf(file, checked.reference, target) ?? target), edits, ...(preferred && { preferred }) }];
}

function pinSuffix({ revision }: Reference): string {
  return revision === undefined ? '' : `~${revision}`;
}
