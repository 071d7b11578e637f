import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import { SAMPLE, parsePattern } from './patternShape.ts';
import type { PatternNode } from './patternShape.ts';

const MAX_LENGTH = 300;
/** Most ways to spread a stretch of text over neighbouring parts of a pattern. */
const MAX_WAYS = 250;
/** What a repetition without limit counts for among them. */
const UNLIMITED_WAYS = 50;
/** A limit above this is none. */
const UNLIMITED_FROM = 100;

// @implements RT-11.2~f726d2
/**
 * What is wrong with a regular expression of the configuration, as the end of a sentence; undefined if nothing is.
 * `patternFault('(a+)+')` is `must not repeat a group that repeats without limit inside, …`.
 *
 * A pattern runs over every line of every file, and a repository can bring its own, so the shapes that are known to take
 * very long (see the OWASP page on ReDoS) are refused: a repeated group that holds another repetition or alternatives (unless a separator
 * tells where each part begins), back references, and neighbours that can take each other's characters in very many ways. What is left takes time quadratic in
 * the length of a line at worst.
 *
 * @param followed true if the pattern is used as a part of a larger one, so that a match may fail behind its end.
 */
export function patternFault(pattern: string, followed = false): Message | undefined {
  if (pattern === '') return say('must not be empty');
  if (pattern.length > MAX_LENGTH) return say('must not be longer than {0} characters', MAX_LENGTH);
  try {
    if (new RegExp(`^(?:${pattern})$`, 'u').test('')) return say('must not match the empty text');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: .*\/u?: /su, '') : String(error);
    return say('is not a valid regular expression: {0}', reason);
  }
  const { nodes, refersBack, switchesFlags } = parsePattern(pattern);
  // As an engine says that does not know it, so that a configuration is read alike by all of them.
  if (switchesFlags) return say('is not a valid regular expression: {0}', 'Invalid group');
  if (refersBack) return say('must not use backreferences: they can be slow');
  const rivals = new Rivals();
  const fault = shapeFault(nodes, rivals, false);
  if (fault) return fault;
  if (followed) rivals.require('');
  if (rivals.repetitions > 0)
    return say(
      'must not repeat the same characters without limit twice in a row, which can take very long; part the two by a character that the first cannot take',
    );
  return rivals.ways > MAX_WAYS
    ? say(
        'must not leave more than {0} ways to match the same text, which can take very long; repeat fewer times, or without limit',
        MAX_WAYS,
      )
    : undefined;
}

/** Walks over a pattern from left to right and tells the rivals what it holds. `optional`: a match may do without these nodes. */
function shapeFault(nodes: readonly PatternNode[], rivals: Rivals, optional: boolean): Message | undefined {
  for (const node of nodes) {
    const { min, max } = node;
    const unlimited = max > UNLIMITED_FROM;
    if (node.kind === 'atom') {
      if (unlimited) rivals.repeat(node.characters);
      else if (max > min) rivals.choose(node.characters, max - min + 1);
      if (!optional && min > 0) rivals.require(node.characters);
      continue;
    }
    const inner = node.branches.flat();
    const isPlain = node.branches.length === 1 && min === 1 && max === 1 && !node.looks;
    const separated = unlimited || (!isPlain && inner.some(repeatsWithoutLimit)) ? separatedParts(node) : undefined;
    if (separated) {
      rivals.repeatParts(separated);
      if (!optional && min > 0) rivals.require(separated.all);
      continue;
    }
    if (unlimited && inner.some(repeatsWithoutLimit))
      return say('must not repeat a group that repeats without limit inside, which can take very long');
    if (unlimited && (node.branches.length > 1 || inner.some(hasAlternatives)))
      return say('must not repeat a group of alternatives without limit, which can take very long; use a character class');
    if (unlimited && inner.some(({ min: least, max: most }) => most > least))
      return say('must not repeat a group of varying length without limit, which can take very long');
    // What repeats without limit inside is a rival of itself when the group comes again.
    for (let time = unlimited ? 1 : Math.min(max, 2); time > 0; time -= 1) {
      for (const branch of node.branches) {
        const fault = shapeFault(branch, isPlain ? rivals : rivals.withoutWays(), optional || !isPlain);
        if (fault) return fault;
      }
    }
    if (unlimited) rivals.repeat(SAMPLE);
    else if (!isPlain) rivals.choose(SAMPLE, waysOf(node));
    if (node.looks || (!isPlain && min > 0)) rivals.require('');
  }
  return undefined;
}

/** What `(?:-[A-Z]+)*` repeats. */
interface Parts {
  /** What each part can begin with. */
  readonly first: string;
  readonly all: string;
}

/**
 * The parts of a group whose repetitions can be told apart in one way only: each begins, or each ends, with a character that nothing
 * else of it can take, and no more than one thing of it is of varying length, as in `(?:-[A-Z]+)*` and `(?:[A-Z]+-)+`.
 */
function separatedParts({ branches, looks }: Extract<PatternNode, { readonly kind: 'group' }>): Parts | undefined {
  const [parts = []] = branches;
  const separator = [parts[0], parts.at(-1)].find((node) => node?.kind === 'atom' && node.literal && node.min === 1 && node.max === 1);
  if (branches.length !== 1 || looks || separator?.kind !== 'atom') return undefined;
  const others = parts.filter((node) => node !== separator);
  if (
    others.some((node) => node.kind === 'group' || overlap(node.characters, separator.characters)) ||
    others.filter(({ min, max }) => max > min).length > 1
  )
    return undefined;
  const all = parts.map((node) => (node.kind === 'atom' ? node.characters : '')).join('');
  return { first: parts[0] === separator ? separator.characters : all, all };
}

/** In how many ways a node can take a text, repetitions without limit left out. */
function waysOf(node: PatternNode): number {
  const { min, max } = node;
  if (max > UNLIMITED_FROM) return 1;
  if (node.kind === 'atom') return max - min + 1;
  const once = node.branches.reduce((sum, branch) => sum + branch.reduce((product, inner) => product * waysOf(inner), 1), 0);
  let ways = 0;
  for (let times = min; times <= max && ways <= MAX_WAYS; times += 1) ways += once ** times;
  return ways;
}

function repeatsWithoutLimit(node: PatternNode): boolean {
  return node.max > UNLIMITED_FROM || (node.kind === 'group' && node.branches.flat().some(repeatsWithoutLimit));
}

function hasAlternatives(node: PatternNode): boolean {
  return node.kind === 'group' && (node.branches.length > 1 || node.max > node.min || node.branches.flat().some(hasAlternatives));
}

interface Live {
  readonly characters: string;
  readonly ways: number;
  readonly unlimited: boolean;
}

/**
 * Counts parts of a pattern that can take each other's characters, as in `.*a.*b`: each one multiplies the time. A required
 * character that the earlier one cannot take parts the two: `[A-Z]+-[A-Z]+b`. What nothing required follows is never tried again.
 */
class Rivals {
  #live: Live[];
  /** Those that wait count as soon as a match can fail behind them. */
  readonly #counts: { repetitions: number; waitingRepetitions: number; ways: number; waitingWays: number };
  readonly #countsWays: boolean;

  constructor(live: Live[] = [], counts = { repetitions: 0, waitingRepetitions: 0, ways: 1, waitingWays: 1 }, countsWays = true) {
    this.#live = live;
    this.#counts = counts;
    this.#countsWays = countsWays;
  }

  get repetitions(): number {
    return this.#counts.repetitions;
  }

  get ways(): number {
    return this.#counts.ways;
  }

  /** The same, for the inside of a group whose ways are counted as a whole. */
  withoutWays(): Rivals {
    return new Rivals(this.#live, this.#counts, false);
  }

  repeat(characters: string): void {
    this.repeatParts({ first: characters, all: characters });
  }

  /** Repeats parts of which each begins with certain characters: what cannot take these is not a rival. */
  repeatParts({ first, all }: Parts): void {
    this.#counts.waitingRepetitions += this.#live.filter((other) => other.unlimited && overlap(other.characters, first)).length;
    this.#add({ characters: all, ways: UNLIMITED_WAYS, unlimited: true });
  }

  choose(characters: string, ways: number): void {
    if (this.#countsWays) this.#add({ characters, ways, unlimited: false });
  }

  require(characters: string): void {
    const counts = this.#counts;
    counts.repetitions += counts.waitingRepetitions;
    counts.waitingRepetitions = 0;
    counts.ways = Math.max(counts.ways, counts.waitingWays);
    if (characters !== '') this.#live = this.#live.filter((other) => overlap(other.characters, characters));
  }

  #add(added: Live): void {
    const rivals = this.#live.filter((other) => !(other.unlimited && added.unlimited) && overlap(other.characters, added.characters));
    this.#counts.waitingWays = Math.max(
      this.#counts.waitingWays,
      rivals.reduce((ways, other) => ways * other.ways, added.ways),
    );
    this.#live.push(added);
  }
}

function overlap(one: string, other: string): boolean {
  return [...one].some((character) => other.includes(character));
}
