import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FilePath } from '../../src/model/position.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import { spread } from './figures.ts';
import type { Spread } from './figures.ts';

/** What one key in a document costs until its statuses and findings are at hand, in milliseconds of processor time of all threads, by its criteria. */
export type KeyFigures = Readonly<Record<string, Spread>>;

const SIZES = [200, 2000, 10_000];
const KEYS = 120;
/** Before that, V8 has not seen enough of it. */
const WARM_UP = 30;
const CRITERIA = 5;
const PATH = 'docs/items.md';

/** Asks a program of its own, see `probe.ts`. */
export function measureKeys(probe: string): KeyFigures {
  return JSON.parse(
    execFileSync(process.execPath, [probe, 'keys'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  ) as KeyFigures;
}

/** Types a word into one criterion of documents of several sizes. */
export async function keys(): Promise<KeyFigures> {
  const figures: Record<string, Spread> = {};
  for (const size of SIZES) figures[size] = await keysIn(size);
  return figures;
}

async function keysIn(size: number): Promise<Spread> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reqtrace-bench-keys-'));
  try {
    mkdirSync(path.join(folder, 'docs'));
    writeFileSync(path.join(folder, PATH), longDocument(size, ''));
    const openTexts = new Map<FilePath, string>([[PATH, longDocument(size, '')]]);
    const project = await openProject(folder, { openTexts });
    const times: number[] = [];
    for (let at = 1; at <= KEYS; at += 1) {
      openTexts.set(PATH, longDocument(size, 'x'.repeat(at)));
      const before = process.cpuUsage();
      await project.refresh([PATH], 'editor');
      const { user, system } = process.cpuUsage(before);
      if (at > WARM_UP) times.push((user + system) / 1000);
    }
    return spread(times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A document of so many criteria, with `typed` in the middle of it: `longDocument(200, 'x')`. */
export function longDocument(size: number, typed: string): string {
  const requirements = size / CRITERIA;
  const middle = Math.floor(requirements / 2);
  const requirement = (at: number): string =>
    [
      `## REQ-${at + 1}: The station reports ${at}`,
      '',
      'The station reports its state to the hub, and the hub keeps it.',
      '',
      '**Acceptance Criteria**:',
      ...Array.from(
        { length: CRITERIA },
        (_, criterion) =>
          `- [ ] AC${criterion + 1}: Report ${criterion} of ${at} is kept for ten days${at === middle && criterion === 2 ? typed : ''} and can be read`,
      ),
      '',
    ].join('\n');
  return `# Plan\n\n${Array.from({ length: requirements }, (_, at) => requirement(at)).join('\n')}`;
}
