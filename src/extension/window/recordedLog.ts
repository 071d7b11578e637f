import type { LogOutputChannel } from 'vscode';

/** Lines that are kept. */
const MOST = 400;

/** A log that remembers its last lines, since VS Code gives none back. */
export interface RecordedLog {
  readonly channel: LogOutputChannel;
  readonly lines: readonly string[];
}

const WRITES = new Set<string | symbol>(['info', 'warn', 'error', 'debug', 'trace', 'append', 'appendLine']);

/** Records what is written to a channel through the one that is given back. */
export function recordedLog(channel: LogOutputChannel): RecordedLog {
  const lines: string[] = [];
  const record = (level: string, message: unknown): void => {
    for (const line of String(message).split('\n')) if (line.trim() !== '') lines.push(`${level} ${line}`);
    if (lines.length > MOST) lines.splice(0, lines.length - MOST);
  };
  const recording = new Proxy(channel, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (WRITES.has(name)) record(String(name), args[0]);
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { channel: recording, lines };
}
