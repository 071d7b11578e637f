import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { eachLine } from '../../../text/lines.ts';
import { wholeOf } from './junitWholes.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';
import { isSourceFile } from '../sourceFile.ts';
import { durationOf, failureOf } from '../failure.ts';
import { TapComments } from './tapComments.ts';
import { TapDiagnostic } from './tapDiagnostic.ts';
import { TapPlan } from './tapPlan.ts';
import { NODE_LEFT_OUT } from './nodeLeftOut.ts';

/** A result before it is known what it is in. */
interface Point {
  readonly outcome: Outcome;
  readonly title: string;
  file: string | undefined;
  /** Innermost first, since the point of a group follows those in it. */
  readonly groups: string[];
  /** True for what is a hook and no test. */
  hook: boolean;
  said: Pick<TestResult, 'failure' | 'duration'>;
  /** Of a group: whether any point in it failed. */
  holds: 'nothing' | 'failures' | 'others';
}

/** Points of one depth that wait for the point of their group. */
interface Level {
  readonly indent: number;
  readonly points: Point[];
}

const POINT = /^(?<not>not )?ok\b(?:\s+(?<number>\d+))?(?:\s+-)?\s*(?<rest>.*)$/u;
const DIRECTIVE = /(?<!\\)#\s*(?<word>skip|todo)\b:?\s*(?<rest>.*)$/iu;
/** How long a test took, as Vitest and node-tap put it behind its title. */
const TIME = /\s+#\s*time=(?<number>[\d.]+)\s*(?<unit>m?s)(?=\s*\{?$)/u;
/** node --test says where a test stands: `location: '/repo/test/a.test.mjs:2:138'`. */
const LOCATION = /^(?:location|file):\s*['"]?(?<file>.*?)(?::\d+){0,2}['"]?$/u;
/** busted says where a test or a hook stands that failed: `# spec/a_spec.lua @ 2`. */
const STANDS = /^# (?<file>\S+) @ \d+$/u;
/** What busted calls a hook, behind the groups that it is of. */
const BUSTED_HOOK = /^(?:(?<group>.+) )?(?:(?:strict_|lazy_)?(?:setup|teardown)|(?:before|after)_each)$/u;
/** What AVA calls a hook: `before hook`, `beforeEach hook for adds`. */
const AVA_HOOK = /^(?:before|after)(?:Each)?(?:\.always)? hook(?: for |$)/u;
/** Check has the file, the case and the test before its message: `test/check_stock.c:core:adds: Passed`. */
const CHECK = /^(?<file>\S+\.(?:c|cc|cpp|cxx|check)):[^:]*:(?<test>\w+): /u;
/** What cmocka puts behind a test whose set-up failed. */
const NOT_RUN = / Could not run test: .*$/u;
/** `prove -v` says which script comes next: `t/a.t .. `. */
const SCRIPT = /^(?<file>\S+) \.{2,}$/u;
/** What `prove -v` says of a script that ended badly though no test of it failed: it did not compile, or died behind its tests. */
const DIED = /^(?:No subtests run|All \d+ subtests passed)\b/u;
/** A title as tape writes it before the assertions of a test. */
const HEADING = /^# (?:SKIP |TODO )?(?<title>\S.*)$/u;
/** Subtests in subtests; the deepest honest output has a dozen. */
const DEEPEST = 100;
const LONGEST_LINE = 4000;

/**
 * True for the beginning of TAP output: a version, a plan or a test point with a number on a line of its own, whatever is before; what makes
 * it is often copied with its output.
 */
export function isTap(head: string): boolean {
  return /^(?:TAP version \d+\s*$|1\.\.\d+(?:\s|$)|\s*(?:not )?ok(?:\s+\d+|\s+-))/mu.test(head);
}

/**
 * Reads the Test Anything Protocol, versions 12 to 14 (testanything.org): subtests are indented, and the test point behind them names what they
 * are in. `# SKIP` and `# TODO` are skipped, a TODO that fails too. Of diagnostics in YAML the place of a test and what they say of its failure count. Of a run that was
 * stopped, has fewer tests than it planned or no plan, the others are lost.
 */
export function readTap(text: string): ReadEvidence {
  const levels: Level[] = [];
  const died: TestResult[] = [];
  const open: { readonly indent: number; readonly title: string }[] = [];
  const plan = new TapPlan();
  const headings = hasHeadings(text);
  let heading: string | undefined;
  let last: Point | undefined;
  let script: string | undefined;
  const diagnostic = new TapDiagnostic();
  const comments = new TapComments(!headings);
  let lineNumber = -1;
  for (const whole of eachLine(text)) {
    lineNumber += 1;
    const line = whole.slice(0, LONGEST_LINE).trimEnd();
    const content = line.trimStart();
    const indent = line.length - content.length;
    if (diagnostic.read(line, indent)) {
      if (last) describe(last, content, diagnostic);
      continue;
    }
    const group = content === '}' ? open.pop() : undefined;
    if (group) gather(levels, group.indent, group.title);
    if (indent === 0) {
      plan.read(content, lineNumber);
      const next = SCRIPT.exec(content)?.groups?.['file'];
      if (next !== undefined) plan.script(lineNumber);
      script = next ?? script;
      if (script !== undefined && DIED.test(content)) {
        died.push({ outcome: 'failed', whole: 'file', file: script, groups: [], title: '' });
        plan.died();
      }
      if (headings) heading = headingOf(content) ?? heading;
    }
    const isPlace = last !== undefined && locate(last, content);
    const found = POINT.exec(content)?.groups;
    if (!found) {
      if (!isPlace) comments.read(content, indent);
      continue;
    }
    tell(last, comments);
    comments.begin(indent);
    if (indent > 0) plan.inside();
    last = pointOf(found['not'] !== undefined, found['number'], found['rest'] ?? '');
    if (!last) continue;
    if (script !== undefined && isSourceFile(script)) last.file = script;
    if (heading !== undefined) last.groups.push(heading);
    // Older tools write the group first and what it holds in braces behind it.
    const opens = content.endsWith('{');
    gather(levels, indent, opens ? undefined : last.title, last).points.push(last);
    if (opens) open.push({ indent, title: last.title });
    if (levels.length > DEEPEST)
      return { kind: 'malformed', reason: say('its subtests are nested more than {0} deep', DEEPEST), line: lineNumber };
  }
  tell(last, comments);
  const end = /[\r\n]$/u.test(text) ? lineNumber : lineNumber - 1;
  const lost = plan.end(end, diagnostic.isOpen || isCutOff(text) || open.length > 0);
  return readResults([...whatStands(levels, text, last), ...died], undefined, lost);
}

/** True for a line in which busted says where a test that failed stands; takes that. */
function locate(point: Point, content: string): boolean {
  const stands = point.outcome === 'failed' ? STANDS.exec(content)?.groups?.['file'] : undefined;
  if (stands !== undefined && isSourceFile(stands)) {
    point.file ??= stands;
    point.hook ||= BUSTED_HOOK.test(point.title);
  }
  return stands !== undefined;
}

/** Takes what follows a test that failed, where no YAML says more. */
function tell(point: Point | undefined, comments: TapComments): void {
  if (point?.outcome === 'failed' && !point.said.failure) point.said = { ...point.said, ...comments.said() };
}

/** Takes what a line of YAML says of the test before it, and at its end what all of it says. */
function describe(point: Point, content: string, diagnostic: TapDiagnostic): void {
  if (diagnostic.isOpen) point.file ??= LOCATION.exec(content)?.groups?.['file'] || undefined;
  else point.said = { ...point.said, ...diagnostic.said(point.outcome === 'failed') };
}

/** Results of all that ends. */
function whatStands(levels: readonly Level[], text: string, last: Point | undefined): TestResult[] {
  // What is left of a title may be that of another test.
  if (isCutOff(text) && last && last.outcome !== 'failed') levels.at(-1)?.points.pop();
  return levels.flatMap(({ indent, points }) => (indent > 0 ? points.filter(isFailure) : points)).flatMap(resultOf);
}

/** What a group that does not end holds is of nobody knows what: a pass might prove another test of that title. */
function isFailure({ outcome }: Point): boolean {
  return outcome === 'failed';
}

/** True where the last line is a test and does not end: what wrote it ends each line. */
function isCutOff(text: string): boolean {
  const from = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return /^\s*(?:not )?ok\b/u.test(text.slice(from, from + LONGEST_LINE));
}

/** The level of an indentation, which takes what waits at deeper ones as parts of the group. */
function gather(levels: Level[], indent: number, group: string | undefined, point?: Point): Level {
  const inside: Level[] = [];
  while ((levels.at(-1)?.indent ?? -1) > indent) inside.push(...levels.splice(-1));
  let level = levels.at(-1);
  if (level?.indent !== indent) levels.push((level = { indent, points: [] }));
  const of = point ?? level.points.findLast(({ title }) => title === group);
  for (const inner of inside.flatMap(({ points }) => points)) {
    // node --test of older versions makes a group of each file, Vitest too.
    if (group !== undefined && isSourceFile(group)) inner.file ??= group;
    else if (group) inner.groups.push(group);
    if (of?.outcome === 'failed' && inner.outcome === 'failed' && !of.said.failure)
      of.said = { ...of.said, ...(inner.said.failure ? { failure: inner.said.failure } : failureOf({ message: inner.title })) };
    if (of && of.holds !== 'failures') of.holds = inner.outcome === 'failed' ? 'failures' : 'others';
    level.points.push(inner);
  }
  return level;
}

/** Undefined for a test that the run left out. */
function pointOf(failed: boolean, number: string | undefined, described: string): Point | undefined {
  const rest = described.replace(TIME, '');
  const time = TIME.exec(described)?.groups;
  const said = time ? durationOf(Number(time['number']) * (time['unit'] === 's' ? 1000 : 1)) : {};
  const directive = DIRECTIVE.exec(rest);
  const behind = directive?.groups?.['rest'] ?? '';
  if (NODE_LEFT_OUT.test(behind)) return undefined;
  const before = (directive ? rest.slice(0, directive.index) : rest).trim();
  // Some put the title behind the directive: lab, busted, cmocka.
  const name = before === '' ? behind.trim() : before;
  const numbered = number !== undefined && name.startsWith(`(${number}) `) ? name.slice(number.length + 3) : name;
  const title = (numbered.endsWith(' {') ? numbered.slice(0, -1).trimEnd() : numbered).replace(/\\([\\#])/gu, '$1');
  const outcome = failed ? 'failed' : 'passed';
  const check = CHECK.exec(title)?.groups;
  if (check)
    return { ...checked(outcome, title, check), said: { ...said, ...(failed && failureOf({ message: title.replace(CHECK, '') })) } };
  const [first = '', ...others] = title.split(' > ');
  // The flat form of Vitest leads with the file.
  const inFile = others.length > 0 && isSourceFile(first);
  // AVA leads with folders and the stem of the file.
  const [own = '', ...around] = (inFile ? others.join(' > ') : title).split(' › ').toReversed();
  return {
    outcome: directive ? 'skipped' : outcome,
    title: failed ? own.replace(NOT_RUN, '') : own,
    hook: AVA_HOOK.test(own),
    file: inFile ? first : undefined,
    groups: around,
    said: { ...said, ...(failed && failureOf({ message: NOT_RUN.exec(own)?.[0] })) },
    holds: 'nothing',
  };
}

function checked(outcome: Outcome, title: string, check: Readonly<Record<string, string>>): Point {
  return { outcome, title: check['test'] ?? title, file: check['file'], groups: [], hook: false, said: {}, holds: 'nothing' };
}

/**
 * A group that failed though nothing in it did has a hook that failed; so has what mocha calls a hook, and a file that is a test of its own could not be loaded.
 */
function resultOf({ outcome, title, file, groups, hook, said, holds }: Point): readonly TestResult[] {
  const place = file !== undefined && { file };
  const around = groups.toReversed();
  const failure = said.failure && { failure: said.failure };
  if (outcome === 'failed' && hook) {
    const group = BUSTED_HOOK.exec(title)?.groups?.['group'];
    return [
      {
        outcome,
        whole: group === undefined ? 'file' : 'group',
        ...place,
        groups: group === undefined ? around : [group],
        title: '',
        ...failure,
      },
    ];
  }
  if (outcome === 'failed' && holds === 'others' && !isSourceFile(title))
    return [{ outcome, whole: 'group', ...place, groups: [...around, title], title: '', ...failure }];
  const named = { title, className: around.join(' '), suite: '', file, error: false, message: '' };
  const whole = outcome === 'failed' && holds !== 'failures' ? wholeOf(named) : undefined;
  return [whole ? { ...whole, ...failure } : { outcome, ...place, groups: around, title, ...said }];
}

/** True for the output of tape: a comment directly behind the version that is not a `# Subtest: …` is the title of a test. */
function hasHeadings(text: string): boolean {
  return /^TAP version 13\r?\n(?:\s*\n)*# (?!Subtest:)\S.*\r?\n(?:\s*\n)*(?:#|(?:not )?ok \d)/mu.test(text.slice(0, LONGEST_LINE));
}

function headingOf(content: string): string | undefined {
  return HEADING.exec(content)?.groups?.['title'];
}
