import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CompletionList } from 'vscode-languageserver/node';
import { Client } from '../../test/support/server/client.ts';
import { REPOSITORY } from './build.ts';
import { spread } from './figures.ts';
import type { Spread } from './figures.ts';
import { longFiles } from './longFiles.ts';
import { Random } from './random.ts';

/** How long a quick typist takes for a key, in milliseconds. */
const PACE = 60;
/** A pause in which the server reads what was typed, in milliseconds. */
const PAUSE = 250;
const LINES_TYPED = 40;

/** What typing costs, in milliseconds from the key to the answer, over standard input and output of the real server. */
export interface TypingFigures {
  /** Every key of words, code and annotations alike. */
  readonly key: Spread;
  /** Answers that proposed something, so that nobody takes silence for speed. */
  readonly proposed: number;
}

/** Types lines into files of 5,000 lines, with completion asked for at each key and a pause behind each line. */
export async function measureTyping(folder: string): Promise<TypingFigures> {
  const cache = mkdtempSync(path.join(tmpdir(), 'reqtrace-bench-cache-'));
  const client = Client.ofProcess([path.join(REPOSITORY, 'dist/cli.cjs'), 'lsp', '--stdio'], { REQTRACE_CACHE_DIR: cache });
  try {
    return await typeInto(client, folder);
  } finally {
    await client.stop();
    rmSync(cache, { recursive: true, force: true });
  }
}

async function typeInto(client: Client, folder: string): Promise<TypingFigures> {
  const random = new Random(11);
  await client.start([{ uri: pathToFileURL(folder).href }]);
  const files = longFiles(random).filter((file) => /\.(?:ts|py|md)$/u.test(file.path));
  const uriOf = (file: string): string => pathToFileURL(path.join(folder, file)).href;
  for (const file of files) await client.open(uriOf(file.path), file.lines.join('\n'));
  await sleep(PAUSE * 4);
  const times: number[] = [];
  let proposed = 0;
  for (let count = 0; count < LINES_TYPED; count += 1) {
    const file = random.pick(files);
    const uri = uriOf(file.path);
    const line = random.between(0, 4000);
    const [before] = random.pick(random.chance(0.6) ? file.inside : file.outside);
    await client.type(uri, line, 0, 0, '\n');
    for (const [at, key] of [...(before.split('\n').at(-1) ?? '')].entries()) {
      const started = performance.now();
      // As an editor does: both at once, and no key waits for an answer.
      const changed = client.type(uri, line, at, at, key);
      const answer = client.ask<CompletionList | null>('textDocument/completion', uri, line, at + 1);
      await changed;
      if ((await answer)?.items.length) proposed += 1;
      const took = performance.now() - started;
      times.push(took);
      await sleep(Math.max(0, PACE - took));
    }
    await sleep(PAUSE);
  }
  return { key: spread(times), proposed };
}
