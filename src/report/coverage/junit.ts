import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Finding } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import { inEnglish } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import { unitsOf } from '../../model/item.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { ConditionVerdict, GateVerdict } from '../../query/gates/verdict.ts';
import { nameOf } from '../../query/list.ts';
import { isOpen } from '../../model/status.ts';
import { coverageByDocument, lack } from './byDocument.ts';
import { RULES_TITLE } from '../diff/diffReport.ts';
import { doubtTexts } from '../doubts.ts';
import { place } from '../findings/text.ts';
import { plain } from '../writing/plainText.ts';

interface TestCase {
  readonly className: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly outcome?: { readonly tag: 'failure' | 'skipped'; readonly type?: string; readonly message: string; readonly detail?: string };
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/** Kept where results of tests are looked for, the report must not become the proof of the next one. */
const NO_EVIDENCE = '<!-- reqtrace-ignore-file: made by reqtrace report -->';

/** What a JUnit report holds beside the coverage, and what fails in it. */
export interface JUnitOptions {
  /** Make a suite of their own. */
  readonly findings?: readonly Finding[];
  /** Rules that the branch changed make a suite of skipped cases. */
  readonly rules?: readonly RuleChange[];
  /** True for a finding that fails the build; by default none does. */
  readonly fails?: (finding: Finding) => boolean;
  /** A gate that was judged: what is in its way fails, and each of its conditions that does not hold, or cannot be decided. */
  readonly gate?: GateVerdict;
}

/**
 * Coverage as JUnit XML, which every CI shows: a suite for each document, a test case for each criterion. It fails while the criterion is
 * failing, and while it is unmet, partial or stale where a gate or a finding says that this fails the build; else it is skipped, as one that
 * is waived or exempt. What should have been read and was not makes a suite of skipped cases, so that no report is empty and looks well.
 * Findings, where they are given, make one more.
 */
export function renderJUnit(view: IndexView, { findings = [], rules = [], fails = () => false, gate }: JUnitOptions = {}): string {
  const failed = new Set(findings.filter(fails).map(({ item }) => item));
  const obstacles = new Set(
    gate?.conditions.flatMap((condition) => condition.obstacles.flatMap(({ item, finding }) => item?.key ?? finding?.item ?? [])),
  );
  const suites = coverageByDocument(view).map(({ document }): Suite => ({
    name: document.path,
    cases: document.requirements.flatMap((requirement) => {
      const className = `${requirement.id} ${requirement.facts.title}`;
      return unitsOf(requirement).map((item) => criterionCase(view, item, className, failed.has(item.key) || obstacles.has(item.key)));
    }),
  }));
  const unread = doubtTexts(view).map((text): TestCase => ({
    className: 'reqtrace',
    name: text,
    file: CONFIGURATION_FILE,
    line: 1,
    outcome: { tag: 'skipped', message: 'not everything could be read' },
  }));
  if (unread.length) suites.push({ name: 'not read', cases: unread });
  if (gate) suites.push({ name: `gate ${gate.gate}`, cases: gate.conditions.map((condition) => conditionCase(gate.gate, condition)) });
  if (rules.length) suites.unshift({ name: inEnglish(RULES_TITLE), cases: rules.map(ruleCase) });
  if (findings.length) suites.push({ name: 'findings', cases: findings.map((finding) => findingCase(finding, fails(finding))) });
  const all = suites.flatMap(({ cases }) => cases);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${NO_EVIDENCE}\n<testsuites name="reqtrace" ${numbers(all)}>\n${suites.map(suiteXml).join('')}</testsuites>\n`;
}

function ruleCase({ effect, path, line, reason }: RuleChange): TestCase {
  const message = { less: 'asks for less', more: 'asks for more', other: 'may ask for less' }[effect];
  return { className: 'reqtrace', name: reason, file: path, line: line + 1, outcome: { tag: 'skipped', message } };
}

/** One that cannot be decided fails: who reads the report alone must not take it for one that holds. */
function conditionCase(gate: string, { condition, decision, why }: ConditionVerdict): TestCase {
  const test = { className: `gate ${gate}`, name: condition, file: CONFIGURATION_FILE, line: 1 };
  return decision === 'holds' ? test : { ...test, outcome: { tag: 'failure', type: decision, message: why } };
}

function criterionCase(view: IndexView, item: Item, className: string, isFailed: boolean): TestCase {
  const coverage = view.coverage(item.key);
  const { status, waivers } = coverage;
  const test = { className, name: `${item.id} ${nameOf(item)}`, file: item.path, line: lineOf(item.facts.nameRange) };
  if (isOpen(status)) {
    const about = view.findings(item.path).filter((finding) => finding.item === item.key);
    const detail = [
      place({ path: item.path, range: item.facts.nameRange }),
      ...about.map(({ code, message }) => `${code}: ${inEnglish(message)}`),
    ];
    const message = `${status}: ${lack(view, coverage)}`;
    if (!isFailed && status !== 'failing') return { ...test, outcome: { tag: 'skipped', message } };
    return { ...test, outcome: { tag: 'failure', type: status, message, detail: detail.join('\n') } };
  }
  if (status === 'met') return test;
  const reason = waivers.find(({ valid }) => valid)?.waiver.reason;
  return { ...test, outcome: { tag: 'skipped', message: reason === undefined ? status : `${status}: ${reason}` } };
}

function findingCase(finding: Finding, isFailed: boolean): TestCase {
  const { code, severity, path, range } = finding;
  const message = inEnglish(finding.message);
  const test = { className: code, name: `${place(finding)} ${message}`, file: path, line: lineOf(range) };
  if (!isFailed) return { ...test, outcome: { tag: 'skipped', message } };
  return {
    ...test,
    outcome: {
      tag: 'failure',
      type: severity,
      message,
      detail: [place(finding), ...finding.related.map((related) => `${place(related)} ${inEnglish(related.message)}`)].join('\n'),
    },
  };
}

function suiteXml({ name, cases }: Suite): string {
  return `  <testsuite name="${escapeXml(name)}" ${numbers(cases)}>\n${cases.map(caseXml).join('')}  </testsuite>\n`;
}

function caseXml({ className, name, file, line, outcome }: TestCase): string {
  const head = `    <testcase classname="${escapeXml(className)}" name="${escapeXml(name)}" file="${escapeXml(file)}" line="${line}" time="0"`;
  if (!outcome) return `${head}/>\n`;
  const { tag, type, message, detail } = outcome;
  const open = `<${tag}${type === undefined ? '' : ` type="${escapeXml(type)}"`} message="${escapeXml(message)}"`;
  const body = detail === undefined ? `${open}/>` : `${open}>${detail.split('\n').map(escapeXml).join('\n')}</${tag}>`;
  return `${head}>\n      ${body}\n    </testcase>\n`;
}

function numbers(cases: readonly TestCase[]): string {
  const having = (tag: string): number => cases.filter(({ outcome }) => outcome?.tag === tag).length;
  return `tests="${cases.length}" failures="${having('failure')}" errors="0" skipped="${having('skipped')}" time="0"`;
}

/** On one line, without what XML 1.0 cannot hold even escaped: control characters, half surrogate pairs, U+FFFE and U+FFFF. */
function escapeXml(text: string): string {
  return plain(text)
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
