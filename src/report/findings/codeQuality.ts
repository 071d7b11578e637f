import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import { fingerprints } from './fingerprint.ts';
import { RULE_CODE } from './ruleCode.ts';
import { toJson } from '../writing/json.ts';
import { plain } from '../writing/plainText.ts';

/** GitLab knows `info`, `minor`, `major`, `critical` and `blocker`. */
const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', information: 'info' };

/**
 * Findings as the code quality report of GitLab, which shows on a merge request what it adds and what it mends.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 * @param rules that the branch changed; they are before the findings.
 */
export function renderCodeQuality(findings: readonly Finding[], prefix: string, rules: readonly RuleChange[] = []): string {
  const marks = fingerprints(findings);
  return toJson([
    ...rules.map(({ effect, path, line, reason }) => ({
      description: plain(reason),
      check_name: RULE_CODE,
      fingerprint: bytesToHex(sha256(utf8ToBytes(JSON.stringify([RULE_CODE, path, reason])))).slice(0, 32),
      severity: SEVERITY_NAMES[effect === 'more' ? 'information' : 'error'],
      location: { path: prefix + path, lines: { begin: line + 1 } },
    })),
    ...findings.map(({ code, severity, path, range, message }, at) => ({
      description: plain(inEnglish(message)),
      check_name: code,
      fingerprint: marks[at],
      severity: SEVERITY_NAMES[severity],
      location: { path: prefix + path, lines: { begin: lineOf(range) } },
    })),
  ]);
}
