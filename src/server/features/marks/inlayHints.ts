import { inlayHints as hintsIn } from '../../../editor/marks/inlayHints.ts';
import { suggestedHints } from '../../../editor/marks/suggestedHints.ts';
import type { InlayHint } from 'vscode-languageserver/node';
import { Breather } from '../../../workspace/pace/breather.ts';
import { reasonText } from '../../../suggest/reasons.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';

/** Titles behind references, and criteria behind functions that may meet them, for those who want them. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    const { connection, folders, log, settings } = session;
    connection.languages.inlayHint.on(
      session.notebooks.answered(
        guarded('inlay hint', log, async ({ textDocument: { uri }, range }, token) => {
          const { inlayHints: wanted, codeLens } = await settings.of(uri);
          const place = wanted.titles || wanted.suggestions ? await placeOf(folders, uri, token) : undefined;
          if (!place) return null;
          const { view, path, folder } = place;
          const hasLenses = codeLens.code && session.client.views && view.facts(path)?.role !== 'document';
          const titles = wanted.titles ? hintsIn(view, path, range, folder.uriOf, hasLenses) : [];
          const role = view.files.get(path);
          if (!wanted.suggestions || (role !== 'code' && role !== 'test')) return titles;
          const [suggester, text] = [await folder.suggester(), await folder.text(path)];
          // What was typed meanwhile is asked about anew.
          if (!suggester || text === undefined) return titles;
          const breather = new Breather();
          const hints: InlayHint[] = [...titles];
          for (const hint of suggestedHints(view, suggester, { path, text, range }, reasonText)) {
            if (hint) hints.push(hint);
            await breather.pause();
            if (token.isCancellationRequested) return titles;
          }
          return hints;
        }),
      ),
    );
  },
};
