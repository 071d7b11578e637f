import { buildMatrix } from '../../../report/html/model.ts';
import { matrixPage } from '../../../report/html/page.ts';
import type { PageLanguage } from '../../../report/html/pageLanguage.ts';
import { gitState } from '../../../workspace/past/gitState.ts';
import type { Folder } from '../../folder.ts';

/**
 * The page *Traceability matrix* of a folder, in the language of the editor: with a nonce for a webview, else to be alone, then
 * with the commit. In an untrusted folder git is not asked for one. Undefined while there is no index.
 */
export async function matrixHtml(
  { view, root, name, isTrusted }: Folder,
  version: string,
  nonce: string | undefined,
  language: PageLanguage,
  goTo?: string,
): Promise<string | undefined> {
  if (!view || root === undefined) return undefined;
  if (nonce !== undefined)
    return matrixPage(buildMatrix(view, { name, version, modified: false }, language), {
      theme: 'vscode',
      nonce,
      language,
      ...(goTo !== undefined && { goTo }),
    });
  const { prefix: _prefix, ...state } = isTrusted ? await gitState(root) : { prefix: '', modified: false };
  return matrixPage(buildMatrix(view, { name, version, ...state }, language), {
    theme: 'report',
    language,
  });
}
