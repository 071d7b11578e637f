import type { Configuration } from '../../model/configuration.ts';
import { notationMark } from '../../model/notation.ts';
import type { FilePath } from '../../model/position.ts';
import { literalsOf } from '../configuration/patternLiterals.ts';
import { languages } from '../languages/registry.ts';
import { compileNeedles } from './needles.ts';
import type { Needle } from './needles.ts';
import { needlesOf } from '../notation/notation.ts';
import type { Notation } from '../notation/notation.ts';
import { partPattern } from '../ids/idGrammar.ts';

/**
 * What a quick look at a file of code tells:
 *
 * - `read`: it must be read in full;
 * - else the prefixes of everything in it that looks like an id, `['CVE', 'UTF']`, and the marks of notations in whose words something may be said:
 *   unless one of them is the prefix or the notation of a requirement, nothing that is found in it means anything. Empty where nothing would be found
 *   at all.
 */
export type Glance = 'read' | readonly string[];

/** @param latin1 the bytes of a text in UTF-8, read as Latin-1. */
export type TakeGlance = (path: FilePath, latin1: string, role: 'code' | 'test') => Glance;

/**
 * Compiles the search that runs before a file of code is decoded: words and ids of the notations, and what every match of the project's
 * own patterns holds. With a pattern of which nothing like that is known, every file that the pattern may be in is read.
 */
export function createGlance(configuration: Configuration, notations: readonly Notation[]): TakeGlance {
  const { annotations, ids } = configuration;
  const glances = notations.flatMap(({ glance }) => glance ?? []);
  const rooms = notations
    .filter(({ glance }) => !glance)
    .map((one) => ({ mark: notationMark(one.name), needles: needlesOf(one, configuration) }));
  const holdsRoom = rooms.map(({ mark, needles }) => ({ mark, holds: compileNeedles(needles) }));
  const inAnnotations = literalsOfAll(annotations.map(({ pattern }) => pattern));
  const inIds = literalsOfAll(ids.flatMap((pattern) => partPattern(pattern) ?? []));
  const holdsAnnotation = searchFor(inAnnotations);
  // All in one pass.
  const own = inAnnotations && inIds && [...inAnnotations, ...inIds];
  const holdsAny = searchFor(own && [...rooms.flatMap(({ needles }) => needles), ...own]);
  const holdsOwn = searchFor(own);
  const mayBeOwn = (prefix: string): boolean => inIds?.some((literal) => mayStandInName(literal, prefix)) ?? true;
  return (path, latin1, role) => {
    // Where comments are not known, only the project's own annotations count.
    if (!languages.has(path)) return holdsAnnotation(latin1) ? 'read' : [];
    const found = glances.map((glance) => glance(latin1, role, mayBeOwn));
    if (!holdsAny(latin1)) return together(found);
    if (holdsOwn(latin1)) return 'read';
    return together([...found, holdsRoom.filter(({ holds }) => holds(latin1)).map(({ mark }) => mark)]);
  };
}

function together(glances: readonly Glance[]): Glance {
  const [only = []] = glances;
  if (glances.length < 2) return only;
  const prefixes = new Set<string>();
  for (const glance of glances) {
    if (glance === 'read') return glance;
    for (const prefix of glance) prefixes.add(prefix);
  }
  return [...prefixes].sort();
}

/** A search that finds something in every text where it is not known what to look for. */
function searchFor(needles: readonly Needle[] | undefined): (text: string) => boolean {
  return needles ? compileNeedles(needles) : () => true;
}

/** What stands wherever one of the patterns matches; undefined where that cannot be told of one of them. */
function literalsOfAll(patterns: readonly string[]): readonly string[] | undefined {
  const all: string[] = [];
  for (const pattern of patterns) {
    const literals = literalsOf(pattern);
    if (!literals) return undefined;
    all.push(...literals);
  }
  return all;
}

/** True if an id that a name spells, `HLR-1.2` of `HLR_1_2` with its prefix HLR, may hold the literal. */
function mayStandInName(literal: string, prefix: string): boolean {
  return `${prefix}-`.includes(literal.replace(/[\d.]+$/u, ''));
}
