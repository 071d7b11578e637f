import type { Readable } from 'node:stream';

/** Milliseconds without more after which a complete object is all that comes; some programs leave the pipe open. */
const PAUSE = 100;
/** Milliseconds without more after which nothing is waited for. */
const PATIENCE = 3000;
/** Characters; what hosts hand over is far shorter. */
const LONGEST = 64 * 1024 * 1024;

/**
 * What another program hands over on standard input, JSON or nothing: `await handedOver(process.stdin)`. It does not depend on that program closing the
 * pipe: one that never does would have this one wait for ever.
 *
 * @throws Error where it is longer than anything that can be meant.
 */
export function handedOver(input: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    let idle: NodeJS.Timeout | undefined;
    const done = (): void => {
      clearTimeout(idle);
      // An open pipe keeps a process alive.
      input.destroy();
      resolve(text);
    };
    const wait = (): void => {
      clearTimeout(idle);
      idle = setTimeout(() => (isWhole(text) ? done() : (idle = setTimeout(done, PATIENCE))), PAUSE);
    };
    input.setEncoding('utf8');
    input.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > LONGEST) {
        clearTimeout(idle);
        input.destroy();
        reject(new Error('standard input is longer than 64 MB'));
      } else wait();
    });
    input.on('end', done);
    // Where there is no standard input at all.
    input.on('error', done);
    wait();
  });
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
