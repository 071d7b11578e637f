import type { Configuration } from '../../model/configuration.ts';
import { DEFAULT_DOCUMENTS, DEFAULT_EXCLUDE } from '../../model/usualFiles/defaultGlobs.ts';
import { BUILT_IN_KINDS } from '../../model/linkKind.ts';
import { DEFAULT_LINE_COVERAGE, DEFAULT_RESULTS } from '../../model/usualFiles/evidenceGlobs.ts';
import { CRITERIA_LABELS } from './criteriaLabels.ts';
import { languages } from '../languages/registry.ts';

/**
 * Test files by the habits of every major ecosystem, folders that hold tests in almost any language first; `tests:` of the
 * configuration adds to them. Where a tool fixes the names (`go test`, Maven Surefire, RSpec, pytest, Robot), they are that tool's.
 */
export const DEFAULT_TESTS: readonly string[] = ['**/{test,tests,__tests__,spec,specs,e2e,Tests}/**', ...languages.testGlobs];

/**
 * Folders into which teams and tools put specifications of what is done or given up. What is in doubt counts: a package `packages/archive` has documents
 * of its own, and `specs/archive/requirements.md` may be about archiving, so that `archive` is such a folder only below `docs`, or below a folder of
 * specifications for the folders in it.
 */
const DEFAULT_ARCHIVE: readonly string[] = [
  '**/{_archive,_archives,_archived,archived,Archived}/**',
  '**/{specs,changes,requirements,stories,epics,plans,tasks,increments}/{archive,archives,Archive,Archives}/*/**',
  '**/{doc,docs}/{archive,archives,Archive,Archives}/**',
];

/** What holds where reqtrace.yaml is silent or absent. */
export const DEFAULT_CONFIGURATION: Configuration = {
  documents: DEFAULT_DOCUMENTS.map((glob) => ({ glob, steps: false, targets: false })),
  exclude: DEFAULT_EXCLUDE,
  archive: DEFAULT_ARCHIVE,
  tests: DEFAULT_TESTS,
  testCommands: [],
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
  keys: {},
  criteria: {
    labels: CRITERIA_LABELS.flatMap(({ anywhere }) => anywhere),
    labelsInRequirement: CRITERIA_LABELS.flatMap(({ inRequirement }) => inRequirement),
    taskLabels: ['Validation', 'Verification', 'Checklist', 'Sign-off'],
  },
  implicit: 'labels',
  notations: ['auto'],
  kinds: BUILT_IN_KINDS,
  needs: ['implements', 'verifies'],
  needRules: [],
  levels: 'deep',
  inherit: ['implements'],
  annotations: [],
  reqif: [],
  sheets: [],
  evidence: { results: DEFAULT_RESULTS, coverage: DEFAULT_LINE_COVERAGE },
  severity: {},
  gates: {},
};
