import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { WEB_FEATURES } from './features/webFeatures.ts';
import { startServer } from './server.ts';

/** The worker, as browsers have it. */
declare const self: { readonly navigator: { readonly userAgent: string } };

/* The language server in a worker of a browser: what is there of a machine is its client, who is asked for each file. */

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)), WEB_FEATURES, {
  version,
  engine: self.navigator.userAgent,
  windows: false,
});
