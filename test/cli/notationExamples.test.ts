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
};

describe('the examples of notations', () => {
  for (const [name, { items, plans }] of Object.entries(EXPECTED)) {
    it(`${name} are read as they are meant, without a configuration`, async () => {
      const sandbox = new Sandbox();
      try {
        cpSync(fileURLToPath(new URL(name, EXAMPLES)), sandbox.root, { recursive: true });
        const { code, stdout, stderr } = await sandbox.run(['report', '--format', 'json', '--no-cache']);
        assert.deepEqual([code, stderr], [0, '']);
        const { requirements, references, findings } = JSON.parse(stdout) as Reported;
        const units = requirements.flatMap((one) => (one.criteria.length > 0 ? one.criteria : [one]));
        const short = (key: string): string => key.replace(/^.*\/(?=[^/]*#)/u, '');
        assert.deepEqual([...new Set(requirements.map(({ notation }) => notation))], [name]);
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
