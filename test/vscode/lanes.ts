import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestRunResult } from './result.ts';

/** VS Code waits more than it works, so two take little longer than one. */
const LANES = 2;

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));

/**
 * Runs configurations in processes of their own, two at a time, and prints what each says in one piece when it has ended:
 * `await runInLanes(['orders', 'review'], ['--seconds', '400'], console.log)`. One that ends without a result counts as a failure.
 */
export async function runInLanes(
  names: readonly string[],
  options: readonly string[],
  log: (text: string) => void,
): Promise<TestRunResult> {
  const left = [...names];
  const total = { passed: 0, failed: 0 };
  const lane = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const output = await runAlone(name, options);
      const { passed, failed } = /^(?<passed>\d+) passed, (?<failed>\d+) failed$/mu.exec(output)?.groups ?? {};
      total.passed += Number(passed ?? 0);
      total.failed += Number(failed ?? 1);
      log(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return total;
}

function runAlone(name: string, options: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...process.execArgv, RUN, '--only', name, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(`${parts.join('')}${error.message}`));
    child.on('close', () => resolve(parts.join('')));
  });
}
