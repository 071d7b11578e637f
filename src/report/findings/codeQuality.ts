import type { Finding, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import { fingerprints } from './fingerprint.ts';
import { toJson } from '../writing/json.ts';
import { plain } from '../writing/plainText.ts';

/** GitLab knows `info`, `minor`, `major`, `critical` and `blocker`. */
const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', information: 'info' };

/**
 * Findings as the code quality report of GitLab, which shows on a merge request what it adds and what it mends.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 */
export function renderCodeQuality(findings: readonly Finding[], prefix: string): string {
  const marks = fingerprints(findings);
  return toJson(
    findings.map(({ code, severity, path, range, message }, at) => ({
      description: plain(inEnglish(message)),
      check_name: code,
      fingerprint: marks[at],
      severity: SEVERITY_NAMES[severity],
      location: { path: prefix + path, lines: { begin: lineOf(range) } },
    })),
  );
}
