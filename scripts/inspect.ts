import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HarnessError, installPackage, obtainNode, repositoryRoot } from './vscode/obtain.ts';
import { QUESTIONS, transcript } from '../test/support/agents/questions.ts';
import type { Answered } from '../test/support/agents/questions.ts';

/*
 * `npm run inspect`: asks `reqtrace mcp` through the command line of the MCP Inspector, in both eras of the protocol: the list of tools with its strict check
 * of schemas, then the questions of test/support/agents/questions.ts, whose answers have to be those of test/golden/agents-shop.txt. It needs Node 22, which
 * it takes from .vscode-test/, and installs 111 MB there the first time, so it is no part of `npm test`.
 */

const INSPECTOR = '@modelcontextprotocol/inspector';
const VERSION = '2.12.0';
const CLI = path.join(repositoryRoot, 'dist/cli.cjs');
const SHOP = path.join(repositoryRoot, 'examples/shop');
/** What the inspector ends with where a tool says that the question was wrong. */
const TOOL_ERROR = 5;

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

try {
  const node = await obtainNode(console.log);
  const program = path.join(await installPackage(INSPECTOR, VERSION, console.log), 'clients/launcher/build/index.js');
  for (const era of ['modern', 'legacy'])
    inspect(
      (...asked) =>
        ask(node, [program, '--cli', process.execPath, CLI, 'mcp', '--root', SHOP, '--protocol-era', era, '--format', 'json', ...asked]),
      era,
    );
} catch (error) {
  if (!(error instanceof HarnessError)) throw error;
  console.error(`✘ ${error.message}`);
  process.exitCode = 1;
}

function inspect(asked: (...args: readonly string[]) => Ran, era: string): void {
  const list = asked('--method', 'tools/list', '--strict');
  if (list.code !== 0) throw new HarnessError(`${era}: the list of tools is not portable\n${list.stderr}`);
  const answers = QUESTIONS.map(({ tool, given }): Answered => {
    const { code, stdout, stderr } = asked('--method', 'tools/call', '--tool-name', tool, '--tool-args-json', JSON.stringify(given));
    if (code !== 0 && code !== TOOL_ERROR) throw new HarnessError(`${era}: ${tool} ended with ${code}\n${stderr}`);
    const { result } = JSON.parse(stdout.split('\n', 1)[0] ?? '') as {
      readonly result: { readonly content: readonly { readonly text: string }[] };
    };
    return { text: result.content.map(({ text }) => text).join('\n'), isError: code === TOOL_ERROR };
  });
  const expected = readFileSync(path.join(repositoryRoot, 'test/golden/agents-shop.txt'), 'utf8').replaceAll('\r\n', '\n');
  if (transcript(answers) !== expected)
    throw new HarnessError(`${era}: other answers than test/golden/agents-shop.txt\n${transcript(answers)}`);
  console.log(`✔ ${era}: strict schemas, ${answers.length} answers`);
}

function ask(node: string, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', cwd: repositoryRoot });
  return { code: status, stdout, stderr };
}
