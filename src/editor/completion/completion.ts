import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { CompletionItemKind, MarkupKind } from 'vscode-languageserver-types';
import type { Extractor } from '../../formats/extraction/extract.ts';
import { notationOf, writerOf } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { Item, RequirementItem } from '../../model/item.ts';
import { itemsMeant } from '../../model/item.ts';
import { requirementOf, withCriteria } from '../../model/item.ts';
import type { FilePath, Position, Range } from '../../model/position.ts';
import { comparePositions } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';
import { plannedRequirements } from '../../query/changes.ts';
import { nameOf } from '../../query/list.ts';
import type { CompletionContext, OpenText } from './completionContext.ts';
import { completionContext } from './completionContext.ts';
import { configurationCompletion } from '../configuration/completion.ts';
import { itemMarkdown } from '../hover/itemMarkdown.ts';
import { shorten } from '../hover/markdown.ts';
import type { UriOf } from '../place.ts';
import { lspRange } from '../place.ts';
import { requirementsIn } from '../requirementsIn.ts';
import { stateWords, statusSign, statusWords } from '../hover/statusWords.ts';
import { quotationCompletion } from './quotationCompletion.ts';
import { wordCompletion } from './wordCompletion.ts';

/** Most proposals of one answer; with more the editor asks again as the reference is typed on. */
export const MOST_COMPLETIONS = 200;

/** Of so many letters words of criteria are found. */
const FEWEST_LETTERS = 3;

/** What still needs work comes first. */
const RANK: Readonly<Record<Status, number>> = { unmet: 0, partial: 1, failing: 2, stale: 3, met: 4, waived: 5, exempt: 6 };

/** One thing to propose. Plain data, since there may be many thousands at each key. */
interface Candidate {
  readonly item: Item;
  /** How it would be written; absent for the shortest reference, which is worked out only for what is shown. */
  readonly written?: string;
  /** What the typed text is held against, beside the words of the item; absent for `written`, else for the id and the document. */
  readonly filter?: string;
}

/** What a proposal carries until its details are asked for. */
export interface CompletionData {
  /** Key of the item: `docs/launch#IP-1.1.1`. */
  readonly key: string;
}

// @implements RT-7.2~e2e99d
/**
 * Completion where a reference is being written: requirements, and behind `IP-1.1.1/` its criteria; what is
 * unmet first, then what stands near the item that this file referred to last. Behind `@` in a comment the keywords, in
 * `**Needs**:` the kinds of link; in reqtrace.yaml its keys and values. Null anywhere else.
 */
export function completion(view: IndexView, text: OpenText, position: Position, extractor: Extractor): CompletionList | null {
  const words = wordCompletion(text, position, extractor) ?? quotationCompletion(view, text, position, extractor);
  if (words) return words;
  const context = completionContext(text, position, extractor);
  if (!context) return extractor.roleOf(text.path) === 'configuration' ? (configurationCompletion(text.getText(), position) ?? null) : null;
  const own = ownerAt(view, text.path, position);
  const { notation } = context;
  const found = inWords(view, text.path, context);
  const byWords = found === undefined && wordsMayFind(context);
  const all = [...(found ?? candidates(view, text.path, context)), ...(byWords ? criteriaByWords(view, context.typed) : [])].filter(
    ({ item }) => item !== own && (notation === undefined || requirementOf(item).notation === notation),
  );
  // Few enough are left to the editor, whose fuzzy search finds more than ours would.
  const fitting = all.length > MOST_COMPLETIONS && context.typed !== '' ? all.filter(matcher(context.typed)) : all;
  const shown = first(view, fitting, lastUsed(view, text.path, position));
  // The words of those that are read everywhere belong to all items, but not every notation's bare id is a reference in them; a key is.
  const referenceTo = (item: Item): string => {
    const reference = (notation !== undefined && writerOf(view.notations, item).name?.(item)) || view.referenceTo(item, text.path);
    const reads = notation !== undefined || notationOf(view.notations, item)?.everywhere || extractor.ids.parse(reference);
    if (!reads) return otherForm(view, item, text.path, extractor) ?? item.key;
    // Where a notation has revisions, a reference without one is none, or one for the first.
    const revise = notation !== undefined && item.facts.revision !== undefined ? writerOf(view.notations, item).revise : undefined;
    return revise?.(reference, item.facts.revision ?? '') ?? reference;
  };
  return {
    // With a letter more, criteria are found that are not among these.
    isIncomplete: shown.length < all.length || (byWords && context.typed.length < FEWEST_LETTERS),
    items: shown.map((candidate, index) =>
      completionItem(view, candidate, candidate.written ?? referenceTo(candidate.item), context.range, index),
    ),
  };
}

/** Another id of an item that is one everywhere, and means it: `REQ-001` of `REQ001`, which Doorstop takes for the same. */
function otherForm(view: IndexView, item: Item, path: FilePath, { ids }: Extractor): string | undefined {
  if (item.type !== 'requirement') return undefined;
  return item.facts.aliases?.find((alias) => {
    const parts = ids.parse(alias);
    return parts !== undefined && itemsMeant(view.resolve(parts, path)).every(({ key }) => key === item.key);
  });
}

/** Status in words, text, criteria and places of a proposal, made when the editor shows it; undefined if the item is gone. */
export function completionDetails(
  view: IndexView,
  { key }: CompletionData,
  uriOf: UriOf,
): Pick<CompletionItem, 'detail' | 'documentation'> | undefined {
  const item = view.item(key);
  if (!item) return undefined;
  const detail = view.complete ? statusWords(item, view.coverage(key), view.configuration.kinds) : stateWords(view, item);
  return { detail, documentation: { kind: MarkupKind.Markdown, value: itemMarkdown(view, item, uriOf) } };
}

function candidates(view: IndexView, path: FilePath, { typed, within }: CompletionContext): Candidate[] {
  if (within) {
    return requirementsOf(view, path, within).flatMap((requirement) => criteria(requirement, ''));
  }
  const slash = typed.lastIndexOf('/');
  const hash = typed.lastIndexOf('#');
  const all = [...view.requirements(), ...plannedRequirements(view)];
  if (slash > hash) {
    const head = typed.slice(0, slash);
    const meant = requirementsOf(view, path, { id: head.slice(hash + 1), ...(hash >= 0 && { document: typed.slice(0, hash) }) });
    if (meant.length === 1 && meant[0]) return criteria(meant[0], `${head}/`);
    // More than one document defines it: only a qualified reference will do.
    if (meant.length) {
      return meant.flatMap((requirement) => requirement.criteria.map((item) => ({ item, filter: `${head}/${item.facts.localId}` })));
    }
  }
  if (hash >= 0) {
    const document = typed.slice(0, hash);
    const isMeant = (key: string): boolean => key === document || key.endsWith(`/${document}`);
    return all
      .filter(({ documentKey, namespace }) => isMeant(documentKey) || isMeant(namespace))
      .map((item) => ({ item, written: `${document}#${nameBegun(item, typed.slice(hash + 1))}` }));
  }
  return all.map((item) => {
    const name = nameBegun(item, typed);
    return name === item.facts.localId ? { item } : { item, written: `${item.documentKey}#${name}`, filter: name };
  });
}

/** The name of a requirement that begins as what is typed: another than its own only where its own does not, as the anchor of a site does that was copied. */
function nameBegun({ facts: { localId, aliases = [] } }: RequirementItem, typed: string): string {
  const begun = typed.toLowerCase();
  const begins = (name: string): boolean => name.toLowerCase().startsWith(begun);
  return begun === '' || begins(localId) ? localId : (aliases.find(begins) ?? localId);
}

/** True where what is typed may be a word of a criterion, and no part of an id or a document. */
function wordsMayFind({ typed, within }: CompletionContext): boolean {
  return within === undefined && /^[\p{L}\p{M}\p{N}_]*$/u.test(typed);
}

/** Criteria in whose text a word begins so, once enough letters are typed: `minutes` finds *The customer sees the minutes that are left*. */
function criteriaByWords(view: IndexView, typed: string): Candidate[] {
  if (typed.length < FEWEST_LETTERS) return [];
  const wanted = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${typed}`, 'iu');
  return Array.from(view.requirements(), ({ criteria }) => criteria)
    .flat()
    .filter((item) => wanted.test(nameOf(item)))
    .map((item) => ({ item, filter: item.id }));
}

/** Where a notation writes items in words of its own, `1.2`, all that can be meant by them there; undefined where it does not. */
function inWords(view: IndexView, path: FilePath, { notation, place }: CompletionContext): Candidate[] | undefined {
  const words = view.notations.find(({ name }) => name === notation)?.ids;
  if (!words?.written || notation === undefined) return undefined;
  const found: Candidate[] = [];
  for (const requirement of view.requirements()) {
    if (requirement.notation !== notation) continue;
    const { localId: id } = requirement.facts;
    const meant = view.resolve({ id, notation, ...place }, path);
    if (meant.kind !== 'item' || meant.item !== requirement) continue;
    for (const item of withCriteria(requirement)) {
      const written = words.written(item.type === 'criterion' ? { id, criterion: item.facts.localId } : { id });
      if (written !== undefined) found.push({ item, written });
    }
  }
  return found;
}

/** The requirement that an attribute of a document belongs to: none covers itself. */
function ownerAt(view: IndexView, path: FilePath, position: Position): RequirementItem | undefined {
  return requirementsIn(view, path).findLast(({ facts }) => comparePositions(facts.range.start, position) < 0);
}

function criteria(requirement: RequirementItem, lead: string): Candidate[] {
  return requirement.criteria.map((item) => ({ item, written: lead + item.facts.localId }));
}

function requirementsOf(view: IndexView, path: FilePath, reference: { id: string; document?: string }): RequirementItem[] {
  const resolution = view.resolve(reference, path);
  return itemsMeant(resolution).filter((item) => item.type === 'requirement');
}

function matcher(typed: string): (candidate: Candidate) => boolean {
  // Of what a reference is made of, only the dot means something to a regular expression.
  const wanted = new RegExp(typed.replaceAll('.', String.raw`\.`), 'iu');
  return (candidate) => wanted.test(filterText(candidate));
}

/** What the nearest reference above the cursor means; its neighbours are likely to be meant next. */
function lastUsed(view: IndexView, path: FilePath, position: Position): Item | undefined {
  let last: Item | undefined;
  for (const { reference, resolution } of view.referencesIn(path)) {
    if (comparePositions(reference.range.end, position) >= 0) break;
    if (resolution.kind === 'item') last = resolution.item;
  }
  return last;
}

function documentOf(item: Item): string {
  return requirementOf(item).documentKey;
}

/** What to propose, in order; what is equal keeps the order of the documents. */
function first(view: IndexView, candidates: readonly Candidate[], last: Item | undefined): Candidate[] {
  const near = last && documentOf(last);
  // Buckets and no sorting, since this runs over all requirements at each key.
  const buckets: Candidate[][] = [];
  for (const candidate of candidates) {
    const isNear = documentOf(candidate.item) === near;
    // Of what is far, the first unmet ones alone fill the answer.
    if (!isNear && (buckets[1]?.length ?? 0) >= MOST_COMPLETIONS) continue;
    const order = RANK[view.coverage(candidate.item.key).status] * 2 + (isNear ? 0 : 1);
    (buckets[order] ??= []).push(candidate);
  }
  if (last) for (let order = 0; order < buckets.length; order += 2) buckets[order]?.sort(nearestTo(last));
  return buckets.flat().slice(0, MOST_COMPLETIONS);
}

/** Orders items of one document by how far they stand from one of them; of two as far, the later first. */
function nearestTo(last: Item): (a: Candidate, b: Candidate) => number {
  const line = last.facts.nameRange.start.line;
  const distance = ({ item }: Candidate): number => {
    const lines = item.facts.nameRange.start.line - line;
    return lines >= 0 ? lines : -lines + 0.5;
  };
  return (a, b) => distance(a) - distance(b);
}

function filterText({ item, written, filter }: Candidate): string {
  const own = filter ?? written ?? (item.type === 'requirement' ? `${item.facts.implicit ? '' : item.id} ${item.documentKey}` : '');
  return `${own} ${nameOf(item)}`;
}

function completionItem(view: IndexView, candidate: Candidate, newText: string, range: Range, index: number): CompletionItem {
  const { item } = candidate;
  const coverage = view.coverage(item.key);
  const data: CompletionData = { key: item.key };
  // Nobody chooses by a key that is made of a path and a heading.
  const isNamed = item.facts.implicit === true && candidate.written === undefined;
  const name = shorten(nameOf(item), 80);
  const [label, beside] = isNamed ? [name, newText] : [newText, name];
  return {
    label,
    labelDetails: { description: `${view.complete ? `${statusSign(coverage.status)} ` : ''}${beside}` },
    kind: item.type === 'requirement' ? CompletionItemKind.Reference : CompletionItemKind.EnumMember,
    sortText: String(index).padStart(4, '0'),
    filterText: filterText(candidate).trimStart(),
    textEdit: { range: lspRange(range), newText },
    data,
  };
}
