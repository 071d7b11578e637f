import { normalId as normalFreeId } from '../../items/freeIds.ts';

/** The name of the notation. */
export const TASKMASTER = 'taskmaster';

const NUMBER = /^\d{1,6}(?:\.\d{1,6})?$/u;
/** As tasks are called that Hamster keeps (`task-id.schema.ts`): `HAM-1`, typed `ham1` as well. */
const KEPT = /^(?<prefix>[A-Za-z]{3})-?(?<number>\d{1,6}(?:\.\d{1,6})?)$/u;
/** Prefixes of requirements, which tasks plan without more words, and which lead a heading without a colon. */
const OWN = /^(?:(?:REQ-)?N?FR|US|REQ)-/u;

/** `TASK-1.2` for `1.2` and for `task-1.2`; other ids as everywhere. */
export function normalId(written: string): string {
  return NUMBER.test(written) ? `TASK-${written}` : normalFreeId(written.replace(/^task-(?=\d)/iu, 'TASK-'));
}

/** The id of a task by its number, `TASK-1` for `1` and `HAM-1` for `ham1`; undefined for any other text. */
export function taskId(written: string): string | undefined {
  if (NUMBER.test(written)) return `TASK-${written}`;
  const { prefix, number } = KEPT.exec(written)?.groups ?? {};
  return prefix === undefined || number === undefined ? undefined : `${prefix.toUpperCase()}-${number}`;
}

/** True for an id of a requirement by its prefix alone. */
export function isOwn(id: string): boolean {
  return OWN.test(id);
}
