import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { SETTINGS } from '../contributions.ts';
import { answerFiles } from './answerFiles.ts';
import { clientOptions } from './clientOptions.ts';
import type { ClientSurroundings } from './clientOptions.ts';

/** As browsers have it; the other files of this folder know none. */
declare const Worker: new (url: string, options: { readonly name: string }) => object;

/** Keeps the library from showing notifications: whatever goes wrong here, the user did not cause it. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/**
 * Makes a client that runs the server in a worker of the browser.
 *
 * @param module URI of its bundle: `https://…/dist/web/server.js`.
 */
export function createWebClient(module: string, surroundings: Omit<ClientSurroundings, 'ask'>): BaseLanguageClient {
  const options = clientOptions({ ...surroundings, ask: (method, params) => client.sendRequest(method, params) });
  const client: BaseLanguageClient = new QuietLanguageClient(SETTINGS, 'ReqTrace', new Worker(module, { name: 'ReqTrace' }), options);
  answerFiles(client, (bytes) => bytes, surroundings.storage);
  return client;
}
