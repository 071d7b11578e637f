import type { ServerCapabilities } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** One thing that the server does for its client: answers a question, keeps something drawn, follows what happens. */
export interface Feature {
  /** What the client is told of it, `{ hoverProvider: true }`; absent for what the protocol has no words for. */
  readonly capabilities?: ServerCapabilities;
  /** Takes up its work, before the client says anything: handlers on the connection, listeners on the session. */
  register(session: Session): void;
}

/** What features tell the client together: `[{ hoverProvider: true }, { renameProvider: true }]` is one object with both. */
export function capabilitiesOf(features: readonly Feature[]): ServerCapabilities {
  const all = features.flatMap(({ capabilities }) => capabilities ?? []);
  return Object.assign({}, ...all, { workspace: Object.assign({}, ...all.map(({ workspace }) => workspace)) });
}
