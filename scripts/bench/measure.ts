import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from './figures.ts';
import type { EditorFigures, OpenFigures } from './probe.ts';
import { isInstalled, race } from './race.ts';
import type { Runner } from './race.ts';
import { measureTyping } from './typing.ts';
import type { TypingFigures } from './typing.ts';

/** All figures of one tree; times in milliseconds. */
export interface TreeFigures {
  readonly folder: string;
  /** Files that are read, and those of them that say something. */
  readonly files: number;
  readonly filesWithFacts: number;
  /** Whole programs, from start to end: `check cold`, `check warm`, `git grep`, `ripgrep`. */
  readonly programs: Readonly<Record<string, number>>;
  /** Opening a project within a running program, without a cache and with one. */
  readonly engine: { readonly cold: number; readonly warm: number };
  /** Bytes of heap for each file, facts of all files included. */
  readonly heapPerFile: number;
  readonly editor: EditorFigures;
  readonly typing: TypingFigures;
}

/** What each file has to be searched for before it is worth reading: words of annotations, and what ids look like. */
export const PATTERN = String.raw`@(implements|verifies|req|waives)|[A-Z][0-9]*-[0-9]`;

/** What is measured: the engine in a program of its own, and the whole CLI. */
export interface Programs {
  readonly probe: string;
  readonly cli: string;
}

/** Takes all figures of one tree. */
export async function measureTree(folder: string, { probe, cli }: Programs, runs: number): Promise<TreeFigures> {
  const cache = mkdtempSync(path.join(tmpdir(), 'reqtrace-bench-cache-'));
  try {
    const programs = race(runners(cli, cache), folder, runs);
    const cold: OpenFigures[] = [];
    const warm: OpenFigures[] = [];
    ask(probe, ['open', folder, cache]);
    for (let run = 0; run < runs; run += 1) {
      cold.push(ask(probe, ['open', folder, '-']) as OpenFigures);
      warm.push(ask(probe, ['open', folder, cache]) as OpenFigures);
    }
    const files = cold[0]?.files ?? 0;
    return {
      folder,
      files,
      filesWithFacts: cold[0]?.filesWithFacts ?? 0,
      programs,
      engine: { cold: median(cold.map(({ open }) => open)), warm: median(warm.map(({ open }) => open)) },
      heapPerFile: median(cold.map(({ heap }) => heap)) / Math.max(1, files),
      editor: ask(probe, ['editor', folder]) as EditorFigures,
      typing: await measureTyping(folder),
    };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function runners(cli: string, cache: string): readonly Runner[] {
  const check = [cli, 'check', '--fail-on', 'never'];
  const environment = { REQTRACE_CACHE_DIR: cache };
  return [
    { name: 'check cold', command: process.execPath, args: [...check, '--no-cache'] },
    { name: 'check warm', command: process.execPath, args: check, environment },
    { name: 'git grep', command: 'git', args: ['grep', '-n', '-I', '-E', '-e', PATTERN] },
    ...(isInstalled('rg') ? [{ name: 'ripgrep', command: 'rg', args: ['--no-config', '--hidden', '-n', '-e', PATTERN, '.'] }] : []),
  ];
}

/** What the probe prints: `ask(probe, ['open', folder, '-'])`. */
export function ask(probe: string, args: readonly string[]): unknown {
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', probe, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
}
