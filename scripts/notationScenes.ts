import { indexed, parkMouse, widenSideBar } from './scene.ts';
import type { Scene } from './scene.ts';

const VIEW = 'Requirements';

/** A document of an example and the rows of the tree to open beside it. */
interface NotationScene {
  readonly notation: string;
  readonly document: string;
  readonly rows: readonly string[];
  /** Words of a row that is to be there before the picture is taken. */
  readonly shows?: string;
}

const NOTATIONS: readonly NotationScene[] = [
  { notation: 'spec-kit', document: 'specs/001-kettle/spec.md', rows: ['specs/001-kettle/spec.md', 'US-1 Boil water'] },
  { notation: 'openspec', document: 'openspec/specs/kettle/spec.md', rows: ['specs/kettle', 'Boil'] },
  {
    notation: 'kiro',
    document: '.kiro/specs/kettle/requirements.md',
    rows: [
      '.kiro/specs/kettle/requirements.md',
      'Requirement 1 Boil',
      '1.1 WHEN the switch is pressed THEN the Kettle SHALL boil what is in it',
    ],
  },
  {
    notation: 'bmad',
    document: '_bmad-output/implementation-artifacts/1-1-boil.md',
    rows: [
      '_bmad-output/implementation-artifacts/1-1-boil.md',
      'STORY-1.1 Boil',
      'AC1 Given a filled kettle, when the switch is pressed, then the water boils',
    ],
  },
  { notation: 'adr', document: 'docs/decisions/0001-use-induction.md', rows: ['docs/decisions/0001-use-induction.md'] },
  { notation: 'agent-os', document: '.agent-os/specs/2026-01-12-kettle/spec.md', rows: ['.agent-os/specs/2026-01-12-kettle/spec.md'] },
  {
    notation: 'aidlc',
    document: 'aidlc-docs/inception/requirements/requirements.md',
    rows: ['aidlc-docs/inception/requirements/requirements.md', 'FR-1 Boil'],
  },
  {
    notation: 'backlog',
    document: 'backlog/tasks/task-1 - Boil-water.md',
    rows: ['backlog/tasks/task-1 - Boil-water.md', 'TASK-1 Boil water'],
  },
  { notation: 'conductor', document: 'conductor/tracks/kettle_20260112/spec.md', rows: ['conductor/tracks/kettle_20260112/spec.md'] },
  { notation: 'gherkin', document: 'features/kettle.feature', rows: ['features/kettle.feature', 'Kettle'] },
  { notation: 'gsd', document: '.planning/REQUIREMENTS.md', rows: ['.planning/REQUIREMENTS.md'] },
  { notation: 'ralph', document: 'scripts/ralph/prd.json', rows: ['scripts/ralph/prd.json', 'US-001 Boil water'] },
  { notation: 'reqif', document: 'customer/kettle.reqif', rows: ['customer/kettle.reqif'] },
  { notation: 'sheets', document: 'docs/jira.csv', rows: ['docs/jira.csv'] },
  { notation: 'lobster', document: 'reqs/kettle.trlc', rows: ['reqs/kettle.trlc'] },
  { notation: 'oft', document: 'docs/kettle.md', rows: ['docs/kettle.md', 'req~boil~1 Boiling'], shows: 'Design (dsn)' },
  { notation: 'tracey', document: 'docs/kettle.md', rows: ['docs/kettle.md'] },
  {
    notation: 'doorstop',
    document: 'reqs/REQ001.yml',
    rows: ['reqs/REQ001.yml', 'reqs/REQ002.yml', 'reqs/REQ003.yml', 'tests/TST001.yml'],
  },
  { notation: 'duvet', document: 'docs/kettle.md', rows: ['docs/kettle.md', 'boiling Boiling', 'lid Lid'] },
  {
    notation: 'reqstool',
    document: 'docs/reqstool/requirements.yml',
    rows: ['docs/reqstool/requirements.yml', 'docs/reqstool/software_verification_cases.yml'],
  },
  { notation: 'needs', document: 'docs/kettle.rst', rows: ['docs/kettle.rst'] },
  { notation: 'rust-reference', document: 'src/boiling.md', rows: ['src/boiling.md'] },
  { notation: 'strictdoc', document: 'docs/kettle.sdoc', rows: ['docs/kettle.sdoc'] },
  { notation: 'tables', document: 'docs/kettle.md', rows: ['docs/kettle.md', 'FR-5 Boil from cold'] },
  { notation: 'taskmaster', document: '.taskmaster/docs/prd.txt', rows: ['.taskmaster/docs/prd.txt', 'US-1 Tea'] },
];

/** One picture a notation: a document of it, and what it is in the tree. */
export const notationScenes: readonly Scene[] = NOTATIONS.map(({ notation, document, rows, shows }) => ({
  name: `notation-${notation}`,
  folder: `examples/notations/${notation}`,
  arrange: async (workbench) => {
    await workbench.openFile(document, 1, 1);
    await indexed(workbench);
    await workbench.openView('ReqTrace');
    await widenSideBar(workbench, 180);
    for (const row of rows) await workbench.expand(VIEW, row === document ? row.slice(row.lastIndexOf('/') + 1) : row);
    if (shows !== undefined) await workbench.page.locator('.part.sidebar .monaco-list-row', { hasText: shows }).first().waitFor();
    await parkMouse(workbench);
  },
}));
