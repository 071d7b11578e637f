import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setPriority } from 'node:os';

/*
 * `npm test`: everything that has to hold, in two lanes beside each other. Neovim and VS Code wait for windows, and on a new machine for the
 * network; what they leave of the processors goes to the checks and the unit tests, which let them go first. In the end ReqTrace judges itself by what they wrote.
 */

/** Scripts of package.json, run one after the other until one fails. */
interface Lane {
  readonly steps: readonly string[];
  /** Its output is printed as it comes, and it has the processors that the other lane leaves. */
  readonly inBackground?: boolean;
}

const LANES: readonly Lane[] = [
  { steps: ['lint', 'format:check', 'knip', 'test:unit'], inBackground: true },
  { steps: ['test:neovim', 'test:vscode'] },
];

/** What reads the results of both lanes. */
const LAST: Lane = { steps: ['trace'] };

/** As `nice` does it without a number. */
const LOWER_PRIORITY = 10;

interface FailedStep {
  readonly step: string;
  /** The last lines that it printed, where the other lane's output may have come after them. */
  readonly end: string;
}

const END_LINES = 25;

/** Gives the step that failed, if one did. */
async function run({ steps, inBackground = false }: Lane): Promise<readonly FailedStep[]> {
  for (const step of steps) {
    const started = performance.now();
    const output = inBackground ? 'inherit' : 'pipe';
    const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', output, output], shell: process.platform === 'win32' });
    if (inBackground) letOthersFirst(child);
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(data));
    const [code] = (await once(child, 'close')) as [number | null];
    process.stdout.write(Buffer.concat(said));
    console.log(`${code === 0 ? '✔' : '✘'} ${step} (${Math.round((performance.now() - started) / 1000)} s)`);
    if (code !== 0) return [{ step, end: Buffer.concat(said).toString().trimEnd().split('\n').slice(-END_LINES).join('\n') }];
  }
  return [];
}

/** Programs that the child starts inherit it. */
function letOthersFirst({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, LOWER_PRIORITY);
  } catch {
    // It has ended, or the system does not let us: then it runs like the others.
  }
}

// What an earlier run wrote must not speak for this one.
rmSync('out/results', { recursive: true, force: true });
const failed = (await Promise.all(LANES.map(run))).flat();
if (failed.length === 0) failed.push(...(await run(LAST)));
if (failed.length > 0) {
  for (const { step, end } of failed) if (end !== '') console.error(`\nthe end of ${step}:\n${end}`);
  console.error(`\nfailed: ${failed.map(({ step }) => step).join(', ')}`);
  process.exitCode = 1;
}
