import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Sandbox } from '../support/sandbox.ts';

const EXAMPLES = new URL('../../examples/notations/', import.meta.url);

interface Reported {
  readonly requirements: readonly {
    readonly key: string;
    readonly status: string;
    readonly notation: string;
    readonly criteria: readonly { readonly key: string; readonly status: string }[];
  }[];
  readonly references: readonly {
    readonly kind: string;
    readonly text: string;
    readonly item: string | null;
    readonly done: boolean | null;
  }[];
  readonly findings: readonly { readonly severity: string; readonly message: string }[];
}

/** What becomes of each example: items with their status, then what is planned. */
const EXPECTED: Readonly<Record<string, { readonly items: readonly string[]; readonly plans: readonly string[] }>> = {
  'spec-kit': {
    items: [
      '001-kettle#US-1/AC1 met',
      '001-kettle#US-1/AC2 met',
      '001-kettle#FR-001 met',
      '001-kettle#FR-002 unmet',
      '001-kettle#SC-001 unmet',
    ],
    plans: ['US-1 undecided', 'US-1 done', 'FR-001 done', 'US-1 open', 'FR-002 open'],
  },
  openspec: { items: ['kettle#boil/filled met', 'kettle#boil/empty partial'], plans: [] },
  kiro: {
    items: ['kettle#REQ-1/AC1 met', 'kettle#REQ-1/AC2 met', 'kettle#REQ-1/AC3 unmet'],
    plans: ['REQ-1/AC2 undecided', 'REQ-1/AC1 done', 'REQ-1/AC2 done', 'REQ-1/AC3 open'],
  },
  bmad: {
    items: [
      '_bmad-output#STORY-1.1/AC1 met',
      '_bmad-output#STORY-1.1/AC2 unmet',
      '_bmad-output#FR-1 partial',
      '_bmad-output#FR-2 unmet',
      '_bmad-output#NFR-1 unmet',
    ],
    plans: [
      'STORY-1.1/AC1 done',
      'STORY-1.1/AC2 open',
      'FR-1 undecided',
      'FR-2 undecided',
      'FR-1 undecided',
      'FR-2 undecided',
      'STORY-1.1 undecided',
    ],
  },
  adr: {
    items: ['decisions#ADR-1 met', 'decisions#ADR-2 exempt'],
    plans: [],
  },
  'agent-os': {
    items: [
      '2026-01-12-kettle#SCOPE-1 met',
      '2026-01-12-kettle#SCOPE-2 met',
      '2026-01-12-kettle#SCOPE-3 unmet',
      '2026-01-12-kettle#DELIVERABLE-1 unmet',
    ],
    plans: [],
  },
  aidlc: {
    items: [
      'aidlc-docs#FR-1/FR-1.1 met',
      'aidlc-docs#FR-1/FR-1.2 met',
      'aidlc-docs#FR-1/FR-1.3 unmet',
      'aidlc-docs#NFR-1 unmet',
      'aidlc-docs#FR-2 exempt',
    ],
    plans: ['FR-1/FR-1.1 undecided', 'FR-1/FR-1.2 undecided'],
  },
  backlog: {
    items: ['backlog#TASK-1/AC1 met', 'backlog#TASK-1/AC2 met', 'backlog#TASK-1/AC3 unmet'],
    plans: [],
  },
  conductor: {
    items: [
      'kettle_20260112#acceptance/AC1 unmet',
      'kettle_20260112#acceptance/AC2 unmet',
      'kettle_20260112#FR-1 met',
      'kettle_20260112#FR-2 met',
      'kettle_20260112#NFR-1 unmet',
    ],
    plans: [],
  },
  gherkin: {
    items: ['kettle#kettle/filled met', 'kettle#kettle/empty met', 'kettle#the-kettle-switches-itself-off/boiling unmet'],
    plans: [],
  },
  gsd: {
    items: ['.planning#HEAT-01 met', '.planning#HEAT-02 met', '.planning#HEAT-03 unmet', '.planning#TIME-01 exempt'],
    plans: ['HEAT-01 done', 'HEAT-02 done', 'HEAT-03 open', 'HEAT-01 undecided', 'HEAT-02 undecided'],
  },
  ralph: {
    items: ['ralph#US-001/AC1 met', 'ralph#US-001/AC2 met', 'ralph#US-001/AC3 unmet'],
    plans: [],
  },
  tables: {
    items: [
      'kettle#FR-1 met',
      'kettle#FR-2 met',
      'kettle#FR-3 unmet',
      'kettle#FR-4 exempt',
      'kettle#FR-5/AC1 met',
      'kettle#FR-5/AC2 partial',
    ],
    plans: [],
  },
  oft: { items: ['kettle#req~boil met', 'kettle#dsn~switch met', 'kettle#dsn~whistle partial'], plans: [] },
  tracey: { items: ['r#kettle.boil met', 'r#kettle.whistle partial', 'r#kettle.lid unmet'], plans: [] },
  doorstop: { items: ['reqs#REQ001 met', 'reqs#REQ002 partial', 'reqs#REQ003 exempt', 'tests#TST001 unmet'], plans: [] },
  duvet: {
    items: ['kettle#boiling/AC1 met', 'kettle#boiling/AC2 partial', 'kettle#boiling/AC3 waived', 'kettle#lid/AC1 unmet'],
    plans: ['lid/AC1 open'],
  },
  lobster: { items: ['tea#boil met', 'tea#whistle partial', 'tea#lid unmet'], plans: [] },
  reqif: { items: ['kettle#KE1 exempt', 'kettle#KE2 met', 'kettle#KE3 unmet'], plans: [] },
  sheets: { items: ['kettle#KX-1 met', 'kettle#KX-2 unmet', 'kettle#KX-3 exempt', 'jira#KET-1 unmet', 'jira#KET-2 unmet'], plans: [] },
  'rust-reference': { items: ['r#boil unmet', 'r#boil.intro met', 'r#boil.whistle unmet'], plans: [] },
  needs: { items: ['kettle#REQ_001 met', 'kettle#REQ_002 partial', 'kettle#REQ_003 exempt'], plans: [] },
  reqstool: {
    items: [
      'kettle#KETTLE_001 met',
      'kettle#KETTLE_002 partial',
      'kettle#KETTLE_003 exempt',
      'reqstool#SVC_001 met',
      'reqstool#SVC_002 unmet',
    ],
    plans: [],
  },
  strictdoc: { items: ['kettle#KETTLE-1 met', 'kettle#KETTLE-2 partial', 'kettle#KETTLE-3 exempt'], plans: [] },
  taskmaster: {
    items: ['prd#US-1/AC1 met', 'prd#US-1/AC2 met', 'prd#REQ-1 unmet', 'prd#REQ-2 exempt', 'master#TASK-1 exempt', 'master#TASK-2 exempt'],
    plans: ['US-1 done', 'REQ-1 open'],
  },
};

describe('the examples of notations', () => {
  for (const [name, { items, plans }] of Object.entries(EXPECTED)) {
    it(`${name} are read as they are meant`, async () => {
      const sandbox = new Sandbox();
      try {
        cpSync(fileURLToPath(new URL(name, EXAMPLES)), sandbox.root, { recursive: true });
        const { code, stdout, stderr } = await sandbox.run(['report', '--format', 'json', '--no-cache']);
        assert.deepEqual([code, stderr], [0, '']);
        const { requirements, references, findings } = JSON.parse(stdout) as Reported;
        const units = requirements.flatMap((one) => (one.criteria.length > 0 ? one.criteria : [one]));
        const short = (key: string): string => key.replace(/^.*\/(?=[^/]*#)/u, '');
        // Tables in Markdown belong to the house, as all that stands around them.
        assert.deepEqual([...new Set(requirements.map(({ notation }) => notation))], [name === 'tables' ? 'house' : name]);
        assert.deepEqual(
          units.map(({ key, status }) => `${short(key)} ${status}`),
          items,
        );
        const planned = references.filter(({ kind, item }) => kind === 'plans' && item !== null);
        const ticks = new Map([
          [true, 'done'],
          [false, 'open'],
        ]);
        assert.deepEqual(
          planned.map(({ item, done }) => `${(item ?? '').replace(/^.*#/u, '')} ${done === null ? 'undecided' : ticks.get(done)}`),
          plans,
        );
        assert.deepEqual(
          findings.filter(({ severity }) => severity !== 'information'),
          [],
        );
      } finally {
        sandbox.remove();
      }
    });
  }
});
