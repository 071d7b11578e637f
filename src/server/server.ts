import type { Connection } from 'vscode-languageserver';
import { capabilitiesOf } from './feature.ts';
import type { Feature } from './feature.ts';
import { inSchemes } from './schemes.ts';
import type { ServerParts } from './session.ts';
import { Session } from './session.ts';

/** Answers a client over a connection until it says goodbye. */
export function startServer(connection: Connection, features: readonly Feature[], parts: ServerParts): void {
  const session = new Session(connection, parts);
  for (const feature of features) feature.register(session);
  connection.onInitialize((params) => {
    session.greet(params);
    return {
      serverInfo: { name: 'reqtrace', version: parts.version },
      capabilities: inSchemes(capabilitiesOf(features, session.client), session.client.folders),
    };
  });
  connection.onInitialized(() => session.tell('initialized'));
  connection.onShutdown(() => session.dispose());
  session.documents.listen(connection);
  session.notebooks.listen(connection);
  connection.listen();
}
