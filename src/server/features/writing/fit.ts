import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { workspaceEdit } from '../../../editor/edits.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { Message } from '../../../model/message.ts';
import { LineMap } from '../../../text/lineMap.ts';
import { localised } from '../../../text/words/localised.ts';
import type { Fitting } from '../../../workspace/configuration/fitting.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { describeError } from '../../log.ts';
import type { FitChoice, FitEdit, FitRow } from '../../fitProtocol.ts';
import { FIT, FIT_EDIT, FIT_EFFECT } from '../../fitProtocol.ts';
import { listed } from '../../../text/words/listed.ts';

/** Fits reqtrace.yaml to what lies in a folder. A person asked for it and waits, so what goes wrong is told. */
export const fit: Feature = {
  register(session) {
    const { connection, folders, log } = session;
    /** What was found out, as long as somebody is choosing. */
    const begun = new Map<string, Fitting>();
    const failed = (error: unknown): ResponseError => {
      log.error(`fit: ${describeError(error)}`);
      const message = error instanceof UserError ? localised(error.said) : l10n.t('An unexpected error, see the log');
      return new ResponseError(LSPErrorCodes.RequestFailed, message);
    };
    const gone = (uri: string) => new ResponseError(LSPErrorCodes.RequestFailed, l10n.t('{0} is not a folder of the workspace', uri));

    connection.onRequest<FitRow[], void>(FIT, async ({ folder: uri }: { folder: string }, token: CancellationToken) => {
      const folder = folders.get(uri);
      if (!folder) return gone(uri);
      try {
        const fitting = await folder.fit(signalOf(token));
        begun.set(uri, fitting);
        return fitting.rows.map(({ id, title, reason, effect, picked }) => ({
          id,
          title: localised(title),
          reason: localised(reason),
          ...(effect && { effect: effectText(effect) }),
          picked,
        }));
      } catch (error) {
        return token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, '') : failed(error);
      }
    });
    connection.onRequest<string, void>(FIT_EFFECT, async ({ folder, chosen }: FitChoice) => {
      const effect = await begun.get(folder)?.effect(chosen).catch(failed);
      return effect instanceof ResponseError ? effect : effectText(effect ?? []);
    });
    connection.onRequest<FitEdit | null, void>(FIT_EDIT, async ({ folder: uri, chosen }: FitChoice) => {
      const [folder, fitting] = [folders.get(uri), begun.get(uri)];
      begun.delete(uri);
      if (!folder || !fitting || chosen.length === 0) return null;
      const edit = workspaceEdit(await editOf(folder, fitting.text(chosen)), folder.uriOf, session.client.abilities);
      return { edit, line: fitting.lineOf(chosen) };
    });
  },
};

/** What changes, in words: `0 → 22 met, 0 → 24 partial`. */
function effectText(effect: readonly Message[]): string {
  return effect.length > 0 ? listed(effect.map(localised)) : l10n.t('changes no number');
}

/** Puts a text into reqtrace.yaml, in one edit: where there is none, the file is created with it. */
async function editOf(folder: Folder, text: string): Promise<Parameters<typeof workspaceEdit>[0]> {
  const before = await folder.text(CONFIGURATION_FILE);
  const range = new LineMap(before ?? '').rangeOf(0, before?.length ?? 0);
  return {
    edits: [{ path: CONFIGURATION_FILE, range, newText: text }],
    ...(before === undefined && { created: [CONFIGURATION_FILE] }),
  };
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
