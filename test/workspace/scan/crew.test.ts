import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { Crew } from '../../../src/workspace/scan/crew.ts';
import type { CrewOptions } from '../../../src/workspace/scan/crew.ts';
import type { Work } from '../../../src/workspace/scan/messages.ts';
import type { Take } from '../../../src/workspace/scan/scanned.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

/** A worker that knows nothing but what to do with files of certain names. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { existsSync, writeFileSync } = require('node:fs');
const { progress, root } = workerData;
parentPort.on('message', (job) => {
  if (!job.paths) return;
  Atomics.store(progress, 1, 0);
  Atomics.store(progress, 0, job.number);
  const results = [];
  for (const [at, path] of job.paths.entries()) {
    Atomics.store(progress, 1, at);
    if (path === 'hangs') for (;;);
    if (path === 'crashes') throw new Error('on purpose');
    if (path === 'ends') process.exit(3);
    if (path === 'crashes once' && !existsSync(root + '/crashed')) {
      writeFileSync(root + '/crashed', '');
      throw new Error('on purpose');
    }
    if (path !== 'silent') results.push([at, { kind: 'asleep', prefixes: [path] }]);
  }
  parentPort.postMessage(results);
});`;

function work(...paths: readonly string[]): Work {
  return { paths, roles: paths.map(() => 'code'), known: [], shard: undefined };
}

describe('a crew', () => {
  async function run(
    jobs: readonly Work[],
    program = PROGRAM,
    signal?: AbortSignal,
    patience = 10_000,
    here?: CrewOptions['here'],
  ): Promise<{ results: Record<string, string>; done: number; left: readonly string[] }> {
    const folder = make({ 'program.cjs': program });
    const results: Record<string, string> = {};
    let done = 0;
    const take: Take = {
      file(path, scanned) {
        assert.ok(!(path in results), `${path} is told once`);
        results[path] = scanned.kind === 'skipped' ? inEnglish(scanned.reason) : scanned.kind;
      },
      done: (count) => (done += count),
    };
    const crew = new Crew({
      root: folder.path,
      configuration: DEFAULT_CONFIGURATION,
      program: pathToFileURL(folder.at('program.cjs')),
      patience,
      here,
    });
    try {
      const left = await crew.run(jobs, take, signal);
      return { results, done, left: left.flatMap(({ paths }) => paths) };
    } finally {
      await crew.dismiss();
    }
  }

  it('does all jobs and names no file that says nothing', async () => {
    const jobs = Array.from({ length: 20 }, (_, at) => work(`a${at}`, 'silent'));
    const { results, done, left } = await run(jobs);
    assert.deepEqual(Object.keys(results).sort(), Array.from({ length: 20 }, (_, at) => `a${at}`).sort());
    assert.deepEqual([done, left], [40, []]);
  });

  it('has nothing to do without jobs', async () => {
    assert.deepEqual(await run([]), { results: {}, done: 0, left: [] });
  });

  const faults: readonly (readonly [file: string, told: string])[] = [
    ['crashes', 'reading it crashed twice'],
    ['ends', 'reading it crashed twice'],
    ['crashes once', 'asleep'],
    ['hangs', 'reading it took longer than 2 seconds'],
  ];
  for (const [file, told] of faults) {
    it(`goes on where a file ${file}`, async () => {
      const { results, done, left } = await run(
        [work('a', 'b', file, 'c'), work('d', 'e')],
        PROGRAM,
        undefined,
        file === 'hangs' ? 2000 : undefined,
      );
      assert.deepEqual(results, { a: 'asleep', b: 'asleep', [file]: told, c: 'asleep', d: 'asleep', e: 'asleep' });
      assert.deepEqual([done, left], [6, []]);
    });
  }

  /** What this thread makes of a job: nothing crashes it. */
  const readHere =
    (told: string[]): CrewOptions['here'] =>
    async ({ paths }, take) => {
      for (const path of paths) take.file(path, { kind: 'nothing' });
      take.done(paths.length);
      told.push(...paths);
    };

  it('does a single job on this thread, without any worker', async () => {
    const here: string[] = [];
    const { results, done, left } = await run([work('a', 'b')], 'throw new Error("on purpose")', undefined, undefined, readHere(here));
    assert.deepEqual([results, done, left, here], [{ a: 'nothing', b: 'nothing' }, 2, [], ['a', 'b']]);
  });

  it('shares many jobs with this thread', async () => {
    const jobs = Array.from({ length: 20 }, (_, at) => work(`a${at}`, `b${at}`));
    const here: string[] = [];
    const { results, done, left } = await run(jobs, PROGRAM, undefined, undefined, readHere(here));
    assert.deepEqual([Object.keys(results).length, done, left], [40, 40, []]);
    assert.deepEqual(
      Object.keys(results)
        .filter((path) => results[path] === 'nothing')
        .sort(),
      here.toSorted(),
    );
  });

  it('leaves to workers what has crashed one', async function () {
    // With one processor there is no worker that could crash.
    if (availableParallelism() === 1) this.skip();
    const told: string[] = [];
    const news = new EventEmitter();
    const here: CrewOptions['here'] = async (job, take, signal) => {
      await readHere(told)?.(job, take, signal);
      await once(news, 'skipped');
    };
    const folder = make({ 'program.cjs': PROGRAM });
    const crew = new Crew({
      root: folder.path,
      configuration: DEFAULT_CONFIGURATION,
      program: pathToFileURL(folder.at('program.cjs')),
      here,
    });
    const skipped: string[] = [];
    const take: Take = {
      file(path, { kind }) {
        if (kind !== 'skipped') return;
        skipped.push(path);
        news.emit('skipped');
      },
      done: () => undefined,
    };
    const jobs = [work('a'), work('crashes', 'b'), ...Array.from({ length: 5 }, (_, at) => work(`c${at}`))];
    assert.deepEqual(await crew.run(jobs, take), []);
    await crew.dismiss();
    assert.deepEqual([told, skipped], [['a'], ['crashes']]);
  });

  it('hands back the work where no worker starts', async () => {
    const { results, left } = await run([work('a', 'b'), work('c')], 'throw new Error("on purpose")');
    assert.deepEqual([results, left.toSorted()], [{}, ['a', 'b', 'c']]);
  });

  it('may be dismissed while a worker fails to start', async () => {
    const folder = make({ 'program.cjs': 'throw new Error("on purpose")' });
    const crew = new Crew({ root: folder.path, configuration: DEFAULT_CONFIGURATION, program: pathToFileURL(folder.at('program.cjs')) });
    crew.prepare(2, []);
    // Nothing is heard of the workers as long as this thread stands still, so that their errors come when nobody wants them any more.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
    await crew.dismiss();
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('enough')), 20);
    await assert.rejects(run([work('hangs')], PROGRAM, abort.signal), /enough/u);
    await assert.rejects(run([work('a')], PROGRAM, AbortSignal.abort(new Error('no'))), /no/u);
  });
});
