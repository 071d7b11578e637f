import { CodeLensRefreshRequest } from 'vscode-languageserver';
import type { Feature } from '../../feature.ts';

/** Has lenses and hints drawn again: they tell of other files too, so only the client knows which of them are in sight. */
export const refreshedMarks: Feature = {
  register(session) {
    const { connection } = session;
    const ignored = (): void => undefined;
    const refreshHints = (): void => {
      if (session.client.abilities.refreshes.inlayHint) void connection.languages.inlayHint.refresh().catch(ignored);
    };
    const refresh = (): void => {
      if (session.client.abilities.refreshes.codeLens) void connection.sendRequest(CodeLensRefreshRequest.type).catch(ignored);
      refreshHints();
    };
    session.listen({
      folderChanged(_folder, change) {
        if (change?.changedFiles.size !== 0) refresh();
      },
      settingsChanged: refresh,
      reviewChanged: refreshHints,
    });
  },
};
