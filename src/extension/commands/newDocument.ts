import { SnippetString, l10n, window, workspace } from 'vscode';

/** The command *New Requirement Document*: an unsaved document with one requirement to be filled in; nothing is written. */
export async function newDocument(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await window.showTextDocument(document);
  const snippet = new SnippetString('# ')
    .appendPlaceholder(l10n.t('Orders'))
    .appendText('\n\n## REQ-1: ')
    .appendPlaceholder(l10n.t('Orders are kept'))
    .appendText('\n\n**Acceptance Criteria**:\n\n- ')
    .appendPlaceholder(l10n.t('An order survives a restart.'))
    .appendText('\n')
    .appendTabstop(0);
  await editor.insertSnippet(snippet);
}
