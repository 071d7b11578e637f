import { isNotebook } from '../../../formats/carriers/notebook/notebookCode.ts';
import { languages } from '../../../formats/languages/registry.ts';
import type { FilePath } from '../../../model/position.ts';
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
          .map(([path]) => ({ path, uri: folder.uriOf(path), isProgram: isProgram(path) }))
          .sort((a, b) => Number(b.isProgram) - Number(a.isProgram) || (a.path < b.path ? -1 : 1))
          .map(({ path, uri }) => ({ path, uri }));
      }),
    );
  },
};

/** True for what declares something that an annotation is on, and is not kept by a tool: `.github/ci.yml` and `.gitignore` come after it. */
function isProgram(path: FilePath): boolean {
  return !/(?:^|\/)\./u.test(path) && languages.of(path)?.declarations !== undefined;
}
