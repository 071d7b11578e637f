import type { TextEditor } from 'vscode';
import { SnippetString, Uri, WorkspaceEdit, l10n, window, workspace } from 'vscode';
import { ITEMS } from '../../server/protocol.ts';
import type { ListedItem } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { chooseFolder } from '../window/chooseFolder.ts';

/**
 * The command *New Requirement Document*: asks for its path, makes it and puts in one requirement to be filled in, which counts while it is typed. Without
 * a folder it is an unsaved text.
 *
 * @throws Error with a message to show when the file cannot be made.
 */
export async function newDocument(ask: LanguageServer['request']): Promise<void> {
  const editor = workspace.workspaceFolders?.length
    ? await made()
    : await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: '' }));
  if (!editor) return;
  const id = freeId((await ask<ListedItem[] | null>(ITEMS)) ?? []);
  const snippet = new SnippetString('# ')
    .appendPlaceholder(l10n.t('Orders'))
    .appendText(`\n\n## ${id}: `)
    .appendPlaceholder(l10n.t('Orders are kept'))
    .appendText('\n\n**Acceptance Criteria**:\n\n- ')
    .appendPlaceholder(l10n.t('An order survives a restart.'))
    .appendText('\n')
    .appendTabstop(0);
  await editor.insertSnippet(snippet);
}

/** An id that nothing has: a second `REQ-1` would leave it open which of the two a reference means. */
function freeId(items: readonly ListedItem[]): string {
  const numbers = items.map(({ id }) => Number(/^REQ-(\d+)/u.exec(id)?.[1] ?? 0));
  return `REQ-${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`;
}

/** Undefined if the person gave up. */
async function made(): Promise<TextEditor | undefined> {
  const folder = await chooseFolder(l10n.t('Folder that gets the document'));
  if (!folder) return undefined;
  const at = (path: string): Uri => Uri.joinPath(folder.uri, path.trim());
  const path = await window.showInputBox({
    title: l10n.t('New Requirement Document'),
    prompt: l10n.t('Path of the document in {0}', folder.name),
    value: await freePath(at),
    validateInput: async (text) => {
      if (!/^(?!\.{0,2}(?:\/|$))(?:(?!\/\.\.\/).)+\.(?:md|markdown)$/u.test(text.trim()))
        return l10n.t('Write the path of a Markdown file in the folder, such as docs/orders.md.');
      return (await exists(at(text))) ? l10n.t('{0} exists already.', text.trim()) : undefined;
    },
  });
  if (path === undefined) return undefined;
  const edit = new WorkspaceEdit();
  edit.createFile(at(path), { overwrite: false, ignoreIfExists: false });
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('{0} could not be written.', path));
  return window.showTextDocument(at(path));
}

async function freePath(at: (path: string) => Uri): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = `docs/requirements${count === 1 ? '' : count}.md`;
    if (!(await exists(at(path)))) return path;
  }
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
