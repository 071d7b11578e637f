import assert from 'node:assert/strict';
import { ADD_AND_COMMIT } from '../support/git.ts';
import { Sandbox } from '../support/sandbox.ts';

const FILES = {
  'docs/stock.md': `## REQ-1: Reservations

**Acceptance Criteria**:

- AC1: Reserving takes units out of the free stock
- AC2: Releasing a reservation puts the units back
- AC3: An expired reservation cannot be paid
- AC4: The receipt shows opening hours

## REQ-2: Labels

**Acceptance Criteria**:

- AC1: A label without a postcode is refused
`,
  'src/stock.ts': `/** Takes units out of the free stock. */
// @implements REQ-1/AC1
export function reserve(): void {
  take();
}

/** Puts the units of a reservation back. */
export function release(): void {
  put();
}

/** Ends a reservation that has expired. */
export function expire(): void {
  end();
}
`,
  'src/label.ts': '/** Prints the postcode on a label. */\nexport function printLabel(): void {\n  print();\n}\n',
  'test/label.test.ts':
    "import { printLabel } from '../src/label.ts';\n\nit('refuses an address that lacks the postcode', () => {\n  printLabel();\n});\n",
  'test/stock.test.ts': "// @verifies REQ-1/AC1\nit('reserves', () => {\n  reserve();\n});\n",
  'src/look.css': '.label { color: red; }\n',
};

const sandbox = new Sandbox(FILES);
after(() => sandbox.remove());

interface Answer {
  readonly items: readonly {
    readonly id: string;
    readonly lacks: string;
    readonly suggestions: readonly {
      readonly file: string;
      readonly name?: string;
      readonly band: string;
      readonly words: readonly string[];
      readonly linkedItem: string | null;
      readonly changedWith: string | null;
    }[];
  }[];
}

async function asked(...args: readonly string[]): Promise<Answer['items']> {
  const { code, stdout, stderr } = await sandbox.run(['suggest', '--format', 'json', ...args]);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  const answer: Answer = JSON.parse(stdout);
  return answer.items;
}

describe('reqtrace suggest', () => {
  for (const [reference, lacks, file, name] of [
    ['REQ-1/AC2', 'code', 'src/stock.ts', 'release()'],
    ['REQ-1/AC3', 'code', 'src/stock.ts', 'expire()'],
    ['REQ-2/AC1', 'code', 'src/label.ts', 'printLabel()'],
    ['REQ-2/AC1', 'test', 'test/label.test.ts', 'refuses an address that lacks the postcode'],
  ] as const) {
    // @verifies RT-12.1/AC1~9d55e5
    it(`puts ${name} first for the ${lacks} of ${reference}`, async () => {
      const found = (await asked(reference)).find((each) => each.lacks === lacks);
      assert.deepEqual([found?.suggestions[0]?.file, found?.suggestions[0]?.name], [file, name]);
    });
  }

  // @verifies RT-12.1/AC3~e94376
  it('says which words, and which link, speak for it', async () => {
    const [code] = await asked('REQ-1/AC2');
    assert.ok(code?.suggestions[0]?.words.includes('units'));
    assert.equal(code?.suggestions[0]?.linkedItem, 'docs/stock#REQ-1/AC1');
  });

  it('asks about nothing that has its link, and offers no function that is linked already', async () => {
    assert.deepEqual(await asked('REQ-1/AC1'), []);
    const all = await asked();
    assert.ok(all.every(({ id }) => id !== 'REQ-1/AC1'));
    assert.ok(all.some(({ id, lacks }) => id === 'REQ-1/AC4' && lacks === 'code'));
  });

  // @verifies RT-12.1/AC5~0bb4b0
  it('offers no more than was asked for, and no file that declares nothing', async () => {
    const all = await asked('--limit', '1');
    assert.ok(all.every(({ suggestions }) => suggestions.length <= 1));
    assert.ok((await asked()).every(({ suggestions }) => suggestions.every(({ file }) => file !== 'src/look.css')));
  });

  // @verifies RT-12.1/AC4~9633d9
  it('prints the same bytes each time and counts for nothing', async () => {
    const before = (await sandbox.run(['report', '--format', 'json', '--today', '2026-11-21'])).stdout;
    const first = await sandbox.run(['suggest']);
    assert.equal((await sandbox.run(['suggest', '--no-cache'])).stdout, first.stdout);
    assert.equal((await sandbox.run(['report', '--format', 'json', '--today', '2026-11-21'])).stdout, before);
    assert.match(first.stdout, /Suggestions do not count until someone writes the annotation\.\n$/u);
  });

  for (const [args, said] of [
    [['--limit', 'many'], '--limit takes a number from 1 to 9999, not "many"'],
    [['--limit', '0'], '--limit takes a number from 1 to 9999, not "0"'],
    [['--base', 'main'], '--base goes with --changed'],
    [['REQ-1', '--changed'], '--changed chooses the functions, so no criterion can be named with it'],
    [['REQ-7'], 'Nothing has the ID REQ-7'],
  ] as const) {
    it(`cannot do ${args.join(' ')}`, async () => {
      const { code, stderr } = await sandbox.run(['suggest', ...args]);
      assert.equal(code, 2);
      assert.ok(stderr.startsWith(`reqtrace: ${said}`), stderr);
    });
  }
});

describe('reqtrace suggest with a history', () => {
  const LEDGER = '/** Books units. */\nexport function book(): void {\n  write(0);\n}\n';
  const whatOfLedger = async (commits: number): Promise<string | null | undefined> => {
    const history = new Sandbox({ ...FILES, 'src/ledger.ts': LEDGER });
    history.git('init', '-q', '-b', 'main');
    for (let at = 0; at < commits; at += 1) {
      history.write('src/ledger.ts', LEDGER.replace('0', String(at)));
      history.write('src/stock.ts', FILES['src/stock.ts'].replace('end();', `end(${at});`));
      history.git('-c', ADD_AND_COMMIT, 'record', '-m', `change ${at}`);
    }
    const { stdout } = await history.run(['suggest', '--format', 'json', 'REQ-1/AC2']);
    history.remove();
    const { items }: Answer = JSON.parse(stdout);
    return items[0]?.suggestions.find(({ file }) => file === 'src/ledger.ts')?.changedWith;
  };

  // @verifies RT-12.1/AC14
  it('names a file that changed in the same commits as a linked one', async () => assert.equal(await whatOfLedger(3), 'src/stock.ts'));

  it('says nothing of files that changed together once', async () => assert.equal(await whatOfLedger(1), null));
});

describe('reqtrace suggest --changed', () => {
  // @verifies RT-12.1/AC6~0803ab
  it('names criteria for what the branch changed and nothing claims', async () => {
    const branch = new Sandbox({ ...FILES, 'src/other.ts': 'export function other(): void {\n  go();\n}\n' });
    branch.git('init', '-q', '-b', 'main');
    branch.git('-c', ADD_AND_COMMIT, 'record', '-m', 'base');
    branch.git('checkout', '-q', '-b', 'work');
    branch.write('src/stock.ts', FILES['src/stock.ts'].replace('  put();', '  put(1);').replace('  take();', '  take(1);'));
    branch.write('test/label.test.ts', FILES['test/label.test.ts'].replace('printLabel();\n', 'printLabel(1);\n'));
    const { code, stdout } = await branch.run(['suggest', '--changed', '--format', 'json']);
    branch.remove();
    assert.equal(code, 0);
    const { functions }: { functions: readonly { name: string; items: readonly { id: string }[] }[] } = JSON.parse(stdout);
    assert.deepEqual(
      functions.map(({ name, items }) => [name, items[0]?.id]),
      [
        ['release()', 'REQ-1/AC2'],
        ['refuses an address that lacks the postcode', 'REQ-2/AC1'],
      ],
    );
  });
});
