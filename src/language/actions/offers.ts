import { CodeActionKind } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { Item, ResolvedReference } from '../../model/item.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { itemTitle } from '../itemMarkdown.ts';
import { shorten } from '../markdown.ts';
import { subjectAt } from '../subject.ts';
import type { Offer } from './actionRequest.ts';
import { newNames, unknownLike } from './changeAll.ts';

/** Longest title of an item in the name of an action, in UTF-16 code units. */
const LONGEST_NAME = 60;

/** What can be done about the reference or the definition at a place, beside the fixes of its findings. */
export function offersAt(view: IndexView, path: FilePath, position: Position): Offer[] {
  const subject = subjectAt(view, path, position);
  if (!subject) return [];
  return subject.kind === 'definition' ? definitionOffers(view, subject.item) : referenceOffers(view, subject.resolved, position);
}

function definitionOffers(view: IndexView, item: Item): Offer[] {
  const requirement = item.type === 'criterion' ? item.requirement : item;
  const offers: Offer[] = [];
  const unit = item.type === 'requirement' && item.criteria.length ? undefined : item;
  const { status, missing } = view.coverage(item.key);
  if (unit && (status === 'unmet' || status === 'partial')) {
    if (missing.includes('verifies')) offers.push({ title: `Write a test for ${nameOf(unit)}`, kind: CodeActionKind.QuickFix, request: { kind: 'scaffold-test', key: unit.key }, mends: 'unmet-criterion' });
    offers.push({ title: `Waive ${nameOf(unit)} in reqtrace.yaml, with a reason to be written there`, kind: CodeActionKind.QuickFix, request: { kind: 'waive', key: unit.key }, mends: 'unmet-criterion' });
  }
  if (item.type === 'requirement' && item.facts.implicit) {
    offers.push({ title: `Give ${nameOf(item)} a written id`, kind: CodeActionKind.RefactorRewrite, request: { kind: 'write-id', key: item.key } });
  }
  if (requirement.criteria.some(({ facts }) => !facts.idRange && facts.kind === 'criterion')) {
    offers.push({ title: `Write the ids of all criteria of ${nameOf(requirement)}`, kind: CodeActionKind.RefactorRewrite, request: { kind: 'write-criterion-ids', key: requirement.key } });
  }
  return offers;
}

function referenceOffers(view: IndexView, resolved: ResolvedReference, position: Position): Offer[] {
  const { annotation, reference, resolution, path } = resolved;
  if (resolution.kind === 'unknown') return unknownOffers(view, resolved, position);
  if (!annotation || resolution.kind !== 'item') return [];
  const { item } = resolution;
  const offers: Offer[] = [];
  if (annotation.source === 'keyword' && reference.pin === undefined) {
    offers.push({ title: `Pin to the present text of ${nameOf(item)}`, kind: CodeActionKind.RefactorRewrite, request: { kind: 'pin', path, position } });
  }
  const { status } = view.coverage(item.key);
  if (status === 'unmet' || status === 'partial') {
    offers.push({ title: `Waive ${nameOf(item)} here, with a reason to be written`, kind: CodeActionKind.RefactorRewrite, request: { kind: 'waive-here', key: item.key, path, position } });
  }
  return offers;
}

function unknownOffers(view: IndexView, resolved: ResolvedReference, position: Position): Offer[] {
  const count = unknownLike(view, resolved.reference).length;
  const names = newNames(view, resolved);
  return names.map((item) => ({
    title: `Change ${count === 1 ? 'the reference' : `all ${count} references`} to ${view.referenceTo(item, resolved.path)}, now ${nameOf(item)}`,
    kind: CodeActionKind.QuickFix,
    request: { kind: 'change-all', path: resolved.path, position, key: item.key },
    mends: 'unknown-reference',
    preferred: names.length === 1,
  }));
}

function nameOf(item: Item): string {
  return item.type === 'requirement' && item.facts.implicit ? `"${shorten(itemTitle(item), LONGEST_NAME)}"` : shorten(item.id, LONGEST_NAME);
}
