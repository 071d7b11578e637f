import * as l10n from '@vscode/l10n';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { localised } from '../../../text/words/localised.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { Feature } from '../../feature.ts';
import { describeError } from '../../log.ts';
import { PROPOSE_CONFIGURATION } from '../../protocol.ts';

/** The text of a fitting reqtrace.yaml for a folder. A person asked for it, so a failure is told and not only logged. */
export const proposeConfiguration: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(PROPOSE_CONFIGURATION, async ({ folder }: { folder: string }) => {
      const found = folders.get(folder);
      if (!found) return new ResponseError(LSPErrorCodes.RequestFailed, l10n.t('{0} is not a folder of the workspace', folder));
      return found.proposeConfiguration().catch((error: unknown) => {
        log.error(`propose configuration: ${describeError(error)}`);
        return new ResponseError(
          LSPErrorCodes.RequestFailed,
          error instanceof UserError ? localised(error.said) : l10n.t('An unexpected error, see the log'),
        );
      });
    });
  },
};
