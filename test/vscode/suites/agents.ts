import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { eventually, find, indexed, open, until } from './support.ts';

const OPEN_CHAT = 'workbench.action.chat.open';

/** As VS Code calls the tools of an agent's server: `mcp_LABEL_NAME`. */
function tools(): string[] {
  return vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('mcp_reqtrace_'));
}

/** How many servers for agents run. */
function running(): number {
  const commands = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  return commands.filter((command) => command.includes('cli.cjs mcp') && command.includes(root)).length;
}

function rowOf(id: string): { readonly folder: string; readonly key: string } {
  return { folder: vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? '', key: `docs/orders#${id}` };
}

async function disableAi(value: boolean | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('chat').update('disableAIFeatures', value, vscode.ConfigurationTarget.Workspace);
}

describe('a coding agent in VS Code', () => {
  before(indexed);

  // @verifies RT-7.8/AC1~73f667
  it('is offered the server, which starts when it is used and not before, and answers', async function () {
    assert.equal(running(), 0);
    await vscode.commands.executeCommand('workbench.mcp.startServer', 'reqtrace.reqtrace/ReqTrace', { waitForLiveTools: true });
    await until('tools', tools, (names) => names.length >= 7);
    assert.deepEqual(
      tools()
        .map((name) => name.slice('mcp_reqtrace_'.length))
        .sort(),
      ['check_claim', 'coverage', 'explain_line', 'find_criteria', 'next_criteria', 'read_criterion', 'review_changes'],
    );
    assert.equal(running(), 1);
    const { content } = await vscode.lm.invokeTool('mcp_reqtrace_read_criterion', {
      input: { ref: 'REQ-1/AC1' },
      toolInvocationToken: undefined,
    });
    const text = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : JSON.stringify(part))).join('\n');
    assert.match(text, /REQ-1\/AC1 \[/u);
    await vscode.commands.executeCommand('workbench.mcp.stopServer', 'reqtrace.reqtrace/ReqTrace');
  });

  describe('that is handed a criterion', () => {
    const { executeCommand } = vscode.commands;
    let asked: unknown[];

    beforeEach(() => {
      asked = [];
      const spy = (name: string, ...args: unknown[]): Thenable<unknown> =>
        executeCommand(name, ...args).then((answer) => {
          if (name === OPEN_CHAT) asked.push(...args);
          return answer;
        });
      Object.assign(vscode.commands, { executeCommand: spy });
    });
    afterEach(async () => {
      Object.assign(vscode.commands, { executeCommand });
      await disableAi(undefined);
      await executeCommand('workbench.action.closeAuxiliaryBar');
    });

    // @verifies RT-7.8/AC2~bdd879
    it('gets a prompt with what is known of it in the chat, unsent', async () => {
      await disableAi(false);
      await executeCommand('reqtrace.implementWithAgent', rowOf('REQ-1/AC2'));
      const [options] = asked as [{ readonly query: string; readonly isPartialQuery: boolean }];
      assert.equal(options.isPartialQuery, true);
      assert.match(options.query, /^Implement REQ-1\/AC2\. .*docs\/orders\.md:\d+.*\n\n> /u);
      assert.match(options.query, /`@implements REQ-1\/AC2`/u);
    });

    // @verifies RT-7.8/AC2~bdd879
    it('gets it by the clipboard where there is no chat', async () => {
      await disableAi(true);
      await executeCommand('reqtrace.implementWithAgent', rowOf('REQ-1/AC2'));
      await eventually(async () => (await vscode.env.clipboard.readText()).split('.')[0], 'Implement REQ-1/AC2');
      assert.deepEqual(asked, []);
    });

    it('is offered at the criterion in the text', async () => {
      const { document } = await open('docs/orders.md');
      const at = find(document, 'An order that cannot', 3);
      const actions = await executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at));
      assert.ok(
        actions.some(({ command }) => command?.command === 'reqtrace.implementWithAgent'),
        actions.map(({ title }) => title).join('\n'),
      );
    });
  });
});
