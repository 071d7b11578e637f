import { fstatSync, writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import { say } from '../../model/message.ts';
import { messageOf } from '../../text/errors.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Output } from './io.ts';

/**
 * Standard output that is written whole or not at all in silence: Node takes it for done where a file took less than it was given, as on a disk
 * that is full (`reqtrace report > coverage.txt`), and would end with 0.
 *
 * @returns the stream itself where a terminal or another program reads it; its `write` throws a UserError elsewhere.
 */
export function standardOutput(stream: WriteStream & { readonly fd: number }): Output {
  const entry = entryOf(stream.fd);
  if (stream.isTTY || !entry || !(entry.isFile() || entry.isCharacterDevice())) return stream;
  return {
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length;) at += writeSome(stream.fd, bytes, at);
    },
  };
}

function writeSome(descriptor: number, bytes: Buffer, from: number): number {
  try {
    return writeSync(descriptor, bytes, from);
  } catch (error) {
    throw new UserError(say('Cannot write the output: {0}', messageOf(error)));
  }
}

function entryOf(descriptor: number): ReturnType<typeof fstatSync> | undefined {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
}
