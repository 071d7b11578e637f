import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { DISK } from '../../../src/server/disk.ts';
import { DISK_FEATURES } from '../../../src/server/features/diskFeatures.ts';
import { startServer } from '../../../src/server/server.ts';

/** What a client sees of a server, in whatever process it runs. */
export interface ServerEnds extends Pick<EventEmitter, 'once'> {
  readonly stdin: NodeJS.WritableStream;
  readonly stdout: NodeJS.ReadableStream;
  readonly stderr: NodeJS.ReadableStream;
  readonly pid?: number | undefined;
  readonly exitCode: number | null;
  readonly signalCode: NodeJS.Signals | null;
}

/** A server in the process of the test that says goodbye as a process would, and keeps nothing for the next start. */
class ServerHere extends EventEmitter implements ServerEnds {
  readonly stdin = new PassThrough();
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly signalCode = null;
  exitCode: number | null = null;

  end(code: number): void {
    this.exitCode = code;
    this.emit('exit', code);
  }
}

/**
 * Starts a server in this process. To start a process and compile the server in it takes many times as long as most questions to it; how it
 * starts and ends as a program is asked elsewhere (`server.test.ts`, `otherClients.test.ts`).
 */
export function serverHere(): ServerEnds {
  const ends = new ServerHere();
  const connection = createConnection(
    (logger) => createProtocolConnection(new StreamMessageReader(ends.stdin), new StreamMessageWriter(ends.stdout), logger),
    { shutdownReceived: false, initialize: () => undefined, exit: (code) => ends.end(code) },
    ProposedFeatures.all,
  );
  startServer(connection, DISK_FEATURES, { disk: DISK, version, windows: process.platform === 'win32' });
  return ends;
}
