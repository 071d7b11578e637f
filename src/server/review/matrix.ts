import { buildMatrix } from '../../report/html/model.ts';
import { matrixPage } from '../../report/html/page.ts';
import { gitState } from '../../workspace/gitState.ts';
import type { Folder } from '../folder.ts';

/**
 * The page *Traceability matrix* of a folder: with a nonce for a webview, else to stand alone, then with the commit. In an
 * untrusted folder git is not asked for one. Undefined while there is no index.
 */
export async function matrixHtml({ view, root, name, isTrusted }: Folder, version: string, nonce: string | undefined): Promise<string | undefined> {
  if (!view || root === undefined) return undefined;
  if (nonce !== undefined) return matrixPage(buildMatrix(view, { name, version, modified: false }), { theme: 'vscode', nonce });
  const { commit, modified } = isTrusted ? await gitState(root) : { commit: undefined, modified: false };
  return matrixPage(buildMatrix(view, { name, version, modified, ...(commit !== undefined && { commit }) }), { theme: 'report' });
}
