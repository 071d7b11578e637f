import type { Outcome, TestResult } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import { eachLine, linesOf } from '../../text/lines.ts';
import { readResults } from './reading.ts';
import type { ReadEvidence } from './reading.ts';
import { isSourceFile } from './sourceFile.ts';

/** A result before it is known what it stands in. */
interface Point {
  readonly outcome: Outcome;
  readonly title: string;
  file: string | undefined;
  /** Innermost first, since the point of a group follows those in it. */
  readonly groups: string[];
}

/** Points of one depth that wait for the point of their group. */
interface Level {
  readonly indent: number;
  readonly points: Point[];
}

const POINT = /^(?<not>not )?ok\b(?:\s+\d+)?(?:\s+-)?\s*(?<rest>.*)$/u;
const DIRECTIVE = /(?<!\\)#\s*(?<word>skip|todo)\b/iu;
/** node --test says where a test stands: `location: '/repo/test/a.test.mjs:2:138'`. */
const LOCATION = /^(?:location|file):\s*['"]?(?<file>.*?)(?::\d+){0,2}['"]?$/u;
/** Subtests in subtests; the deepest honest output has a dozen. */
const DEEPEST = 100;
const LONGEST_LINE = 4000;

/** True for the beginning of TAP output: a version, a plan or a test point before anything else that is no comment. */
export function isTap(head: string): boolean {
  const first = linesOf(head).find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';
  return /^TAP version \d+/u.test(first) || /^1\.\.\d+(?:\s|$)/u.test(first) || /^(?:not )?ok(?:\s+\d+|\s+-)/u.test(first);
}

/**
 * Reads the Test Anything Protocol, versions 12 to 14 (testanything.org): subtests are indented, and the test point behind them names what they
 * stand in. `# SKIP` and `# TODO` are skipped, a TODO that fails too. Diagnostics in YAML are passed over, but for the place of a test.
 */
export function readTap(text: string): ReadEvidence {
  const levels: Level[] = [];
  const open: { readonly indent: number; readonly title: string }[] = [];
  let last: Point | undefined;
  let yamlEnd: string | undefined;
  let lineNumber = -1;
  for (const whole of eachLine(text)) {
    lineNumber += 1;
    const line = whole.slice(0, LONGEST_LINE).trimEnd();
    const content = line.trimStart();
    const indent = line.length - content.length;
    if (yamlEnd !== undefined) {
      if (line === yamlEnd) yamlEnd = undefined;
      else if (last) last.file ??= LOCATION.exec(content)?.groups?.['file'] || undefined;
      continue;
    }
    if (content === '---') {
      yamlEnd = `${line.slice(0, indent)}...`;
      continue;
    }
    const group = content === '}' ? open.pop() : undefined;
    if (group) gather(levels, group.indent, group.title);
    const found = POINT.exec(content)?.groups;
    if (!found) continue;
    last = pointOf(found['not'] !== undefined, found['rest'] ?? '');
    // Older tools write the group first and what it holds in braces behind it.
    const opens = content.endsWith('{');
    gather(levels, indent, opens ? undefined : last.title).points.push(last);
    if (opens) open.push({ indent, title: last.title });
    if (levels.length > DEEPEST)
      return { kind: 'malformed', reason: say('its subtests are nested more than {0} deep', DEEPEST), line: lineNumber };
  }
  return readResults(levels.flatMap(({ points }) => points).map(resultOf));
}

/** The level of an indentation, which takes what waits at deeper ones as parts of the group. */
function gather(levels: Level[], indent: number, group: string | undefined): Level {
  const inside: Level[] = [];
  while ((levels.at(-1)?.indent ?? -1) > indent) inside.push(...levels.splice(-1));
  let level = levels.at(-1);
  if (level?.indent !== indent) levels.push((level = { indent, points: [] }));
  for (const point of inside.flatMap(({ points }) => points)) {
    // node --test of older versions makes a group of each file.
    if (group !== undefined && isSourceFile(group)) point.file ??= group;
    else if (group) point.groups.push(group);
    level.points.push(point);
  }
  return level;
}

function pointOf(failed: boolean, rest: string): Point {
  const directive = DIRECTIVE.exec(rest);
  const name = (directive ? rest.slice(0, directive.index) : rest).trim();
  const title = (name.endsWith(' {') ? name.slice(0, -1).trimEnd() : name).replace(/\\([\\#])/gu, '$1');
  const outcome = failed ? 'failed' : 'passed';
  return { outcome: directive ? 'skipped' : outcome, title, file: undefined, groups: [] };
}

function resultOf({ outcome, title, file, groups }: Point): TestResult {
  return { outcome, ...(file !== undefined && { file }), groups: groups.toReversed(), title };
}
