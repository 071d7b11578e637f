import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_CONFIGURATION } from '../src/formats/configuration/defaults.ts';
import { createExtractor } from '../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../src/formats/notations/registry.ts';
import { TraceIndex } from '../src/index/traceIndex.ts';
import { BYTE_FORMATS } from '../src/report/export/bytes.ts';
import { HarnessError, installPackage, repositoryRoot } from './vscode/obtain.ts';

/*
 * `npm run organisation`: asks the queries of docs/organisation.md of DuckDB over the exports of 200 repositories that are made up, and compares the answers with what
 * is known of these. It installs DuckDB into .vscode-test/ the first time, so it is not part of `npm test`.
 */

const DUCKDB = '@duckdb/node-api';
const VERSION = '1.5.6-r.1';
const REPOSITORIES = 200;
const TEAMS = ['blue', 'green', 'red'];

interface DuckDb {
  readonly DuckDBInstance: {
    create(): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }> }>;
    }>;
  };
}

/** A repository of which every third covers an item of the first one, and every fifth has a link for a text that nobody wrote. */
function filesOf(number: number): Record<string, string> {
  const covers = number > 0 && number % 3 === 0 ? '\n**Covers**: SYS-1\n' : '';
  const pin = number % 5 === 0 ? '~000000' : '';
  const first = number === 0 ? '## SYS-1: Kettle\n\nIt boils.\n\n' : '';
  return {
    'docs/a.md': `${first}## REQ-${number + 1}: Boil\n${covers}\n**Acceptance Criteria**\n\n- It boils\n- It stops\n`,
    'src/a.c': `// @implements REQ-${number + 1}${pin}\nvoid f() {}\n`,
    'test/a.test.js': number % 2 === 0 ? `// @verifies REQ-${number + 1}/AC1\ntest('boils', () => {});\n` : '',
  };
}

function writeExports(folder: string): void {
  const extractor = createExtractor(DEFAULT_CONFIGURATION);
  const teams = ['repository,team'];
  for (let number = 0; number < REPOSITORIES; number += 1) {
    const view = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: '2026-01-01', notations: NOTATIONS });
    view.update(Object.entries(filesOf(number)).map(([file, text]) => ({ path: file, facts: extractor.extract(file, text) })));
    const repository = `r${number}`;
    const target = path.join(folder, 'exports', repository);
    mkdirSync(target, { recursive: true });
    const files = BYTE_FORMATS['parquet']?.({ view, name: repository, repository, commit: 'c0ffee' }) ?? new Map<string, Uint8Array>();
    for (const [name, bytes] of files) writeFileSync(path.join(target, name), bytes);
    teams.push(`${repository},${TEAMS[number % TEAMS.length]}`);
  }
  writeFileSync(path.join(folder, 'teams.csv'), `${teams.join('\n')}\n`);
}

/** What is known of the repositories, in the order of the queries. */
function expected(): readonly (readonly Record<string, unknown>[])[] {
  const numbers = Array.from({ length: REPOSITORIES }, (_, number) => number);
  const teams = TEAMS.map((team, at) => {
    const own = numbers.filter((number) => number % TEAMS.length === at);
    // One criterion of every second has code and a test, unless its link to code is stale; SYS-1 is a unit of its own.
    const met = own.filter((number) => number % 2 === 0 && number % 5 !== 0).length;
    return { team, met: String(met), units: String(own.length * 2 + (at === 0 ? 1 : 0)) };
  });
  const stale = numbers.filter((number) => number % 5 === 0).map((number) => ({ repository: `r${number}`, stale: '1' }));
  const covering = numbers.filter((number) => number > 0 && number % 3 === 0).length;
  return [
    teams,
    stale.toSorted((a, b) => (a.repository < b.repository ? -1 : 1)),
    [{ repository: 'r0', id: 'SYS-1', covered_by: String(covering) }],
  ];
}

const folder = mkdtempSync(path.join(tmpdir(), 'reqtrace-organisation-'));
try {
  const installed = await installPackage(DUCKDB, VERSION, console.log);
  const { DuckDBInstance } = createRequire(path.join(installed, 'package.json'))(installed) as DuckDb;
  writeExports(folder);
  const page = readFileSync(path.join(repositoryRoot, 'docs/organisation.md'), 'utf8');
  const queries = Array.from(page.matchAll(/^```sql\n([^]*?)^```$/gmu), ([, sql = '']) => sql);
  const answers = expected();
  if (queries.length !== answers.length) throw new HarnessError(`the page has ${queries.length} queries, and ${answers.length} are known`);
  process.chdir(folder);
  const connection = await (await DuckDBInstance.create()).connect();
  for (const [at, sql] of queries.entries()) {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    if (!isDeepStrictEqual(rows, answers[at]))
      throw new HarnessError(
        `query ${at + 1} of docs/organisation.md gives\n${JSON.stringify(rows)}\ninstead of\n${JSON.stringify(answers[at])}`,
      );
    console.log(`✔ query ${at + 1} over ${REPOSITORIES} exports: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`);
  }
} catch (error) {
  if (!(error instanceof HarnessError)) throw error;
  console.error(`✘ ${error.message}`);
  process.exitCode = 1;
} finally {
  process.chdir(repositoryRoot);
  rmSync(folder, { recursive: true, force: true });
}
