import type { ServerCapabilities } from 'vscode-languageserver/node';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { FIX_ALL } from '../editor/actions/quickFixes.ts';

/** Features that other extensions give the languages of code, and that one more provider would push aside there. */
const MARKDOWN = [{ scheme: 'file', language: 'markdown' }];

/** Every file below a workspace folder, and the folders themselves. */
const EVERYTHING = { filters: [{ scheme: 'file', pattern: { glob: '**' } }] };

/** What the server can do. */
export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  completionProvider: { triggerCharacters: ['@', ' ', '-', '.', '/', '#'], resolveProvider: true },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
    resolveProvider: true,
  },
  renameProvider: { prepareProvider: true },
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: {},
  // VS Code folds by indentation only where no provider is registered for the language.
  foldingRangeProvider: { documentSelector: MARKDOWN },
  // VS Code asks only the first provider of a type hierarchy.
  typeHierarchyProvider: { documentSelector: MARKDOWN },
  documentSymbolProvider: { label: 'ReqTrace' },
  workspaceSymbolProvider: true,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: EVERYTHING },
  },
};
