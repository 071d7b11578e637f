import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, indexed, until, uri } from './support.ts';

const DOCUMENT = 'docs/kettle.md';
const WAITING = 'docs/waiting.md';
const STEAM = 'packages/steam/test/steam.test.mjs';
const TEST = 'test/kettle.test.mjs';
const CODE = 'src/kettle.mjs';
const RAN = 'ran.txt';
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "scripts": { "test": "node --test" } }\n',
  [DOCUMENT]: '# Kettle\n\n## KET-1: Boiling\n\n**Acceptance Criteria**:\n\n- Water boils\n- The lid closes\n',
  [WAITING]: '# Waiting\n\n## KET-2: Waiting\n\n**Acceptance Criteria**:\n\n- It waits\n',
  'docs/steam.md': '# Steam\n\n## KET-3: Steam\n\n**Acceptance Criteria**:\n\n- Steam rises\n',
  [STEAM]: "import { it } from 'vitest';\nit('KET-3/AC1 rises', () => {});\n",
  [CODE]: 'export const degrees = () => 100;\n',
  [TEST]: `import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { degrees } from '../src/kettle.mjs';

const ran = (name) => appendFileSync('ran.txt', name + ' ');

describe('Kettle', () => {
  it('KET-1/AC1 boils "fast"', () => {
    ran('AC1');
    assert.equal(degrees(), 100);
  });
  it('KET-1/AC2 closes', () => ran('AC2'));
  it('KET-2/AC1 waits', async () => {
    setInterval(() => ran('AC3'), 50);
    await new Promise(() => {});
  });
});
`,
};

function write(file: string, text: string): void {
  mkdirSync(path.dirname(uri(file).fsPath), { recursive: true });
  writeFileSync(uri(file).fsPath, text);
}

/** Tests that ran since it was asked last. */
function ran(): string[] {
  const file = uri(RAN).fsPath;
  const names = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
  rmSync(file, { force: true });
  return names;
}

/** A row of the tree, by its item. */
function row(id: string, document = 'docs/kettle'): { readonly folder: string; readonly key: string } {
  return { folder: vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? '', key: `${document}#${id}` };
}

/** Tests that ran at the cursor. */
async function runAtCursor(): Promise<readonly string[]> {
  await vscode.commands.executeCommand('testing.runAtCursor');
  return ran();
}

/** What VS Code calls the ends of tests. */
const STATES: ReadonlyMap<number, string> = new Map([
  [3, 'passed'],
  [4, 'failed'],
  [6, 'errored'],
]);

/** What VS Code knows of a run, as far as it is read here. */
interface KnownRun {
  readonly items: readonly {
    readonly item: { readonly label: string };
    readonly computedState: number;
  }[];
}

/** Runs all criteria of the document, as the sign of a whole file does, and says how each came out. */
async function outcomes(): Promise<string[]> {
  const run = await vscode.commands.executeCommand<KnownRun>('testing.run.uri', uri(DOCUMENT));
  ran();
  return run.items
    .filter(({ item }) => /^KET-1\/AC\d$/u.test(item.label))
    .map(({ item, computedState }) => `${item.label} ${STATES.get(computedState)}`);
}

/** What was asked of the person, and the answer is yes. */
const asked: string[] = [];
const { showInformationMessage } = vscode.window;
/** What was said of tests. */
const messages: vscode.TestMessage[] = [];
/** The API itself: what is imported is a copy. */
const api = createRequire(__filename)('vscode') as { TestMessage: typeof vscode.TestMessage };
const { TestMessage } = api;

describe('tests of a criterion', () => {
  before(async () => {
    for (const [file, text] of Object.entries(FILES)) write(file, text);
    const shown = await indexed();
    await eventually(() => shown.folders[0]?.found?.documents, 5);
    class Heard extends TestMessage {
      constructor(message: string) {
        super(message);
        messages.push(this);
      }
    }
    api.TestMessage = Heard;
    // In a window that runs tests VS Code refuses to ask.
    Object.assign(vscode.window, {
      showInformationMessage: (question: string, { detail }: vscode.MessageOptions, ...answers: string[]) => {
        asked.push(`${question}\n${detail}`);
        return Promise.resolve(answers[0]);
      },
    });
  });
  after(() => {
    api.TestMessage = TestMessage;
    Object.assign(vscode.window, { showInformationMessage });
    rmSync(uri('packages').fsPath, { recursive: true, force: true });
    for (const file of [...Object.keys(FILES), RAN]) rmSync(uri(file).fsPath, { force: true });
  });

  // @verifies RT-7.7/AC1~27ab85
  // @verifies RT-7.1/AC15~757ac9
  // @verifies RT-7.7/AC3~165752
  it('run alone, once the person has seen the command', async () => {
    await vscode.commands.executeCommand('reqtrace.runTests', row('KET-1/AC1'));
    assert.deepEqual(ran(), ['AC1']);
    assert.match(asked.join('\n'), /^Run this command\?\n.*\nnode --test '--test-name-pattern=.*KET-1\/AC1 boils "fast".*\n\n/u);
    await vscode.window.showTextDocument(uri(DOCUMENT), { selection: new vscode.Range(7, 3, 7, 3) });
    await until('the sign beside the criterion', runAtCursor, (tests) => tests.length > 0);
    assert.equal(asked.length, 1, 'it is asked once');
  });

  // @verifies RT-7.7/AC2~f2d27d
  it('show that they passed, or what failed at its line', async () => {
    assert.deepEqual(await outcomes(), ['KET-1/AC1 passed', 'KET-1/AC2 passed']);
    write(CODE, 'export const degrees = () => 99;\n');
    assert.deepEqual(await outcomes(), ['KET-1/AC1 failed', 'KET-1/AC2 passed']);
    assert.deepEqual(
      messages.map(({ message, location }) => [
        path.basename(location?.uri.path ?? ''),
        location?.range.start.line,
        String(message).includes('99 !== 100'),
      ]),
      [['kettle.test.mjs', 10, true]],
    );
    write(CODE, FILES[CODE] ?? '');
  });

  // @verifies RT-7.7/AC4~c8044b
  it('end with all that they started when they are cancelled', async () => {
    const running = vscode.commands.executeCommand('reqtrace.runTests', row('KET-2/AC1', 'docs/waiting'));
    const alive = (): Promise<readonly string[]> =>
      until(
        'a sign of the process',
        async () => ran(),
        ([name]) => name === 'AC3',
      );
    await alive();
    await vscode.commands.executeCommand('testing.cancelRun');
    await running;
    ran();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(ran(), []);
  });

  // @verifies RT-7.7/AC6~6cd19e
  it('say in one sentence why they cannot run', async () => {
    const script = (test: string): string => JSON.stringify({ type: 'module', scripts: { test } });
    const settings = readFileSync(uri('reqtrace.yaml').fsPath, 'utf8');
    const own = `${settings}\ntests:\n  run:\n    - files: [test/**]\n      command: [node, --test, --watch, "{files}"]\n      results: out.xml\n`;
    ran();
    for (const [file, text, item, sentence] of [
      [
        'package.json',
        script('tsc && node --test'),
        row('KET-1/AC1'),
        'The script "test" builds before it tests: tsc. Name a command that does both under "tests: run:" in reqtrace.yaml',
      ],
      [
        'packages/steam/package.json',
        script('vitest run'),
        row('KET-3/AC1', 'docs/steam'),
        'Vitest is not installed: there is no node_modules/vitest in "packages/steam" or above',
      ],
      [
        'reqtrace.yaml',
        own,
        row('KET-1/AC1'),
        'The command of reqtrace.yaml does not end, since it waits for files to change: node --test --watch {files}',
      ],
    ] as const) {
      messages.length = 0;
      write(file, text);
      await until(
        sentence,
        async () => {
          messages.length = 0;
          // What was written of late may not be known yet.
          ran();
          await vscode.commands.executeCommand('reqtrace.runTests', item);
          return messages.map(({ message }) => message);
        },
        (said) => said.length === 1 && said[0] === sentence,
      );
      if (file === 'reqtrace.yaml') write(file, settings);
      else if (file in FILES) write(file, FILES[file] ?? '');
      else rmSync(uri(file).fsPath);
      assert.deepEqual(ran(), []);
    }
  });

  // @verifies RT-7.7/AC9
  it('run each time that their file or code is saved, while that is wanted', async () => {
    const document = uri(DOCUMENT).toString();
    const id = ['reqtrace', document, 'docs/kettle#KET-1', 'docs/kettle#KET-1/AC1'].join('\0');
    const toggle = () => vscode.commands.executeCommand('testing.toggleContinuousRunForTest', { test: { item: { extId: id } } });
    const isRun = (what: string): Promise<readonly string[]> =>
      until(
        what,
        async () => ran(),
        (names) => names.length > 0,
      );
    const save = async (file: string): Promise<void> => {
      const text = await vscode.workspace.openTextDocument(uri(file));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(text.uri, new vscode.Position(text.lineCount, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      assert.ok(await text.save());
    };
    write(CODE, `// @implements KET-1/AC1\n${FILES[CODE]}`);
    // The settings of the test before may still be in force.
    await until('a run', outcomes, ([first]) => first === 'KET-1/AC1 passed');
    await toggle();
    assert.deepEqual(await isRun('the first run'), ['AC1']);
    await save(TEST);
    assert.deepEqual(await isRun('a run for the test'), ['AC1']);
    await save(CODE);
    assert.deepEqual(await isRun('a run for the code'), ['AC1']);
    await save(WAITING);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(ran(), [], 'another file');
    await toggle();
    await save(TEST);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(ran(), [], 'it is taken back');
    for (const file of [TEST, CODE, WAITING]) write(file, FILES[file] ?? '');
  });

  it('run once where the script of the project watches, and in the folder of their package', async () => {
    write('package.json', JSON.stringify({ type: 'module', scripts: { test: 'node --test --watch' } }));
    const runs = async (): Promise<string[]> => {
      await vscode.commands.executeCommand('reqtrace.runTests', row('KET-1/AC1'));
      return ran();
    };
    assert.deepEqual(await until('a run', runs, (tests) => tests.length > 0), ['AC1']);
    write('package.json', FILES['package.json'] ?? '');
    write('packages/steam/package.json', '{ "type": "module", "scripts": { "test": "node --test" } }');
    write(
      STEAM,
      "import { appendFileSync } from 'node:fs';\nimport { it } from 'node:test';\nit('KET-3/AC1 rises', () => appendFileSync('ran.txt', 'AC1 '));\n",
    );
    const inPackage = uri('packages/steam/ran.txt').fsPath;
    await until(
      'a run in the package',
      async () => {
        await vscode.commands.executeCommand('reqtrace.runTests', row('KET-3/AC1', 'docs/steam'));
        return existsSync(inPackage);
      },
      Boolean,
    );
    assert.deepEqual([readFileSync(inPackage, 'utf8'), ran()], ['AC1 ', []]);
  });

  // @verifies RT-7.7/AC8~5400f7
  it('leave the view Testing where nobody wants them there', async () => {
    const settings = vscode.workspace.getConfiguration('reqtrace');
    const shown = async (): Promise<number> => {
      const run = await vscode.commands.executeCommand<KnownRun | undefined>('testing.run.uri', uri(DOCUMENT));
      return run?.items.length ?? 0;
    };
    await settings.update('testExplorer', false, vscode.ConfigurationTarget.Global);
    await eventually(shown, 0);
    await settings.update('testExplorer', undefined, vscode.ConfigurationTarget.Global);
    await until('the rows', shown, (count) => count > 0);
    ran();
  });

  // @verifies RT-7.7/AC5~9dbffa
  it('halt at a breakpoint', async function () {
    // A debugger starts three programs.
    this.timeout(180_000);
    const line = (FILES[TEST] ?? '').split('\n').findIndex((text) => text.includes('assert.equal'));
    const breakpoint = new vscode.SourceBreakpoint(new vscode.Location(uri(TEST), new vscode.Position(line, 4)));
    vscode.debug.addBreakpoints([breakpoint]);
    const running = vscode.commands.executeCommand('reqtrace.debugTests', row('KET-1/AC1'));
    try {
      await until('a halt', () => vscode.debug.activeStackItem instanceof vscode.DebugStackFrame, Boolean, 150_000);
      assert.deepEqual(ran(), ['AC1']);
    } finally {
      vscode.debug.removeBreakpoints([breakpoint]);
    }
    await vscode.commands.executeCommand('workbench.action.debug.continue');
    await running;
  });
});
