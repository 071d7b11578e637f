import type { Transport } from '@codemirror/lsp-client';
import { LSPClient, languageServerExtensions } from '@codemirror/lsp-client';
import { EditorView } from '@codemirror/view';

/** What the page of an editor has, and what a test says to it: `page.evaluate("codemirror.open('file:///p/src/a.js')")`. */
interface Page {
  readonly document: { readonly body: unknown };
  /** Of the test: sends a message to the server. */
  readonly toServer: (message: string) => Promise<void>;
  /** Of the test: the text of a file. */
  readonly textOf: (uri: string) => Promise<string>;
  codemirror: {
    readonly start: (rootUri: string) => Promise<unknown>;
    readonly fromServer: (message: string) => void;
    readonly open: (uri: string) => Promise<void>;
    readonly shown: () => { readonly uri: string; readonly line: number };
  };
}

/* CodeMirror with its own client of the protocol, one file at a time, as its manual sets it up. It is bundled for a browser. */
const page = globalThis as unknown as Page;
const heard = new Set<(message: string) => void>();
const transport: Transport = {
  send: (message) => void page.toServer(message),
  subscribe: (handler) => heard.add(handler),
  unsubscribe: (handler) => heard.delete(handler),
};
let client: LSPClient | undefined;
let shown: { readonly uri: string; readonly view: EditorView } | undefined;

async function open(uri: string): Promise<EditorView> {
  if (shown?.uri === uri || client === undefined) return shown?.view ?? Promise.reject(new Error('start first'));
  const doc = await page.textOf(uri);
  shown?.view.destroy();
  const parent = page.document.body as NonNullable<ConstructorParameters<typeof EditorView>[0]>['parent'];
  const view = new EditorView({ doc, extensions: [client.plugin(uri, 'javascript')], ...(parent && { parent }) });
  shown = { uri, view };
  view.focus();
  return view;
}

page.codemirror = {
  start: (rootUri) => {
    client = new LSPClient({ rootUri, extensions: languageServerExtensions(), timeout: 20_000 });
    client.workspace.displayFile = open;
    return client.connect(transport).initializing;
  },
  fromServer: (message) => {
    for (const handler of heard) handler(message);
  },
  open: async (uri) => void (await open(uri)),
  shown: () => {
    const head = shown?.view.state.selection.main.head ?? 0;
    return { uri: shown?.uri ?? '', line: shown?.view.state.doc.lineAt(head).number ?? 0 };
  },
};
