import type { DebugConfiguration, DebugSession, TestRun } from 'vscode';
import { Uri, debug, l10n, workspace } from 'vscode';
import type { DebugProgramEnd, DebugProgramParams } from '../../server/runProtocol.ts';

/** By it the session of a run is known again. */
const RUN = '__reqtraceRun';

/** Starts a program of Node in the debugger that comes with VS Code, and waits until that has ended; a run that is cancelled ends it. */
export async function debugProgram(testRun: TestRun, { run, argv, folder, environment }: DebugProgramParams): Promise<DebugProgramEnd> {
  const [runtimeExecutable, ...runtimeArgs] = argv;
  const configuration: DebugConfiguration = {
    type: 'node',
    request: 'launch',
    name: l10n.t('Tests'),
    cwd: folder,
    env: environment,
    runtimeExecutable,
    runtimeArgs,
    console: 'internalConsole',
    // Reporters write to standard output themselves.
    outputCapture: 'std',
    internalConsoleOptions: 'neverOpen',
    skipFiles: ['<node_internals>/**'],
    [RUN]: run,
  };
  const isOurs = ({ configuration: one, parentSession }: DebugSession): boolean => !parentSession && one[RUN] === run;
  let session: DebugSession | undefined;
  const stop = (): void => void (session && debug.stopDebugging(session));
  let end: (() => void) | undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const subscriptions = [
    debug.onDidStartDebugSession((one) => {
      if (!isOurs(one)) return;
      session = one;
      if (testRun.token.isCancellationRequested) stop();
    }),
    debug.onDidTerminateDebugSession((one) => {
      if (isOurs(one)) end?.();
    }),
    testRun.token.onCancellationRequested(stop),
  ];
  try {
    const started = await debug.startDebugging(workspace.getWorkspaceFolder(Uri.file(folder)), configuration, { testRun });
    if (started) await ended;
    return { started };
  } finally {
    for (const subscription of subscriptions) subscription.dispose();
  }
}
