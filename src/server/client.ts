import type { ClientCapabilities } from 'vscode-languageserver/node';
import type { EditAbilities } from '../editor/edits.ts';

/** What the client at the other end can do, in the words of this server. */
export interface ClientAbilities extends EditAbilities {
  /** Takes places with the range that they were asked from. */
  readonly linkSupport: boolean;
  /** Asks for what an action does only when it is chosen. */
  readonly lazyActions: boolean;
  readonly createFiles: boolean;
  /** Answers questions about settings. */
  readonly configuration: boolean;
  readonly watchesSettings: boolean;
  readonly watchesFiles: boolean;
  readonly refreshes: { readonly codeLens: boolean; readonly inlayHint: boolean };
}

/** Reads the abilities from what the client said of itself; what it did not say it cannot do. */
export function abilitiesOf(capabilities: ClientCapabilities = {}): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  const edit = workspace?.workspaceEdit;
  return {
    documentChanges: edit?.documentChanges === true,
    changeAnnotations: edit?.changeAnnotationSupport !== undefined,
    createFiles: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    linkSupport: textDocument?.definition?.linkSupport === true,
    lazyActions:
      textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    configuration: workspace?.configuration === true,
    watchesSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshes: {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
    },
  };
}
