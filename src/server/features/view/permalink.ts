import { say } from '../../../model/message.ts';
import { permalink as permalinkOf } from '../../../workspace/past/permalink.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { ItemAddress } from '../../protocol.ts';
import { PERMALINK } from '../../protocol.ts';

/** Links to items on the forge; in an untrusted folder git is not asked for one. */
export const permalink: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      PERMALINK,
      guarded('permalink', log, ({ folder: uri, key }: ItemAddress): Promise<string> | null => {
        const folder = folders.get(uri);
        const item = folder?.view?.item(key);
        if (!folder?.isTrusted) throw new UserError(say('Git is not asked in a folder that is not trusted'));
        if (!item || folder.root === undefined) return null;
        return permalinkOf(folder.root, { path: item.path, range: item.facts.nameRange });
      }),
    );
  },
};
