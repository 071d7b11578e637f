import type { ExtensionContext } from 'vscode';
import { window } from 'vscode';

/** Called by VS Code once, after its start; sets up everything that the extension shows. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('ReqTrace', { log: true });
  context.subscriptions.push(log);
  log.info('ReqTrace is active');
}
