import * as l10n from '@vscode/l10n';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { localised } from '../../../text/words/localised.ts';
import { permalink as permalinkOf } from '../../../workspace/past/permalink.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { Feature } from '../../feature.ts';
import { describeError } from '../../log.ts';
import type { ItemAddress } from '../../protocol.ts';
import { PERMALINK } from '../../protocol.ts';

/** Links to items on the forge; in an untrusted folder git is not asked for one. A person asked for it, so what goes wrong is told. */
export const permalink: Feature = {
  register({ connection, folders, log }) {
    const refused = (reason: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, reason);
    connection.onRequest<string, void>(PERMALINK, async ({ folder: uri, key }: ItemAddress) => {
      const folder = folders.get(uri);
      const item = folder?.view?.item(key);
      if (folder && !folder.isTrusted) return refused(l10n.t('Git is not asked in a folder that is not trusted'));
      if (!item || folder?.root === undefined) return refused(l10n.t('{0} does not exist any more', key));
      try {
        return await permalinkOf(folder.root, { path: item.path, range: item.facts.nameRange });
      } catch (error) {
        if (error instanceof UserError) return refused(localised(error.said));
        log.error(`permalink: ${describeError(error)}`);
        return refused(l10n.t('An unexpected error, see the log'));
      }
    });
  },
};
