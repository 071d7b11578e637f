import { buildMatrix } from '../../../report/html/model.ts';
import { matrixPage } from '../../../report/html/page.ts';
import type { PageLanguage } from '../../../report/html/pageLanguage.ts';
import type { Disk } from '../../disk.ts';
import type { Folder } from '../../folder.ts';

/**
 * The page *Traceability matrix* of a folder, in the language of the editor: with a nonce for a webview, else to be alone, then
 * with the commit. In an untrusted folder git is not asked for one. Undefined while there is no index.
 */
export async function matrixHtml(
  { view, root, name, isTrusted }: Folder,
  { version, disk }: { readonly version: string; readonly disk?: Pick<Disk, 'gitState'> },
  nonce: string | undefined,
  language: PageLanguage,
  goTo?: string,
): Promise<string | undefined> {
  if (!view) return undefined;
  if (nonce !== undefined)
    return matrixPage(buildMatrix(view, { name, version, modified: false }, language), {
      theme: 'vscode',
      nonce,
      language,
      ...(goTo !== undefined && { goTo }),
    });
  const { prefix: _prefix, ...state } =
    isTrusted && disk && root !== undefined ? await disk.gitState(root) : { prefix: '', modified: false };
  return matrixPage(buildMatrix(view, { name, version, ...state }, language), {
    theme: 'report',
    language,
  });
}
