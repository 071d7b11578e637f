import type { ListMember } from '../../../references/list.ts';
import { formatReference } from '../../../ids/idGrammar.ts';
import type { ListedReference } from './listedReference.ts';

/** A range of more than this is a slip. */
const MOST = 200;
const LAST_NUMBER = /^(?<stem>.*?)(?<number>\d+)$/su;

/**
 * What is between two references that differ in their last number only: of `REQ-1/AC1..AC4` that is AC2 and AC3 of REQ-1, of `FR-008 to FR-010`
 * FR-009. Undefined where they have no common parent, or the first is not before the last.
 *
 * @param place where the range is written.
 */
export function between(first: ListedReference, last: ListedReference, place: ListMember): readonly ListedReference[] | undefined {
  const isOfCriteria = first.criterion !== undefined && last.criterion !== undefined;
  if (isOfCriteria && (first.id !== last.id || documentOf(first) !== documentOf(last))) return undefined;
  if (!isOfCriteria && (first.criterion !== undefined || last.criterion !== undefined)) return undefined;
  const names = namesBetween(first.criterion ?? first.id, last.criterion ?? last.id);
  return names?.map((name) => {
    const { document, scope, id } = first;
    const parts = isOfCriteria ? { id, criterion: name } : { id: name };
    const where = { ...(document !== undefined && { document }), ...(scope !== undefined && { scope }) };
    return { ...place, ...where, ...parts, text: formatReference({ ...where, ...parts }), between: true };
  });
}

function documentOf({ document, scope }: ListedReference): string | undefined {
  return document ?? scope;
}

function namesBetween(first: string, last: string): readonly string[] | undefined {
  const from = LAST_NUMBER.exec(first)?.groups;
  const to = LAST_NUMBER.exec(last)?.groups;
  if (!from || !to || from['stem'] !== to['stem']) return undefined;
  const start = Number(from['number']);
  const count = Number(to['number']) - start - 1;
  if (count < 0 || count > MOST) return undefined;
  const width = from['number']?.startsWith('0') ? (from['number'].length ?? 0) : 0;
  return Array.from({ length: count }, (_, at) => `${from['stem'] ?? ''}${String(start + 1 + at).padStart(width, '0')}`);
}
