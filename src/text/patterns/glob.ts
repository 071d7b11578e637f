import { braceExpand } from 'minimatch';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';

/** More alternatives than anyone writes; a hostile `{a,b}{a,b}…` would double with every brace. */
const MAX_ALTERNATIVES = 500;
const MAX_LENGTH = 500;

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'class'; readonly test: RegExp };
type Segment = '**' | readonly Token[];

/** One glob without braces, ready to be matched. */
export interface CompiledGlob {
  readonly segments: readonly Segment[];
}

/**
 * What is wrong with a glob of the configuration, as the end of a sentence; undefined if nothing is.
 * `globFault('/docs/**')` is `must be relative to the folder of reqtrace.yaml, without a leading "/"`.
 */
export function globFault(glob: string): Message | undefined {
  if (glob === '') return say('must not be empty');
  if (glob.length > MAX_LENGTH) return say('must not be longer than {0} characters', MAX_LENGTH);
  if (glob.includes('\\')) return say('must use "/" between folders, not "\\"');
  if (glob.startsWith('/') || /^[A-Za-z]:/u.test(glob))
    return say('must be relative to the folder of reqtrace.yaml, without a leading "/" or drive');
  if (glob.startsWith('!')) return say('must not begin with "!"; name what to take, and use "exclude" for the rest');
  if (/[@?*+!]\(/u.test(glob)) return say('must not use extended patterns such as "@(a|b)"; write {a,b}');
  const alternatives = braceExpand(glob, { braceExpandMax: MAX_ALTERNATIVES + 1 });
  if (alternatives.length > MAX_ALTERNATIVES) return say('must not expand to more than {0} alternatives', MAX_ALTERNATIVES);
  for (const alternative of alternatives) {
    const parts = alternative.split('/');
    if (parts.includes('..') || parts.includes('.'))
      return say('must not contain "." or ".." as a folder; it cannot leave the workspace folder');
    if (parts.some((part, at) => part === '' && at < parts.length - 1)) return say('must not contain an empty folder name, "//"');
  }
  return undefined;
}

/** How many globs without braces a good glob stands for: 2 for `*.{md,txt}`. */
export function countAlternatives(glob: string): number {
  return braceExpand(glob, { braceExpandMax: MAX_ALTERNATIVES }).length;
}

/** A glob as the globs without braces that it stands for. */
export function compileGlob(glob: string): readonly CompiledGlob[] {
  return expandGlob(glob).map(compilePlain);
}

/** The globs without braces that a glob stands for, `['a.md', 'b.md']` for `{a,b}.md`; `docs/` means everything in it, as in .gitignore. */
export function expandGlob(glob: string): readonly string[] {
  return alternativesOf(glob).map((alternative) => (alternative.endsWith('/') ? `${alternative}**` : alternative));
}

/** Compiles one of those that `expandGlob` gives. */
export function compilePlain(glob: string): CompiledGlob {
  return { segments: glob.split('/').map((segment) => (segment === '**' ? segment : tokens(segment))) };
}

/** A glob whose lists in braces hold no others, as nearly every one, and the first list of it. */
const FLAT = /^[^{}\\$]*(?:\{[^{}\\$]*,[^{}\\$]*\}[^{}\\$]*){1,3}$/u;
const LIST = /\{([^{}]*)\}/u;

/** The library takes its time, and hundreds of globs are read whenever the program starts: it is asked about lists in lists. */
function alternativesOf(glob: string): readonly string[] {
  if (!glob.includes('{')) return [glob];
  if (!FLAT.test(glob)) return braceExpand(glob, { braceExpandMax: MAX_ALTERNATIVES });
  let all: readonly string[] = [glob];
  while (all[0]?.includes('{') === true) all = all.flatMap(firstListOf);
  return all.filter((alternative) => alternative !== '').slice(0, MAX_ALTERNATIVES);
}

function firstListOf(glob: string): readonly string[] {
  const list = LIST.exec(glob);
  if (!list) return [glob];
  const [before, behind] = [glob.slice(0, list.index), glob.slice(list.index + list[0].length)];
  return (list[1] ?? '').split(',').map((part) => `${before}${part}${behind}`);
}

/**
 * True if the glob matches the whole path. `*` and `?` stay within a name, `**` is any number of folders (but at
 * the end at least one name), names with a leading dot are as good as others, letter case counts.
 *
 * Both levels are greedy and go back to the last star only, which is enough for globs and keeps the time
 * within length of glob times length of path, however hostile the two are; regular expressions are not.
 */
export function matchesGlob(glob: CompiledGlob, path: readonly string[]): boolean {
  const { segments } = glob;
  let at = 0;
  let name = 0;
  let retry: { at: number; name: number } | undefined;
  while (name < path.length) {
    const segment = segments[at];
    if (segment === '**') {
      // Behind a last `**` anything goes; here at least one name is left.
      if (at === segments.length - 1) return true;
      retry = { at: (at += 1), name };
    } else if (segment && matchesName(segment, path[name] ?? '')) {
      at += 1;
      name += 1;
    } else if (retry) {
      retry.name += 1;
      ({ at, name } = retry);
    } else return false;
  }
  return at === segments.length;
}

function matchesName(pattern: readonly Token[], name: string): boolean {
  let at = 0;
  let index = 0;
  let retry: { at: number; index: number } | undefined;
  for (;;) {
    const token = pattern[at];
    if (token?.kind === 'star') {
      if (at === pattern.length - 1) return true;
      retry = { at: (at += 1), index };
      continue;
    }
    if (!token && index === name.length) return true;
    const length = token ? matchedLength(token, name, index) : 0;
    if (length > 0) {
      at += 1;
      index += length;
    } else if (retry && retry.index < name.length) {
      retry.index += 1;
      ({ at, index } = retry);
    } else return false;
  }
}

function matchedLength(token: Token, name: string, index: number): number {
  if (token.kind === 'text') return name.startsWith(token.text, index) ? token.text.length : 0;
  const code = name.codePointAt(index);
  if (code === undefined) return 0;
  const length = code > 0xffff ? 2 : 1;
  return token.kind === 'any' || (token.kind === 'class' && token.test.test(name.slice(index, index + length))) ? length : 0;
}

function tokens(segment: string): readonly Token[] {
  if (!/[*?[]/u.test(segment)) return segment === '' ? [] : [{ kind: 'text', text: segment }];
  const list: Token[] = [];
  for (const [part] of segment.matchAll(/\*+|\?|\[[!^]?\]?[^\]]*\]|\[|[^*?[]+/gu)) {
    if (part.startsWith('*')) list.push({ kind: 'star' });
    else if (part === '?') list.push({ kind: 'any' });
    else if (part.length > 1 && part.startsWith('[')) list.push(characterClass(part));
    else list.push({ kind: 'text', text: part });
  }
  return list;
}

function characterClass(source: string): Token {
  const negated = source[1] === '!' || source[1] === '^';
  const members = source.slice(negated ? 2 : 1, -1).replace(/[\\\]^[&~|(){}/]/gu, String.raw`\$&`);
  // A hyphen at an edge means itself.
  const safe = members.replace(/^-|-$/gu, String.raw`\-`);
  try {
    return { kind: 'class', test: new RegExp(`^[${negated ? '^' : ''}${safe}]$`, 'u') };
  } catch {
    // `[z-a]` is not a range: it means itself, as in a shell.
    return { kind: 'text', text: source };
  }
}
