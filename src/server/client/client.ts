import type { ClientCapabilities, InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { EditAbilities } from '../../editor/edits.ts';
import type { Loudness } from '../../model/configuration.ts';
import { LOUDNESSES } from '../../model/configuration.ts';
import { decodePercent } from '../../text/percent.ts';
import type { InitializationOptions } from '../protocol.ts';
import { uriOfPath } from '../uris.ts';

/** What the client at the other end can do, in the words of this server. */
export interface ClientAbilities extends EditAbilities {
  /** Takes places with the range that they were asked from. */
  readonly linkSupport: boolean;
  /** Asks for what an action does only when it is chosen. */
  readonly lazyActions: boolean;
  readonly createFiles: boolean;
  /** Takes actions, and not commands alone. */
  readonly actions: boolean;
  /** Shows Markdown; any other gets plain text. */
  readonly markdown: { readonly hover: boolean; readonly completion: boolean };
  /** Answers questions about settings. */
  readonly configuration: boolean;
  readonly watchesSettings: boolean;
  readonly watchesFiles: boolean;
  /** Takes an outline when the server offers one, and gives it back. */
  readonly registersSymbols: boolean;
  /** Tells when workspace folders come and go. */
  readonly workspaceFolders: boolean;
  readonly refreshes: { readonly codeLens: boolean; readonly inlayHint: boolean };
}

/** The client at the other end, as it introduced itself. */
export interface Client {
  readonly abilities: ClientAbilities;
  /** False in Restricted Mode. */
  readonly trusted: boolean;
  /** True if it has views of its own, and asked to be told what is in them. */
  readonly views: boolean;
  /** Where facts are kept for the next start; absent for nowhere. */
  readonly cacheFolder?: string;
  /** URI of the folder with the pages of the findings. */
  readonly findingPages?: string;
  /** How loud problems are for a person who has no settings, or none of that. */
  readonly problems?: Loudness;
  /** The client's command that lists places; a code lens of a client without one only tells. */
  readonly showPlaces?: string;
  /** The client's commands behind actions that ask a person first. */
  readonly commands: NonNullable<InitializationOptions['actions']>;
  /** True where a link in a hover can run one of these. */
  readonly commandLinks: boolean;
  /** Answers questions about files that no disk has. */
  readonly files: boolean;
  /** Texts in the display language, by the English ones. */
  readonly l10n: Readonly<Record<string, string>>;
  /** `de`, the language that the client is answered in. */
  readonly languageTag: string;
  /** The folders of the window when it was opened. */
  readonly folders: readonly WorkspaceFolder[];
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
    actions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    markdown: {
      // The first is the one that the client likes best: YouCompleteMe takes both, and shows the signs of Markdown.
      hover: textDocument?.hover?.contentFormat?.[0] === 'markdown',
      completion: textDocument?.completion?.completionItem?.documentationFormat?.[0] === 'markdown',
    },
    configuration: workspace?.configuration === true,
    watchesSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersSymbols: textDocument?.documentSymbol?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    refreshes: {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
    },
  };
}

/**
 * Reads who the client is from its first request; before that, with no parameters, it can do nothing.
 *
 * @param otherwise what holds where the client says nothing else.
 */
export function clientOf(
  params: InitializeParams | undefined,
  otherwise: { readonly cacheFolder?: string | undefined; readonly findingPages?: string },
): Client {
  const options = params?.initializationOptions as Partial<InitializationOptions> | undefined;
  const cacheFolder = options?.cacheFolder ?? otherwise.cacheFolder;
  const problems = LOUDNESSES.find((word) => word === options?.problems);
  const findingPages = options?.findingPages ?? otherwise.findingPages;
  return {
    abilities: abilitiesOf(params?.capabilities),
    trusted: options?.trusted ?? true,
    views: options?.views ?? false,
    ...(cacheFolder !== undefined && { cacheFolder }),
    ...(findingPages !== undefined && { findingPages }),
    ...(problems !== undefined && { problems }),
    ...(options?.showPlaces !== undefined && { showPlaces: options.showPlaces }),
    commands: options?.actions ?? {},
    commandLinks: options?.commandLinks ?? false,
    files: options?.files ?? false,
    l10n: options?.l10n ?? {},
    // Without texts for its language the client is answered in English.
    languageTag: (options?.l10n && params?.locale) || 'en',
    folders: workspaceFolders(params),
  };
}

/** The folders of the window; an older client names only one, by its URI or its path. */
function workspaceFolders(params: InitializeParams | undefined): readonly WorkspaceFolder[] {
  if (params?.workspaceFolders?.length) return params.workspaceFolders;
  const uri = params?.rootUri ?? (params?.rootPath ? uriOfPath(params.rootPath) : undefined);
  if (!uri) return [];
  const name = uri.slice(uri.replace(/\/+$/u, '').lastIndexOf('/') + 1);
  return [{ uri, name: decodePercent(name) }];
}
