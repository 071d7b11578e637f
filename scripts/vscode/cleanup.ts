import { rmSync } from 'node:fs';

const undo = new Set<() => void>();
let armed = false;

/**
 * Registers a synchronous clean-up for however this process ends: normally, by an error, by Ctrl-C or by SIGTERM.
 *
 * @returns a function that runs it now instead, once.
 * @example
 * const stop = atExit(() => child.kill());
 */
export function atExit(action: () => void): () => void {
  arm();
  const once = (): void => {
    if (undo.delete(once)) action();
  };
  undo.add(once);
  return once;
}

/** Removes `folder` when this process ends. */
export function removeAtExit(folder: string): () => void {
  return atExit(() => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch (error) {
      // A program that was just killed may still hold a file: that must not keep the next clean-up from running.
      console.error(`left behind: ${folder} (${error instanceof Error ? error.message : String(error)})`);
    }
  });
}

function arm(): void {
  if (armed) return;
  armed = true;
  // Newest first, as with nested blocks: a server stops before its folders are removed.
  process.on('exit', () => [...undo].toReversed().forEach((action) => action()));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}
