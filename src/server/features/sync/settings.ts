import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Feature } from '../../feature.ts';

/** Hears when the user changes settings; what they are is asked again when it is needed. */
export const settings: Feature = {
  register(session) {
    const { connection, log } = session;
    session.listen({
      initialized() {
        if (!session.client.abilities.watchesSettings) return;
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: 'reqtrace' })
          .catch((error: unknown) => log.warn(`The client tells no changes of settings: ${String(error)}`));
      },
    });
    connection.onDidChangeConfiguration(() => {
      session.settings.forget();
      session.tell('settingsChanged');
    });
  },
};
