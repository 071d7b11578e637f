import { rarity, withoutLonger } from '../glance/needles.ts';
import { parsePattern } from './patternShape.ts';
import type { PatternNode } from './patternShape.ts';

/** More strings than this are not told apart. */
const MOST_STRINGS = 16;
/** Longer strings, in characters, find nothing that shorter ones do not. */
const LONGEST = 60;

/** What is known of the texts that a part of a pattern matches. */
interface Matches {
  /** All of them; undefined where they are many, or hold other characters than those of ASCII. */
  readonly whole?: readonly string[];
  /** Strings of which each of them holds at least one; undefined where none is known. */
  readonly held?: readonly string[];
}

/** What matches a place, such as the beginning of a line, and takes no character. */
const PLACE: Matches = { whole: [''] };
const ANYTHING: Matches = {};

/**
 * Strings of ASCII characters of which every match of a regular expression holds at least one: `['covers ', 'meets ']` for
 * `(?:covers|meets) (?<ref>[A-Z]\d+)`. A text in which none of them stands need not be searched for the pattern.
 *
 * @returns undefined where none can be proven, as for `[A-Z]+\d+`.
 */
export function literalsOf(pattern: string): readonly string[] | undefined {
  try {
    void new RegExp(pattern, 'u');
  } catch {
    // Without the flag some characters mean something else.
    return undefined;
  }
  const { nodes, refersBack, switchesFlags } = parsePattern(pattern);
  return refersBack || switchesFlags ? undefined : ofSequence(nodes).held;
}

/** What matches one part behind the other: the longest stretch of which all is known, or what its best part holds. */
function ofSequence(nodes: readonly PatternNode[]): Matches {
  let run: readonly string[] = [''];
  let isWhole = true;
  let held: readonly string[] | undefined;
  for (const node of nodes) {
    const next = ofNode(node);
    const joined = next.whole && joinedTo(run, next.whole);
    if (joined) {
      run = joined;
      continue;
    }
    isWhole = false;
    held = rarer(held, asHeld(run), next.held);
    run = next.whole ?? [''];
  }
  held = rarer(held, asHeld(run));
  return { ...(isWhole && { whole: run }), ...(held && { held }) };
}

/** What one repetition fits. */
function onceOf(node: PatternNode): Matches {
  if (node.kind === 'atom') return ofAtom(node.source);
  return node.looks ? PLACE : ofBranches(node.branches);
}

function ofNode(node: PatternNode): Matches {
  const once = onceOf(node);
  const { min, max } = node;
  if (min === 1 && max === 1) return once;
  if (max === 0) return PLACE;
  if (min === 0) return max === 1 && once.whole ? { whole: [...once.whole, ''] } : ANYTHING;
  let whole = min === max && min <= LONGEST ? once.whole : undefined;
  for (let times = 1; whole && once.whole && times < min; times += 1) whole = joinedTo(whole, once.whole);
  const held = whole ? asHeld(whole) : once.held;
  return { ...(whole && { whole }), ...(held && { held }) };
}

function ofBranches(branches: readonly (readonly PatternNode[])[]): Matches {
  const all = branches.map(ofSequence);
  const whole = united(all.map((branch) => branch.whole));
  const held = united(all.map((branch) => branch.held));
  return { ...(whole && { whole }), ...(held && { held }) };
}

function ofAtom(source: string): Matches {
  if (/^(?:\^|\$|\\b)$/iu.test(source)) return PLACE;
  const whole = charactersOf(source);
  return whole ? { whole, held: whole } : ANYTHING;
}

/** The characters that one part of a pattern matches, where they are few and of ASCII: `I` and `i` for `[Ii]`. */
function charactersOf(source: string): readonly string[] | undefined {
  const [, plain] = /^\\?([ -~])$/u.exec(source) ?? [];
  // A letter or a digit behind a backslash stands for something else, and a full stop without one for anything.
  if (plain !== undefined && source !== '.' && !/^\\[A-Za-z0-9]/u.test(source)) return [plain];
  if (source === String.raw`\t`) return ['\t'];
  const [, code] = /^\\(?:x|u|u\{0*)([0-9A-Fa-f]{1,4})\}?$/u.exec(source) ?? [];
  const character = code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16));
  if (/^[ -~]$/u.test(character)) return [character];
  // No ranges and nothing that stands for more than itself.
  const [, members] = /^\[((?:[ -,.-Z_-~]|\\[!-/:-@[-`{-~])+)\]$/u.exec(source) ?? [];
  return members === undefined ? undefined : united([[...members.replaceAll(/\\(.)/gu, '$1')]]);
}

/** Each of the first with each of the second behind it; undefined where those are too many, or too long. */
function joinedTo(first: readonly string[], second: readonly string[]): readonly string[] | undefined {
  if (first.length * second.length > MOST_STRINGS) return undefined;
  const joined = first.flatMap((start) => second.map((end) => start + end));
  return joined.every(({ length }) => length <= LONGEST) ? joined : undefined;
}

function united(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const all = new Set<string>();
  for (const list of lists) {
    if (!list) return undefined;
    for (const each of list) all.add(each);
  }
  return all.size <= MOST_STRINGS ? [...all] : undefined;
}

/** What is held by a text that is one of these; nothing is where it may be empty. */
function asHeld(whole: readonly string[]): readonly string[] | undefined {
  return whole.includes('') ? undefined : withoutLonger(whole);
}

/** The list that is in the fewest texts. */
function rarer(...lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const list of lists) if (list && (!best || rarityOf(list) > rarityOf(best))) best = list;
  return best;
}

function rarityOf(list: readonly string[]): number {
  return Math.min(...list.map(rarity)) - Math.log2(list.length);
}
