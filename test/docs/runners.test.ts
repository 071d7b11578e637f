import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { RUNNERS } from '../../scripts/runners/list.ts';
import { linksBeside, resultFiles, resultText } from '../support/runnerLinks.ts';
import type { ResultFile } from '../support/runnerLinks.ts';

const PAGE = new URL('../../docs/runners.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n');

/** What is tried of each runner, and how it is to be read. */
const TRIED: readonly (readonly [criterion: string, what: string, right: string])[] = [
  ['AC1', 'passes', 'passed'],
  ['AC2', 'fails', 'failed'],
  ['AC3', 'left out', 'skipped'],
  ['AC4', 'todo', 'skipped'],
  ['AC5', 'rows, one fails', 'failed'],
  ['AC11', 'rows of a group, one fails', 'failed'],
  ['AC6', 'passes, one of that name elsewhere fails', 'passed'],
  ['AC7', 'hook fails', 'failed'],
  ['AC8', 'file does not load', 'failed'],
  ['AC9', 'passes at the second attempt', 'passed'],
  ['AC10', 'quotes in the title', 'passed'],
];

/** Lines of a section between its heading and the next. */
function section(heading: string): string[] {
  const [, behind = ''] = page.split(`\n## ${heading}\n`);
  return (behind.split('\n## ')[0] ?? '').split('\n');
}

function cells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const files = resultFiles();
const read = files.map((one) => ({ ...one, links: linksBeside(one) }));

/** What is read otherwise than the run went. */
const wrong = read.flatMap(({ name, file, links }) =>
  TRIED.filter(([criterion, , right]) => (links.get(criterion) ?? right) !== right).map(([criterion, what]) =>
    [name, file, what, links.get(criterion)].join(' | '),
  ),
);

describe('what real test runners write', () => {
  it('is kept of every runner that is run', () => {
    const kept = new Set(files.map(({ name }) => name.replace(/@.*$/, '')));
    assert.deepEqual([...kept].toSorted(), RUNNERS.map(({ name }) => name).toSorted());
  });

  it('is what each of its versions is pinned to', () => {
    const versions = new Set(files.map(({ name }) => name));
    const pinned = RUNNERS.flatMap(({ name, packages = [] }) => packages.slice(0, 1).map((one) => `${name}@${one.replace(/^.+@/, '')}`));
    assert.deepEqual(
      pinned.filter((name) => !versions.has(name)),
      [],
    );
  });

  // @verifies RT-3.1/AC1~7b0356
  it('is read as docs/runners.md says', () => {
    const heads = ['runner', 'file', ...TRIED.map(([, what]) => what)];
    const rows = read.map(({ name, file, links }) => [
      name,
      file,
      ...TRIED.map(([criterion, , right]) => {
        const is = links.get(criterion);
        return is === undefined || is === right ? (is ?? '–') : `**${is}**`;
      }),
    ]);
    const table = [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
    const whole = page.replace(/(?<=<!-- read -->\n)[\s\S]*?(?=\n<!-- end -->)/, () => table);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(PAGE, whole);
    else assert.equal(page, whole);
  });

  it('is read wrong only where docs/runners.md says why', () => {
    const rows = section('Limits').filter((line) => /^\| \S+@/.test(line));
    const told = rows.map(cells);
    assert.deepEqual(told.map((row) => row.slice(0, 4).join(' | ')).toSorted(), wrong.toSorted());
    assert.ok(told.every(([, , , , why = '']) => why !== ''));
  });

  // @verifies RT-3.2/AC1~e23673
  it('never proves what failed, was left out or did not run', () => {
    const right = new Map(TRIED.map(([criterion, , outcome]) => [criterion, outcome]));
    const proven = read.flatMap(({ name, file, links }) =>
      [...links]
        .filter(([criterion, is]) => is.includes('passed') && right.get(criterion) !== 'passed')
        .map(([criterion]) => `${name}/${file} ${criterion}`),
    );
    assert.deepEqual(proven, []);
  });

  it('is quoted in docs/runners.md as it stands in the files', () => {
    const quotes = quoted();
    assert.ok(quotes.length > 30);
    assert.deepEqual(
      quotes.filter(([one, quote]) => !resultText(one).includes(quote)).map(([{ name, file }, quote]) => `${name}/${file}: ${quote}`),
      [],
    );
  });
});

/** What the page quotes of each file: below the heading of a runner, behind the name of a file. */
function quoted(): (readonly [ResultFile, string])[] {
  let name = '';
  const lines = section('What they write').join('\n').replaceAll('\n  ', ' ').split('\n');
  return lines.flatMap((line) => {
    name = /^### (?<name>\S+)$/.exec(line)?.groups?.['name'] ?? name;
    const file = /^- `(?<file>[^`]+)`/.exec(line)?.groups?.['file'];
    if (file === undefined) return [];
    const [, ...spans] = Array.from(line.matchAll(/(`+)(?<code>.+?)\1(?!`)/g), ({ groups }) => (groups?.['code'] ?? '').trim());
    return spans.map((span) => [{ name, file }, span] as const);
  });
}
