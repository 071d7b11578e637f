import type { Connection } from 'vscode-languageserver/node';
import { capabilitiesOf } from './feature.ts';
import { FEATURES } from './features/features.ts';
import type { ServerParts } from './session.ts';
import { Session } from './session.ts';

/** Answers a client over a connection until it says goodbye. */
export function startServer(connection: Connection, parts: ServerParts): void {
  const session = new Session(connection, parts);
  for (const feature of FEATURES) feature.register(session);
  connection.onInitialize((params) => {
    session.greet(params);
    return { serverInfo: { name: 'reqtrace', version: parts.version }, capabilities: capabilitiesOf(FEATURES) };
  });
  connection.onInitialized(() => session.tell('initialized'));
  connection.onShutdown(() => session.dispose());
  session.documents.listen(connection);
  session.notebooks.listen(connection);
  connection.listen();
}
