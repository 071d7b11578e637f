import { textAt } from '../../../workspace/past/textAt.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { BaseAddress } from '../../reviewProtocol.ts';
import { BASE_TEXT } from '../../reviewProtocol.ts';

/** Text of a file as a commit has it, for the left side of a diff; in a trusted folder only, since git is run. */
export const baseText: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      BASE_TEXT,
      guarded('text of the base', log, async ({ folder: uri, commit, path }: BaseAddress): Promise<string | null> => {
        const folder = folders.get(uri);
        if (!folder?.isTrusted || folder.root === undefined) return null;
        return (await textAt(folder.root, commit, path)) ?? null;
      }),
    );
  },
};
