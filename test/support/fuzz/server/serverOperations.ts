import { appendFileSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REFRESH } from '../../../../src/server/protocol.ts';
import { DOCUMENTS, RESULTS, SOURCES } from './livedIn.ts';
import type { LivedIn, ServerOperation } from './livedIn.ts';

const FILES = [...DOCUMENTS, ...SOURCES];
const CONFIGURATIONS = [
  'version: 1\n',
  'version: 1\nneeds: [implements]\n',
  'version: 1\ndocuments: [docs/**]\n',
  'version: 1\nexclude: [src/deep/**]\n',
  'version: 1\nseverity: { unmet-criterion: warning, unknown-reference: off }\n',
  'version: 1\nevidence: [elsewhere/*.xml]\n',
  'version: [\n',
];
const IGNORE_RULES = ['docs/b.md', 'src/deep/', 'build/', 'reports', '*.ts', '!src/a.ts', 'docs/*', '!docs/a.md', 'top.md', ''];
const MALFORMED = [
  '<testsuite><testcase',
  '',
  '<testsuite>\u0000</testsuite>',
  '<testsuite><testcase name="one 1"></testsuite>',
  '{',
  '<testsuite></other>',
];

/** What people do in editors; the server is told by the protocol. */
const IN_EDITORS: readonly ServerOperation[] = [
  { name: 'open', run: (life) => opened(life, life.random.pick(FILES)), weight: 3 },
  { name: 'open the configuration', run: (life) => opened(life, 'reqtrace.yaml') },
  { name: 'type', run: typed, weight: 6 },
  { name: 'save', run: saved, weight: 3 },
  { name: 'close', run: closed, weight: 2 },
  { name: 'open a file that is not there', run: (life) => opened(life, 'docs/new.md') },
  { name: 'hover', run: asked, weight: 2 },
];

/** What happens on the disk; the server is told by a watcher. */
const ON_DISK: readonly ServerOperation[] = [
  { name: 'write a file', run: (life) => write(life, life.random.pick(FILES)), weight: 4 },
  { name: 'delete a file', run: (life) => remove(life, life.random.pick(FILES)), weight: 2 },
  { name: 'move a file', run: (life) => move(life, life.random.pick(FILES), life.random.pick(FILES)) },
  { name: 'delete a folder', run: (life) => remove(life, life.random.pick(['docs', 'src', 'test', 'docs/deep', 'src/deep'])) },
  { name: 'move a folder', run: (life) => move(life, 'docs/deep', 'docs/deeper') },
  { name: 'move it back', run: (life) => move(life, 'docs/deeper', 'docs/deep') },
  { name: 'delete the last document', run: (life) => DOCUMENTS.forEach((name) => remove(life, name)) },
  { name: 'a file becomes a folder', run: (life) => (remove(life, 'top.md'), life.folder.write('top.md/inner.md', life.text('inner.md'))) },
  { name: 'a folder becomes a file', run: (life) => (remove(life, 'docs/deep'), write(life, 'docs/deep')) },
  { name: 'a document is a link', run: (life) => (remove(life, 'docs/b.md'), link(life, life.at('docs/a.md'), 'docs/b.md')) },
  { name: 'a folder is a link', run: (life) => (remove(life, 'src/deep'), link(life, life.at('test'), 'src/deep')) },
  { name: 'a file in Latin-1', run: (life) => writeFileSync(life.at('top.md'), Buffer.from('## REQ-1: ä', 'latin1')) },
  { name: 'another configuration', run: (life) => life.folder.write('reqtrace.yaml', life.random.pick(CONFIGURATIONS)), weight: 2 },
  { name: 'no configuration', run: (life) => remove(life, 'reqtrace.yaml') },
];

const EVIDENCE: readonly ServerOperation[] = [
  { name: 'a result', run: (life) => write(life, life.random.pick(RESULTS)), weight: 3 },
  { name: 'a result of the same size and time', run: (life) => sameTime(life, life.random.pick(RESULTS)), weight: 3 },
  { name: 'a result of long ago', run: (life) => old(life, life.random.pick(RESULTS)) },
  { name: 'a malformed result', run: (life) => life.folder.write(life.random.pick(RESULTS), life.random.pick(MALFORMED)), weight: 2 },
  { name: 'no result', run: (life) => remove(life, life.random.pick(RESULTS)), weight: 2 },
  { name: 'no results', run: (life) => ['reports', 'build', 'a', 'coverage'].forEach((name) => remove(life, name)) },
  {
    name: 'a result that is a link',
    run: (life) => (remove(life, RESULTS[0] ?? ''), link(life, life.at(RESULTS[1] ?? ''), RESULTS[0] ?? '')),
  },
  { name: 'results behind a link out', run: linkOut },
  { name: 'no link out', run: (life) => remove(life, 'docs/up') },
  { name: 'results very deep', run: (life) => life.folder.write('x/1/2/3/4/5/6/7/8/9/10/11/12/reports/junit.xml', life.text('a.xml')) },
  { name: 'results that only the configuration names', run: (life) => write(life, 'elsewhere/any.xml') },
];

const GIT: readonly ServerOperation[] = [
  { name: 'a rule for .gitignore', run: (life) => life.folder.write('.gitignore', `${life.random.pick(IGNORE_RULES)}\n`), weight: 2 },
  { name: 'no .gitignore', run: (life) => remove(life, '.gitignore') },
  { name: 'a .gitignore below', run: (life) => life.folder.write('docs/.gitignore', `${life.random.pick(['b.md', '*', 'deep'])}\n`) },
  { name: 'no .gitignore below', run: (life) => remove(life, 'docs/.gitignore') },
  { name: 'a rule for .git/info/exclude', run: (life) => life.folder.write('.git/info/exclude', `${life.random.pick(IGNORE_RULES)}\n`) },
  { name: 'core.excludesFile in .git/config', run: (life) => life.git('config', 'core.excludesFile', path.join(life.outside, 'other')) },
  { name: 'no core.excludesFile in .git/config', run: (life) => life.git('config', '--unset', 'core.excludesFile') },
  { name: 'a rule for core.excludesFile, and Refresh', run: excludesOutside },
  { name: 'git add -A', run: (life) => life.git('add', '-A') },
  { name: 'git add -f', run: (life) => life.git('add', '-f', life.random.pick(FILES)) },
  { name: 'git rm --cached', run: (life) => life.git('rm', '-q', '--cached', life.random.pick(FILES)) },
  { name: 'git commit -a', run: (life) => life.git('commit', '-qam', 'more'), weight: 2 },
  { name: 'git commit', run: (life) => (life.git('add', '-A'), life.git('commit', '-qm', 'all')), weight: 2 },
  { name: 'git checkout -f other', run: (life) => life.git('checkout', '-q', '-f', 'other'), weight: 2 },
  { name: 'git checkout -f main', run: (life) => life.git('checkout', '-q', '-f', 'main'), weight: 2 },
  { name: 'git merge', run: (life) => life.git('merge', '-q', '--no-edit', 'other') },
  { name: 'git merge --abort', run: (life) => life.git('merge', '--abort') },
  { name: 'git reset --hard', run: (life) => life.git('reset', '-q', '--hard') },
  { name: 'git reset --hard HEAD~1', run: (life) => life.git('reset', '-q', '--hard', 'HEAD~1') },
  { name: 'git stash -u', run: (life) => life.git('stash', '-q', '-u') },
  { name: 'git stash pop', run: (life) => life.git('stash', 'pop', '-q') },
  { name: 'git clean -fdx', run: (life) => life.git('clean', '-fdxq') },
  { name: 'a repository inside', run: (life) => life.git('init', '-q', 'docs/deep') },
  { name: 'no repository inside', run: (life) => remove(life, 'docs/deep/.git') },
  { name: 'no repository at all', run: (life) => move(life, '.git', '.git-aside') },
  { name: 'the repository is back', run: (life) => move(life, '.git-aside', '.git'), weight: 3 },
  { name: 'Refresh', run: (life) => life.client.connection.sendRequest(REFRESH) },
];

/** All kinds of operation. */
export const SERVER_OPERATIONS: readonly ServerOperation[] = [...IN_EDITORS, ...ON_DISK, ...EVIDENCE, ...GIT];

async function opened(life: LivedIn, name: string): Promise<void> {
  if (life.open.has(name)) return;
  const text = life.read(name);
  life.open.set(name, text);
  await life.client.open(life.folder.uriOf(name), text);
}

async function typed(life: LivedIn): Promise<void> {
  const name = anyOpen(life);
  if (name === undefined) return opened(life, life.random.pick(FILES));
  const lines = (life.open.get(name) ?? '').split('\n');
  const line = life.random.below(lines.length);
  const text = life.random.pick(['x', '\n', '## REQ-7: New\n', '// @verifies REQ-1/AC1\n', '- [ ] three\n', '<!--', '/*', '9']);
  lines[line] = `${text}${lines[line] ?? ''}`;
  life.open.set(name, lines.join('\n'));
  await life.client.type(life.folder.uriOf(name), line, 0, 0, text);
}

async function saved(life: LivedIn): Promise<void> {
  const name = anyOpen(life);
  if (name === undefined) return;
  life.folder.write(name, life.open.get(name) ?? '');
  await life.client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: life.folder.uriOf(name) } });
}

async function closed(life: LivedIn): Promise<void> {
  const name = anyOpen(life);
  if (name === undefined) return;
  life.open.delete(name);
  await life.client.close(life.folder.uriOf(name));
}

async function asked(life: LivedIn): Promise<void> {
  const name = anyOpen(life);
  if (name !== undefined) await life.client.ask('textDocument/hover', life.folder.uriOf(name), 0, 5);
}

function anyOpen({ open, random }: LivedIn): string | undefined {
  return open.size === 0 ? undefined : random.pick([...open.keys()]);
}

function write(life: LivedIn, name: string): void {
  life.folder.write(name, life.text(name));
}

function remove(life: LivedIn, name: string): void {
  rmSync(life.at(name), { recursive: true, force: true });
}

function move(life: LivedIn, from: string, to: string): void {
  mkdirSync(path.dirname(life.at(to)), { recursive: true });
  renameSync(life.at(from), life.at(to));
}

function link(life: LivedIn, target: string, name: string): void {
  symlinkSync(target, life.at(name));
}

function sameTime(life: LivedIn, name: string): void {
  if (!life.isFile(name)) return write(life, name);
  const { atime, mtime, size } = lstatSync(life.at(name));
  const text = life.text(name);
  life.folder.write(name, text.length === size ? text : text.padEnd(size).slice(0, size));
  utimesSync(life.at(name), atime, mtime);
}

function old(life: LivedIn, name: string): void {
  write(life, name);
  utimesSync(life.at(name), 1_577_836_800, 1_577_836_800);
}

function linkOut(life: LivedIn): void {
  const reports = path.join(life.outside, 'reports');
  mkdirSync(reports, { recursive: true });
  writeFileSync(path.join(reports, 'junit.xml'), life.text('a.xml'));
  link(life, life.outside, 'docs/up');
}

async function excludesOutside(life: LivedIn): Promise<void> {
  appendFileSync(path.join(life.outside, life.random.pick(['excludes', 'other'])), `${life.random.pick(IGNORE_RULES)}\n`);
  await life.client.connection.sendRequest(REFRESH);
}
