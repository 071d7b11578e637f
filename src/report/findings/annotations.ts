import type { Finding, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import type { Annotation, AnnotationLevel } from '../writing/annotation.ts';

const LEVELS: Readonly<Record<Severity, AnnotationLevel>> = { error: 'error', warning: 'warning', information: 'notice' };

/** Findings as a build service shows them at their lines, in the order given. */
export function findingAnnotations(findings: readonly Finding[]): readonly Annotation[] {
  return findings.map(({ severity, code, path, range, message }) => ({
    level: LEVELS[severity],
    place: { path, range },
    title: code,
    message: inEnglish(message),
  }));
}
