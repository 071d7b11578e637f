import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { Feature } from '../../feature.ts';
import type { WaiveParams } from '../../protocol.ts';
import { WAIVE } from '../../protocol.ts';
import { editOf } from './editOf.ts';
import { withItem } from './itemCommand.ts';

/** Waives an item in reqtrace.yaml, with what a person said of it. */
export const waive: Feature = {
  register(session) {
    session.connection.onRequest<WorkspaceEdit, void>(WAIVE, (params: WaiveParams) =>
      withItem(session, 'waive', params, ({ folder }) => {
        const { key, reason, owner, until } = params;
        const waiver = { reason, ...(owner !== undefined && { owner }), ...(until !== undefined && { until }) };
        return editOf(folder, { kind: 'waive', key, waiver }, session.client.abilities);
      }),
    );
  },
};
