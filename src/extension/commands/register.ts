import type { LogOutputChannel } from 'vscode';
import { Disposable, commands, l10n, window } from 'vscode';
import { messageOf } from '../../text/errors.ts';
import { COMMANDS } from '../contributions.ts';
import type { Commands } from '../contributions.ts';

/** What needs no server, and so starts none that ended for want of work. */
const ALONE: ReadonlySet<keyof Commands> = new Set<keyof Commands>([
  'reqtrace.showLog',
  'reqtrace.reportProblem',
  'reqtrace.leaveAlone',
  'reqtrace.openWalkthrough',
]);

/**
 * Registers a handler for every command. A person started it, so a failure is shown to that person, with a way
 * to the log.
 *
 * @param first done before each that asks the server.
 */
export function registerCommands(handlers: Commands, log: LogOutputChannel, first: () => Promise<void>): Disposable {
  const registered = COMMANDS.map((name) => {
    const handler = handlers[name] as (...args: unknown[]) => void | Promise<void>;
    return commands.registerCommand(name, async (...args: unknown[]) => {
      try {
        if (!ALONE.has(name)) await first();
        await handler(...args);
      } catch (error) {
        await showFailure(name, error, log);
      }
    });
  });
  return Disposable.from(...registered);
}

async function showFailure(name: string, error: unknown, log: LogOutputChannel): Promise<void> {
  log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const showLog = l10n.t('Show Log');
  const message = messageOf(error);
  // Not awaited by the command: it is over, and the notification may stay for as long as it likes.
  void window.showErrorMessage(message, showLog).then((choice) => {
    if (choice === showLog) log.show();
  });
}
