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
  /** False for tests that leave no results: a link to one is all that can be had, and nobody asks for a proof. */
  readonly results?: false;
  /** What an item without such a link lacks: `no test`. */
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
    lack: say('no implementation'),
  },
  { name: 'verifies', is: 'verifies', from: 'code', counts: true, tests: [], lack: say('no test') },
  {
    name: 'covers',
    is: 'covers',
    from: 'document',
    counts: true,
    tests: [],
    lack: say('no lower requirement'),
  },
  { name: 'plans', is: 'plans', from: 'document', counts: false, tests: [], lack: say('no plan') },
];

/** True for a kind that every project has. */
export function isBuiltIn(kind: LinkKind): boolean {
  return BUILT_IN_KINDS.some(({ name }) => name === kind);
}

/**
 * A kind of verification that a project declares: `declaredKind('security', 'verifies', ['test/security/**'])`.
 *
 * @param results false where its tests leave none.
 */
export function declaredKind(name: LinkKind, is: 'implements' | 'verifies', tests: readonly string[], results = true): LinkKindRecord {
  const lack = is === 'verifies' ? say('no {0} test', name) : say('no {0}', name);
  return { name, is, from: 'code', counts: true, tests, ...(!results && { results }), lack };
}

/** True for a need that results of tests can prove: a kind of verification whose tests leave some. */
export function asksForProof(kinds: readonly LinkKindRecord[], need: LinkKind): boolean {
  return kinds.some(({ name, is, results }) => name === need && is === 'verifies' && results !== false);
}

/** What a kind counts as among these kinds; undefined for a name that is not a kind's, as for an artifact type (`dsn`). */
export function meaningOf(kinds: readonly LinkKindRecord[], name: LinkKind): LinkMeaning | undefined {
  return kinds.find((kind) => kind.name === name)?.is;
}

/** What an annotation counts as: by its kind, else as its notation says of an artifact type. */
export function meaningOfAnnotation(
  kinds: readonly LinkKindRecord[],
  { kind, is }: { readonly kind: LinkKind; readonly is?: LinkMeaning },
): LinkMeaning | undefined {
  return meaningOf(kinds, kind) ?? is;
}

/**
 * True if a link of a kind is what a need asks for: `satisfies(kinds, 'unit', 'verifies')`, and `satisfies(kinds, 'unit', 'unit')`, but not
 * `satisfies(kinds, 'verifies', 'unit')`.
 */
export function satisfies(kinds: readonly LinkKindRecord[], kind: LinkKind, need: LinkKind): boolean {
  return kind === need || meaningOf(kinds, kind) === need;
}

/** True for an artifact type whose name says that it is a kind of test: `utest`, `itest`. */
export function isTestType(type: string): boolean {
  return /test$/iu.test(type);
}

/** Names of the kinds that an item can need, in order. */
export function neededKinds(kinds: readonly LinkKindRecord[]): readonly LinkKind[] {
  return kinds.filter(({ is, counts }) => counts && (is === 'implements' || is === 'verifies')).map(({ name }) => name);
}

/**
 * What an item lacks if its needs have no link: `lackOf(kinds, ['implements', 'verifies'])` is `no implementation and no test`. Every place that shows a gap
 * takes its words from here. A need that is not a kind of link is one for a level (`dsn`).
 *
 * @param has levels of which there is something that lacks something itself.
 */
export function lackOf(kinds: readonly LinkKindRecord[], needs: readonly LinkKind[], has: readonly LinkKind[] = []): Message {
  const [first, ...others] = needs.map((need) =>
    has.includes(need) ? say('{0} not met', need) : (kinds.find(({ name }) => name === need)?.lack ?? say('no {0}', need)),
  );
  return first ? others.reduce((some, next) => say('{0} and {1}', some, next), first) : say('nothing');
}
