import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Random } from '../../test/support/index/random.ts';
import { describeFailure, tryOne } from '../../test/support/fuzz/run.ts';
import { SUBJECTS } from '../../test/support/fuzz/subjects.ts';

/** A text of a few hundred characters takes milliseconds; this long means for ever. */
const PATIENCE_MS = 30_000;

/** What the child is about to do, or has found. */
type Message = { readonly trying: string } | { readonly failure: string } | { readonly tried: number };

/** Seeds count up from this one; the first failure of each claim is printed with its seed and a small text. */
export async function fuzzTexts(seed: number, minutes: number): Promise<void> {
  if (process.send) await work(seed, minutes);
  else supervise(seed, minutes);
}

/** Has a child do the work, which can be cut off when one of the texts takes for ever. */
function supervise(seed: number, minutes: number): void {
  console.log(`Seeds from ${seed}, for ${minutes} minutes.`);
  const child = fork(fileURLToPath(new URL('../fuzz.ts', import.meta.url)), ['--seed', String(seed), '--minutes', String(minutes)]);
  let timer: NodeJS.Timeout | undefined;
  child.on('message', (message: Message) => {
    clearTimeout(timer);
    if ('trying' in message) {
      timer = setTimeout(() => {
        console.error(`No end after ${PATIENCE_MS / 1000} seconds: ${message.trying}`);
        child.kill('SIGKILL');
      }, PATIENCE_MS);
    } else if ('failure' in message) {
      console.error(`\n${message.failure}`);
      process.exitCode = 1;
    } else console.log(`${message.tried} texts tried.`);
  });
  child.once('exit', (code) => {
    clearTimeout(timer);
    if (code !== 0) process.exitCode = 1;
  });
}

async function work(seed: number, minutes: number): Promise<void> {
  const say = (message: Message): Promise<void> => new Promise((resolve) => process.send?.(message, () => resolve()));
  const end = Date.now() + minutes * 60_000;
  const failed = new Set<string>();
  let tried = 0;
  for (let at = seed; Date.now() < end; at += 1) {
    for (const subject of SUBJECTS) {
      const path = new Random(at).pick(subject.paths);
      await say({ trying: `${subject.name}${path && ` (${path})`}, seed ${at}, text ${JSON.stringify(subject.make(new Random(at)))}` });
      const failure = tryOne(subject, path, at);
      tried += 1;
      const key = `${failure?.subject}: ${failure?.claim}`;
      if (!failure || failed.has(key)) continue;
      failed.add(key);
      await say({ failure: describeFailure(failure) });
    }
  }
  await say({ tried });
  process.disconnect();
}
