import type { IndexView } from '../../index/view.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { progress } from '../../query/progress.ts';
import { toJson } from '../writing/json.ts';
import { count, plain } from '../writing/plainText.ts';
import { fingerprints } from './fingerprint.ts';
import { RULE_CODE } from './ruleCode.ts';

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'HIGH', warning: 'MEDIUM', information: 'LOW' };
/** Bitbucket takes so many annotations for a report. */
const MOST_ANNOTATIONS = 1000;
/** Characters of the summary of an annotation. */
const LONGEST_SUMMARY = 450;

/** The report on a commit that Bitbucket gets. */
export interface BitbucketOptions {
  /** Path of the workspace folder in its repository, empty or with a slash at the end. */
  readonly prefix: string;
  /** True for a finding that fails the build. */
  readonly fails: (finding: Finding) => boolean;
  /** Rules that the branch changed; they are before the findings. */
  readonly rules?: readonly RuleChange[];
}

/**
 * Findings as a report of Code Insights of Bitbucket Cloud, with its annotations: `{ report, annotations }`, each of which is the body of a request of
 * its REST API (`PUT …/commit/COMMIT/reports/reqtrace`, `POST …/annotations` with a hundred at most). Of more than Bitbucket takes, the gravest count.
 */
export function renderBitbucket(view: IndexView, findings: readonly Finding[], { prefix, fails, rules = [] }: BitbucketOptions): string {
  const marks = new Map(fingerprints(findings).map((mark, at) => [findings[at], mark]));
  const ordered = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const { met, of } = progress(view.counts());
  const left = rules.length + ordered.length - MOST_ANNOTATIONS;
  return toJson({
    report: {
      title: 'Requirements',
      details: `${rules.length ? `${count(rules.length, 'rule')} changed; ` : ''}${count(findings.length, 'finding')}; ${met} of ${of} met${left > 0 ? `; ${left} of the findings are not shown` : ''}`,
      report_type: 'TEST',
      reporter: 'ReqTrace',
      result: findings.some(fails) ? 'FAILED' : 'PASSED',
      data: [
        ...SEVERITIES.map((severity) => ({
          title: { error: 'Errors', warning: 'Warnings', information: 'Information' }[severity],
          type: 'NUMBER',
          value: findings.filter((finding) => finding.severity === severity).length,
        })),
        ...(of ? [{ title: 'Met', type: 'PERCENTAGE', value: Math.floor((100 * met) / of) }] : []),
      ],
    },
    annotations: [
      ...rules.map(({ effect, path, line, reason }, at) => ({
        external_id: `reqtrace-${RULE_CODE}-${at}`,
        annotation_type: 'CODE_SMELL',
        path: prefix + path,
        line: line + 1,
        summary: cut(plain(`${RULE_CODE}: ${reason}`)),
        severity: SEVERITY_NAMES[effect === 'more' ? 'information' : 'error'],
      })),
      ...ordered.map((finding) => ({
        external_id: `reqtrace-${marks.get(finding)}`,
        annotation_type: finding.severity === 'error' ? 'BUG' : 'CODE_SMELL',
        path: prefix + finding.path,
        line: lineOf(finding.range),
        summary: cut(plain(`${finding.code}: ${inEnglish(finding.message)}`)),
        severity: SEVERITY_NAMES[finding.severity],
      })),
    ].slice(0, MOST_ANNOTATIONS),
  });
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_SUMMARY ? `${characters.slice(0, LONGEST_SUMMARY - 1).join('')}…` : text;
}
