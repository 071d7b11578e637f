import type { Configuration } from '../../model/configuration.ts';
import { DEFAULT_DOCUMENTS, DEFAULT_EXCLUDE, DEFAULT_TESTS } from '../../model/defaultGlobs.ts';
import { DEFAULT_LINE_COVERAGE, DEFAULT_RESULTS } from '../../model/evidenceGlobs.ts';

/** What holds where reqtrace.yaml is silent or absent. */
export const DEFAULT_CONFIGURATION: Configuration = {
  documents: DEFAULT_DOCUMENTS.map((glob) => ({ glob, steps: false, targets: false })),
  exclude: DEFAULT_EXCLUDE,
  tests: DEFAULT_TESTS,
  siteRoot: '',
  labels: {
    'Integration Point': 'IP',
    Requirement: 'REQ',
    'User Story': 'US',
    Story: 'STORY',
    'Use Case': 'UC',
    Feature: 'FEAT',
    Decision: 'ADR',
  },
  ids: [],
  criteria: {
    labels: ['Acceptance Criteria', 'Success Criteria', 'Exit Criteria', 'Definition of Done', 'Quality Gates'],
    taskLabels: ['Validation', 'Verification', 'Checklist', 'Sign-off'],
  },
  implicit: 'labels',
  needs: ['implements', 'verifies'],
  inherit: ['implements'],
  annotations: [],
  evidence: { results: DEFAULT_RESULTS, coverage: DEFAULT_LINE_COVERAGE },
  severity: {},
  gates: {},
};
