import * as vscode from 'vscode';

/* An extension beside ours in a browser, where no test can be started: its command shows what an agent there is offered and told. */

/** What is asked, tool by tool. */
const QUESTIONS: readonly (readonly [tool: string, input: object])[] = [
  ['reqtrace_coverage', {}],
  ['reqtrace_read_criterion', { ref: 'REQ-1/AC2' }],
  ['reqtrace_read_criterion', { ref: 'REQ-8' }],
  ['reqtrace_check_claim', { refs: ['REQ-1/AC1'] }],
  ['reqtrace_check_claim', { refs: ['REQ-1/AC2'] }],
];

async function told(name: string, input: object): Promise<string> {
  try {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '?')).join('\n');
  } catch (error) {
    return `error: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Called by VS Code when the command is run. */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  subscriptions.push(
    vscode.commands.registerCommand('probe.run', async () => {
      const offered = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('reqtrace_'));
      const answers: string[] = [];
      for (const [tool, input] of QUESTIONS) answers.push(`${tool}: ${await told(tool, input)}`);
      const content = [`offered: ${offered.join(' ')}`, ...answers].join('\n');
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: 'plaintext' }), { preview: false });
    }),
  );
}
