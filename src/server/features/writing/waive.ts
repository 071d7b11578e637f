import * as l10n from '@vscode/l10n';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Feature } from '../../feature.ts';
import type { WaiveParams } from '../../protocol.ts';
import { WAIVE } from '../../protocol.ts';
import { editOf } from './editOf.ts';
import { pathIn, withItem } from './itemCommand.ts';

/** Waives items in reqtrace.yaml or one in code, with what a person said of them. */
export const waive: Feature = {
  register(session) {
    session.connection.onRequest<WorkspaceEdit, void>(WAIVE, ({ folder: uri, keys, at, reason, owner, until }: WaiveParams) => {
      const [key = '', ...others] = keys;
      const waiver = { reason, ...(owner !== undefined && { owner }), ...(until !== undefined && { until }) };
      return withItem(session, 'waive', { folder: uri, key }, async ({ folder }) => {
        if (!at) return editOf(folder, { kind: 'waive', key, others, waiver }, session.client.abilities);
        const path = pathIn(session.folders, folder, at.uri);
        if (path === undefined) return { refusal: l10n.t('That file is not in the folder of {0}', key) };
        return editOf(folder, { kind: 'waive-here', key, path, position: at.position, waiver }, session.client.abilities);
      });
    });
  },
};
