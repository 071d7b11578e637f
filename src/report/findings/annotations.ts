import type { Finding, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { ruleAnnotation } from '../diff/annotations.ts';
import type { Annotation, AnnotationLevel } from '../writing/annotation.ts';

const LEVELS: Readonly<Record<Severity, AnnotationLevel>> = { error: 'error', warning: 'warning', information: 'notice' };

/**
 * Findings as a build service shows them at their lines, in the order given.
 *
 * @param rules that the branch changed; those that ask for less, or may, are before the findings.
 */
export function findingAnnotations(findings: readonly Finding[], rules: readonly RuleChange[] = []): readonly Annotation[] {
  return [
    ...rules.filter(({ effect }) => effect !== 'more').map(ruleAnnotation),
    ...findings.map(({ severity, code, path, range, message }) => ({
      level: LEVELS[severity],
      place: { path, range },
      title: code,
      message: inEnglish(message),
    })),
  ];
}
