import * as l10n from '@vscode/l10n';
import type { Finding, Severity } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { say, sayMany } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { Location } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import { jsonRule } from '../diff/json.ts';
import { jsonFinding } from '../json/finding.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';
import type { Palette } from '../writing/palette.ts';
import { severityPaint } from '../writing/palette.ts';
import { plain } from '../writing/plainText.ts';
import { alignRows } from '../writing/table.ts';

/**
 * Findings for a terminal, a block for each file, in the order given:
 * `docs/launch.md:12:5  error  unknown-reference  …`.
 *
 * @param end lines below them, such as how many files were not read.
 * @param others true where there are findings beside them, so that none of these does not mean that there are none.
 */
export function renderFindings(findings: readonly Finding[], palette: Palette, end: readonly string[] = [], others = false): string {
  const blocks = Array.from(byFile(findings), (group) => findingRows(group, palette).join('\n'));
  const summaries = others && findings.length === 0 ? [] : [summary(findings, palette)];
  return [...blocks, ...summaries, ...end].map((block) => `${block}\n`).join('\n');
}

/** One block of lines, without a summary: for the findings of one item. */
export function findingRows(findings: readonly Finding[], palette: Palette, indent = ''): string[] {
  const rows = alignRows(
    findings.map((finding) => [
      { text: place(finding) },
      { text: localised(SEVERITY_WORDS[finding.severity]), paint: severityPaint(palette, finding.severity) },
      { text: finding.code, paint: palette.dim },
      { text: plain(localised(finding.message)) },
    ]),
    indent,
  );
  return findings.flatMap((finding, index) => [
    rows[index] ?? '',
    ...finding.related.map((related) => palette.dim(`${indent}    ${place(related)} ${plain(localised(related.message))}`)),
  ]);
}

/**
 * Findings for other programs, with their number by severity.
 *
 * @param rules that the branch changed; absent where nothing is compared.
 */
export function renderFindingsJson(findings: readonly Finding[], rules?: readonly RuleChange[]): string {
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    summary: severityCounts(findings),
    ...(rules && { rules: rules.map(jsonRule) }),
    findings: findings.map(jsonFinding),
  });
}

/** `path:line:column`, counted from 1, as terminals and editors understand it. */
export function place({ path, range }: Location): string {
  return `${plain(path)}:${lineOf(range)}:${range.start.character + 1}`;
}

function summary(findings: readonly Finding[], palette: Palette): string {
  if (!findings.length) return palette.good(l10n.t('No findings.'));
  const files = new Set(findings.map(({ path }) => path)).size;
  return localised(sayMany('{1} in {0} file', '{1} in {0} files', files, countBySeverity(findings, SEVERITIES, palette)));
}

/** `3 errors, 1 warning`: findings of these severities by number; empty if there are none. */
export function countBySeverity(findings: readonly Finding[], severities: readonly Severity[], palette: Palette): string {
  const counts = severityCounts(findings);
  return listed(
    severities
      .filter((severity) => counts[severity])
      .map((severity) => severityPaint(palette, severity)(localised(SEVERITY_COUNTS[severity](counts[severity])))),
  );
}

/** The severities as people read them, one at a time and by number. */
const SEVERITY_WORDS: Readonly<Record<Severity, Message>> = {
  error: say('error'),
  warning: say('warning'),
  information: say('information'),
};
const SEVERITY_COUNTS: Readonly<Record<Severity, (count: number) => Message>> = {
  error: (count) => sayMany('{0} error', '{0} errors', count),
  warning: (count) => sayMany('{0} warning', '{0} warnings', count),
  information: (count) => say('{0} information', count),
};

function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function* byFile(findings: readonly Finding[]): Generator<Finding[]> {
  let group: Finding[] = [];
  for (const finding of findings) {
    if (group[0] && group[0].path !== finding.path) {
      yield group;
      group = [];
    }
    group.push(finding);
  }
  if (group.length) yield group;
}
