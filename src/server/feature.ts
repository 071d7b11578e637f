import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from './client/client.ts';
import type { Session } from './session.ts';

/** One thing that the server does for its client: answers a question, keeps something drawn, follows what happens. */
export interface Feature {
  /** What the client is told of it, `{ hoverProvider: true }`, for some only if it can take the answers; absent for what the protocol has no words for. */
  readonly capabilities?: ServerCapabilities | ((client: Client) => ServerCapabilities);
  /** Takes up its work, before the client says anything: handlers on the connection, listeners on the session. */
  register(session: Session): void;
}

// @implements RT-8.1/AC10~286fc6
/** What features tell the client together: `[{ hoverProvider: true }, { renameProvider: true }]` is one object with both. */
export function capabilitiesOf(features: readonly Feature[], client: Client): ServerCapabilities {
  const all = features.flatMap(({ capabilities = {} }) => (typeof capabilities === 'function' ? capabilities(client) : capabilities));
  return Object.assign({}, ...all, { workspace: Object.assign({}, ...all.map(({ workspace }) => workspace)) });
}
