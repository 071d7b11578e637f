import type { FindingRule } from './rule.ts';

/** A file with test results or line coverage that cannot be read to its end. */
export const malformedEvidence: FindingRule = {
  code: 'malformed-evidence',
  check: (file) => file.evidenceProblems(),
};
