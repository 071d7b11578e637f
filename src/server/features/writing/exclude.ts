import type { WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import * as l10n from '@vscode/l10n';
import { excludeInConfiguration } from '../../../editor/actions/exclude.ts';
import { workspaceEdit } from '../../../editor/edits.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { Feature } from '../../feature.ts';
import type { AreaAddress } from '../../protocol.ts';
import { EXCLUDE } from '../../protocol.ts';

/** Leaves a folder or a document out, in reqtrace.yaml. A person asked for it, so what goes wrong is told. */
export const exclude: Feature = {
  register(session) {
    const { connection, folders } = session;
    connection.onRequest<WorkspaceEdit, void>(EXCLUDE, async ({ folder: uri, path }: AreaAddress) => {
      const folder = folders.get(uri);
      if (!folder?.early) return new ResponseError(LSPErrorCodes.RequestFailed, l10n.t('{0} is not a folder of the workspace', uri));
      const glob = folder.early.files.has(path) ? path : `${path}/**`;
      const made = excludeInConfiguration(glob, await folder.text(CONFIGURATION_FILE));
      if ('refusal' in made) return new ResponseError(LSPErrorCodes.RequestFailed, made.refusal);
      return workspaceEdit(made, folder.uriOf, session.client.abilities);
    });
  },
};
