import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { TreeChangedParams, TreeChildrenParams, TreePathParams } from '../../protocol.ts';
import { TREE_CHANGED, TREE_CHILDREN, TREE_PATH, TREE_TOOLTIP } from '../../protocol.ts';
import type { Folder } from '../../folder.ts';
import type { IndexChange } from '../../../index/view.ts';
import { Teller } from '../review/teller.ts';
import { TreeRows } from './treeRows.ts';

/** What is suggested is drawn again this long after the first change, in milliseconds. */
const SUGGESTED_DELAY = 1000;

/** The view *Requirements*: its rows, as far as they are unfolded, and which of them to draw again. */
export const tree: Feature = {
  register(session) {
    const { connection, folders, log } = session;
    const rows = new TreeRows(folders);
    // What is suggested may be worked out anew for it, which is not done for each key.
    const teller = new Teller(SUGGESTED_DELAY, () => {
      const ids = folders.all.flatMap((folder) => rows.suggestedRow(folder) ?? []);
      if (ids.length > 0) session.notify(TREE_CHANGED, { ids });
    });

    connection.onRequest(
      TREE_CHILDREN,
      guarded('tree children', log, (params: TreeChildrenParams) => {
        if (params.id !== undefined && rows.isSuggested(params.id)) teller.arm();
        return rows.children(params);
      }),
    );
    connection.onRequest(
      TREE_PATH,
      guarded('tree path', log, (params: TreePathParams) => rows.path(params)),
    );
    connection.onRequest(
      TREE_TOOLTIP,
      guarded('tree tooltip', log, ({ id }: { id: string }) => rows.tooltip(id)),
    );

    const changed = (folder: Folder, change?: IndexChange): void => {
      teller.tell();
      const ids = rows.changedRows(folder, change);
      if (ids?.length === 0) return;
      const params: TreeChangedParams = ids ? { ids } : {};
      session.notify(TREE_CHANGED, params);
    };
    session.listen({
      folderChanged: changed,
      documentsRead: (folder) => changed(folder),
      foldersChanged: () => session.notify(TREE_CHANGED, {}),
    });
  },
};
