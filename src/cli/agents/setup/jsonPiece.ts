import { isDeepStrictEqual } from 'node:util';
import { say } from '../../../model/message.ts';
import { inserted, removed } from './jsonEdit.ts';
import type { JsonPath } from './jsonEdit.ts';
import type { JsonChange, Outcome } from './piece.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A text that is edited, with what it has to mean then: whatever else is in it stays, to the byte. */
interface Draft {
  readonly text: string;
  readonly value: JsonObject;
}

/** The file with what belongs in it: `withChanges('{}', [{ kind: 'entry', at: ['servers', 'reqtrace'], value }])`. */
export function withChanges(text: string | undefined, changes: readonly JsonChange[]): Outcome {
  const before = parsed(text);
  if ('kind' in before) return before;
  let draft = before;
  for (const change of changes) {
    const parent = blocked(draft.value, change.at.slice(0, -1));
    if (parent !== undefined) return refusedAt(parent);
    const there = valueAt(draft.value, change.at);
    if (change.kind !== 'item') {
      if (there === undefined) draft = put(draft, change.at, change.value);
      else if (change.kind === 'entry' && !isOurs(there)) return refusedAt(change.at);
    } else if (there === undefined) draft = put(draft, change.at, [change.value]);
    else if (!Array.isArray(there)) return refusedAt(change.at);
    else if (!there.some((item) => holds(item, change.command))) draft = put(draft, [...change.at, there.length], change.value);
  }
  return settled(before, draft, text === undefined);
}

/** The file without it; entries of that name that start something else stay. */
export function withoutChanges(text: string, changes: readonly JsonChange[]): Outcome {
  const before = parsed(text);
  if ('kind' in before) return before;
  let draft = before;
  for (const change of changes) {
    if (change.kind === 'default') continue;
    const there = valueAt(draft.value, change.at);
    if (change.kind === 'entry') {
      if (there !== undefined && isOurs(there)) draft = cut(draft, change.at);
    } else if (Array.isArray(there))
      for (let at = there.length - 1; at >= 0; at--)
        if (holds(there[at], change.command)) draft = withoutItem(draft, [...change.at, at], there[at], change.command);
  }
  const defaults = changes.filter(({ kind }) => kind === 'default').map(({ at }) => at[0]);
  if (draft !== before && Object.keys(draft.value).every((key) => defaults.includes(key))) return { kind: 'gone' };
  return settled(before, draft, false);
}

/** What belongs in the file, alone. */
export function snippetOf(changes: readonly JsonChange[]): string {
  const outcome = withChanges(undefined, changes);
  return outcome.kind === 'text' ? outcome.text : '';
}

function parsed(text: string | undefined): Draft | Extract<Outcome, { readonly kind: 'refused' }> {
  try {
    // A file that is there and empty is as good as one that holds nothing.
    const written = text === undefined || text.trim() === '' ? '{}\n' : text;
    const value: unknown = JSON.parse(written);
    if (isObject(value)) return { text: written, value };
  } catch {
    // Comments are not JSON either; editing around them would be a guess about what they speak of.
  }
  return { kind: 'refused', why: say('it has comments or is not a JSON object') };
}

/** Where the edits mean something else than they should, as with a name that is there twice, nothing is written. */
function settled(before: Draft, draft: Draft, isNew: boolean): Outcome {
  if (draft === before) return { kind: 'same' };
  if (isNew) return { kind: 'text', text: `${JSON.stringify(draft.value, null, 2)}\n` };
  return isDeepStrictEqual(JSON.parse(draft.text), draft.value)
    ? { kind: 'text', text: draft.text }
    : { kind: 'refused', why: say('it has a name twice') };
}

function put({ text, value }: Draft, at: JsonPath, given: unknown): Draft {
  return { text: inserted(text, at, given), value: changedAt(value, at, given) as JsonObject };
}

/** Takes a value out, and what is empty then. */
function cut({ text, value }: Draft, at: JsonPath): Draft {
  const draft = { text: removed(text, at), value: changedAt(value, at, undefined) as JsonObject };
  const parent = at.slice(0, -1);
  const left = valueAt(draft.value, parent);
  return parent.length > 0 && typeof left === 'object' && left !== null && Object.keys(left).length === 0 ? cut(draft, parent) : draft;
}

/** An item may hold commands of others beside ours, as Claude Code's do. */
function withoutItem(draft: Draft, at: JsonPath, item: unknown, command: string): Draft {
  const inner = isObject(item) && Array.isArray(item['hooks']) ? (item['hooks'] as readonly unknown[]) : [];
  if (inner.every((each) => holds(each, command))) return cut(draft, at);
  return inner.reduceRight<Draft>((one, each, no) => (holds(each, command) ? cut(one, [...at, 'hooks', no]) : one), draft);
}

function changedAt(value: unknown, [first, ...rest]: JsonPath, given: unknown): unknown {
  if (first === undefined) return given;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const item = changedAt(items[Number(first)], rest, given);
    return [...items.slice(0, Number(first)), ...(item === undefined ? [] : [item]), ...items.slice(Number(first) + 1)];
  }
  const { [first]: before, ...others } = isObject(value) ? value : {};
  const after = changedAt(before, rest, given);
  return after === undefined ? others : { ...(isObject(value) ? value : {}), [first]: after };
}

function valueAt(value: unknown, at: JsonPath): unknown {
  return at.reduce<unknown>((one, step) => (typeof one === 'object' && one !== null ? (one as JsonObject)[step] : undefined), value);
}

/** The first step on the way that has something else than an object. */
function blocked(value: JsonObject, at: readonly string[]): readonly string[] | undefined {
  const steps = at.map((_, no) => at.slice(0, no + 1));
  return steps.find((step) => {
    const there = valueAt(value, step);
    return there !== undefined && !isObject(there);
  });
}

function refusedAt(at: readonly string[]): Outcome {
  return { kind: 'refused', why: say('it has something else at {0}', at.join('.')) };
}

function holds(value: unknown, command: string): boolean {
  return JSON.stringify(value ?? null).includes(command);
}

/** Whether an entry starts `reqtrace mcp`, by whatever way and with whatever options. */
function isOurs(entry: unknown): boolean {
  if (!isObject(entry) || !Array.isArray(entry['args'])) return false;
  const words = [entry['command'], ...(entry['args'] as readonly unknown[])].map(String);
  return words.includes('mcp') && words.some((word) => /(?:^|[\\/])reqtrace(?:\.cmd)?$|[\\/]cli\.cjs$/u.test(word));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
