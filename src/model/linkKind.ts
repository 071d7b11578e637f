import type { Message } from './message.ts';
import { say } from './message.ts';

/** What a link counts as; every kind of link *is* one of these. */
export type LinkMeaning = 'implements' | 'verifies' | 'covers' | 'plans';

/** Name of a kind of link: one of those that are built in, or of `kinds:` of the configuration, `security`. */
export type LinkKind = string;

/**
 * One kind of link, as data: how it is called, which way it points and what it counts as.
 *
 *     { name: 'security', is: 'verifies', from: 'code', counts: true, tests: ['test/security/**'] }
 */
export interface LinkKindRecord {
  readonly name: LinkKind;
  /** What it is: a need for `verifies` takes any kind that is a `verifies`, a need for `security` only `security`. */
  readonly is: LinkMeaning;
  /** Where it is written: in code and tests, or in a document about the items of another. */
  readonly from: 'code' | 'document';
  /** True if it can meet a need; one that does not is only shown. */
  readonly counts: boolean;
  /** Globs of the tests whose `verifies` is of this kind. */
  readonly tests: readonly string[];
  /** What an item lacks that has no such link, as a sentence: `no test verifies it`. */
  readonly missing: Message;
  /** The same as a thing: `no test`. */
  readonly lack: Message;
}

/** The kinds that every project has. */
export const BUILT_IN_KINDS: readonly LinkKindRecord[] = [
  {
    name: 'implements',
    is: 'implements',
    from: 'code',
    counts: true,
    tests: [],
    missing: say('nothing implements it'),
    lack: say('no implementation'),
  },
  { name: 'verifies', is: 'verifies', from: 'code', counts: true, tests: [], missing: say('no test verifies it'), lack: say('no test') },
  {
    name: 'covers',
    is: 'covers',
    from: 'document',
    counts: true,
    tests: [],
    missing: say('nothing covers it'),
    lack: say('no lower requirement'),
  },
  { name: 'plans', is: 'plans', from: 'document', counts: false, tests: [], missing: say('nothing plans it'), lack: say('no plan') },
];

/** True for a kind that every project has. */
export function isBuiltIn(kind: LinkKind): boolean {
  return BUILT_IN_KINDS.some(({ name }) => name === kind);
}

/** A kind of verification that a project declares: `declaredKind('security', 'verifies', ['test/security/**'])`. */
export function declaredKind(name: LinkKind, is: 'implements' | 'verifies', tests: readonly string[]): LinkKindRecord {
  const words =
    is === 'verifies'
      ? { missing: say('no {0} test verifies it', name), lack: say('no {0} test', name) }
      : { missing: say('no {0} implements it', name), lack: say('no {0}', name) };
  return { name, is, from: 'code', counts: true, tests, ...words };
}

/** What a kind counts as among these kinds; undefined for a name that is no kind's, as for an artifact type (`dsn`). */
export function meaningOf(kinds: readonly LinkKindRecord[], name: LinkKind): LinkMeaning | undefined {
  return kinds.find((kind) => kind.name === name)?.is;
}

/**
 * True if a link of a kind is what a need asks for: `satisfies(kinds, 'unit', 'verifies')`, and `satisfies(kinds, 'unit', 'unit')`, but not
 * `satisfies(kinds, 'verifies', 'unit')`.
 */
export function satisfies(kinds: readonly LinkKindRecord[], kind: LinkKind, need: LinkKind): boolean {
  return kind === need || meaningOf(kinds, kind) === need;
}

/** Names of the kinds that an item can need, in order. */
export function neededKinds(kinds: readonly LinkKindRecord[]): readonly LinkKind[] {
  return kinds.filter(({ is, counts }) => counts && (is === 'implements' || is === 'verifies')).map(({ name }) => name);
}

/** What an item lacks without a link for a need, as a sentence or as a thing; a need that is no kind of link is one for a level (`dsn`). */
export function lackOf(kinds: readonly LinkKindRecord[], need: LinkKind): Pick<LinkKindRecord, 'missing' | 'lack'> {
  return kinds.find(({ name }) => name === need) ?? { missing: say('no {0} covers it', need), lack: say('no {0}', need) };
}
