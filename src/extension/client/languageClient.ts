import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { SETTINGS } from '../contributions.ts';
import { answerFiles } from './answerFiles.ts';
import { clientOptions } from './clientOptions.ts';
import type { ClientSurroundings } from './clientOptions.ts';

/**
 * What is young in the server's memory, in MB for each of three parts and for each thread: V8 gives it several times as much, and keeps it for good. With it, a
 * folder of 1,900 documents takes a third less memory in all, and up to a tenth more processor time at the first start.
 */
const YOUNG = '--max-semi-space-size=16';

/** Keeps the library from showing notifications: whatever goes wrong here, the user did not cause it. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/**
 * Makes a client that runs the server in a process of its own.
 *
 * @param module absolute path of its bundle: `/…/dist/server.cjs`.
 */
export function createLanguageClient(module: string, surroundings: Omit<ClientSurroundings, 'ask'>): BaseLanguageClient {
  const run = { module, transport: TransportKind.ipc, options: { execArgv: [YOUNG] } };
  const debug = { ...run, options: { execArgv: [YOUNG, '--nolazy', '--inspect=0'] } };
  const options = clientOptions({ ...surroundings, ask: (method, params) => client.sendRequest(method, params) });
  const client: BaseLanguageClient = new QuietLanguageClient(SETTINGS, 'ReqTrace', { run, debug }, options);
  // Messages between processes are JSON.
  answerFiles(client, (bytes) => Buffer.from(bytes).toString('base64'), surroundings.storage);
  return client;
}
