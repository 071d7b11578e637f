import { isNotebook } from '../../../formats/carriers/notebook/notebookCode.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { AnnotatableFile } from '../../protocol.ts';
import { ANNOTATABLE_FILES } from '../../protocol.ts';

/** Code and tests, which are all that an annotation counts in. */
export const annotatableFiles: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      ANNOTATABLE_FILES,
      guarded('annotatable files', log, ({ folder: uri }: { readonly folder: string }): AnnotatableFile[] | null => {
        const folder = folders.get(uri);
        const view = folder?.view;
        if (!folder || !view) return null;
        return Array.from(view.files)
          .filter(([path, role]) => (role === 'code' || role === 'test') && !isNotebook(path))
          .map(([path]) => ({ path, uri: folder.uriOf(path) }))
          .sort((a, b) => (a.path < b.path ? -1 : 1));
      }),
    );
  },
};
