import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Operation, World } from './world.ts';

const IGNORE_RULES = [
  'new/*',
  '!new/*.md',
  '*.ts',
  '/docs/',
  '!/docs/sub/',
  'lib',
  '**/*.md',
  '!docs/a.md',
  'reports/*',
  '/*',
  '!/docs',
  '**/*/*/',
  'top.md',
  '# nothing',
  'src/deep/',
];
const CONFIGURATIONS = [
  'version: 1\n',
  'version: 1\nneeds: [implements]\n',
  'version: 1\ndocuments: [docs/**]\n',
  'version: 1\nexclude: [src/deep/**]\n',
  'version: 1\nseverity: { unknown-reference: warning }\n',
  'version: [\n',
];

/** What happens to files without git being told. */
export const FILE_OPERATIONS: readonly Operation[] = [
  { name: 'write a file', run: (world) => written(world, world.path()), weight: 6 },
  {
    name: 'write a file in the moment after another',
    run: (world) => [world.file(), world.file()].forEach((name) => written(world, name)),
    weight: 2,
  },
  { name: 'write with the same size and times', run: sameTimes, weight: 5 },
  { name: 'write in one second with git add, then again', run: racyAdd, weight: 4 },
  { name: 'write, add and overwrite with the times of before', run: racyTimes, weight: 4 },
  { name: 'write the same content again', run: (world) => withFile(world, (name) => world.write(name, world.read(name))) },
  { name: 'append to a file', run: (world) => world.append(world.file(), `\n## REQ-${world.random.below(9) + 20}: More\n`) },
  { name: 'cut a file short', run: (world) => withFile(world, (name) => truncateSync(world.at(name), 10)) },
  { name: 'empty a file', run: (world) => withFile(world, (name) => truncateSync(world.at(name), 0)) },
  { name: 'touch a file', run: (world) => withFile(world, (name) => utimesSync(world.at(name), new Date(), new Date())) },
  {
    name: 'set the time of a file back',
    run: (world) => withFile(world, (name) => utimesSync(world.at(name), 1_500_000_000, 1_500_000_000)),
  },
  {
    name: 'set the time of a file forward',
    run: (world) => withFile(world, (name) => utimesSync(world.at(name), 4_000_000_000, 4_000_000_000)),
  },
  { name: 'replace a file by rename', run: replaced, weight: 2 },
  { name: 'move a file', run: (world) => moved(world, world.file(), world.path()), weight: 2 },
  { name: 'swap two files', run: swapped, weight: 2 },
  { name: 'copy a file with its times', run: (world) => world.program('cp', ['-p', world.file(), world.path()]) },
  { name: 'delete a file', run: (world) => world.remove(world.file()) },
  { name: 'delete a folder', run: (world) => world.remove(world.folder()) },
  { name: 'move a folder', run: (world) => moved(world, world.folder(), world.fresh('docs/moved')) },
  { name: 'a file becomes a folder', run: fileToFolder },
  { name: 'a folder becomes a file', run: folderToFile },
  { name: 'a folder becomes a link', run: folderToLink },
  { name: 'a file becomes a link', run: fileToLink },
  { name: 'a link to nothing', run: (world) => linked(world, 'nowhere', `docs/${world.fresh('dangling')}.md`) },
  { name: 'a link to a folder outside', run: linkOutside },
  { name: 'a hard link', run: (world) => attempt(() => linkSync(world.at(world.file()), world.at(`docs/${world.fresh('hard')}.md`))) },
  { name: 'a file may be run', run: (world) => withFile(world, (name) => chmodSync(world.at(name), 0o755)) },
  { name: 'a file may not be run', run: (world) => withFile(world, (name) => chmodSync(world.at(name), 0o644)) },
  {
    name: 'a file of unusual name',
    run: (world) =>
      world.write(
        `docs/${world.random.pick(['[x].md', ':(top)a.md', '"q".md', '!a.md', ' s.md', 'a\nb.md', 'ü.md', 'A.MD'])}`,
        world.text('a.md'),
      ),
  },
  { name: 'a binary file', run: (world) => writeFileSync(world.at('top.md'), Buffer.from([0x23, 0x20, 0, 0xff, 0xfe])) },
  { name: 'a file in UTF-16', run: (world) => writeFileSync(world.at('top.md'), Buffer.from(`\uFEFF${world.text('top.md')}`, 'utf16le')) },
  { name: 'line ends of Windows', run: (world) => withFile(world, (name) => world.write(name, world.read(name).replaceAll('\n', '\r\n'))) },
  { name: 'many new files', run: (world) => manyFiles(world) },
  { name: 'an empty folder', run: (world) => mkdirSync(world.at(world.fresh('empty')), { recursive: true }) },
  { name: 'a new folder with ignored and kept files', run: newFolder, weight: 2 },
  { name: 'a rule for .gitignore', run: (world) => world.append('.gitignore', `${world.random.pick(IGNORE_RULES)}\n`), weight: 4 },
  { name: 'a .gitignore below', run: (world) => world.write(`${world.folder()}/.gitignore`, `${world.random.pick(IGNORE_RULES)}\n`) },
  { name: 'no .gitignore any more', run: (world) => world.remove('.gitignore'), weight: 2 },
  { name: 'a rule for .git/info/exclude', run: (world) => attempt(() => excludeRule(world)) },
  {
    name: 'no .git/info/exclude any more',
    run: (world) => attempt(() => writeFileSync(path.join(world.gitFolder(), 'info', 'exclude'), '')),
  },
  { name: 'another configuration', run: (world) => world.write('reqtrace.yaml', world.random.pick(CONFIGURATIONS)), weight: 2 },
  { name: 'no configuration', run: (world) => world.remove('reqtrace.yaml') },
  { name: 'another result of tests', run: (world) => world.write('reports/junit.xml', world.text('a.xml')) },
  { name: 'a copy of the repository in place of it', run: copied },
];

/** Does what may not be possible now. */
export function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // A file is a folder by now, or the like; the next operation may find it otherwise.
  }
}

function written(world: World, name: string): void {
  attempt(() => world.write(name, world.text(name)));
}

function withFile(world: World, act: (name: string) => void): void {
  const name = world.file();
  attempt(() => act(name));
}

function sameTimes(world: World): void {
  withFile(world, (name) => overwriteKeeping(world, name));
}

/** In place, with the size and the time of the last change that it had. */
function overwriteKeeping(world: World, name: string): void {
  const { atime, mtime, size } = lstatSync(world.at(name));
  const text = world.text(name);
  world.write(name, text.length === size ? text : text.slice(0, size).padEnd(size));
  utimesSync(world.at(name), atime, mtime);
}

function racyAdd(world: World): void {
  withFile(world, (name) => {
    written(world, name);
    world.git('add', '--', name);
    written(world, name);
  });
}

function racyTimes(world: World): void {
  withFile(world, (name) => {
    written(world, name);
    world.git('add', '--', name);
    overwriteKeeping(world, name);
  });
}

function replaced(world: World): void {
  withFile(world, (name) => {
    writeFileSync(world.at(`${name}.new`), world.text(name));
    renameSync(world.at(`${name}.new`), world.at(name));
  });
}

function moved(world: World, from: string, to: string): void {
  attempt(() => {
    mkdirSync(path.dirname(world.at(to)), { recursive: true });
    renameSync(world.at(from), world.at(to));
  });
}

function swapped(world: World): void {
  const [one, other] = [world.file(), world.file()];
  if (one === other) return;
  moved(world, one, `${one}.swap`);
  moved(world, other, one);
  moved(world, `${one}.swap`, other);
}

function fileToFolder(world: World): void {
  withFile(world, (name) => {
    world.remove(name);
    world.write(`${name}/inner.md`, world.text('inner.md'));
  });
}

function folderToFile(world: World): void {
  const folder = world.folder();
  attempt(() => {
    world.remove(folder);
    world.write(folder, world.text('a.md'));
  });
}

function folderToLink(world: World): void {
  const folder = world.folder();
  attempt(() => {
    const to = world.fresh('behind');
    renameSync(world.at(folder), world.at(to));
    symlinkSync(world.at(to), world.at(folder));
  });
}

function fileToLink(world: World): void {
  const [name, other] = [world.file(), world.file()];
  world.remove(name);
  linked(world, world.at(other), name);
}

function linkOutside(world: World): void {
  attempt(() => {
    const outside = path.join(world.place, world.fresh('outside'));
    mkdirSync(outside);
    writeFileSync(path.join(outside, 'o.md'), world.text('o.md'));
    linked(world, outside, world.fresh('docs/out'));
  });
}

function linked(world: World, target: string, name: string): void {
  attempt(() => symlinkSync(target, world.at(name)));
}

function manyFiles(world: World): void {
  const folder = world.fresh('many');
  for (let at = 0; at < 70; at += 1) world.write(`${folder}/f${at}.${at % 9 ? 'ts' : 'md'}`, world.text(at % 9 ? 'a.ts' : 'a.md'));
}

function newFolder(world: World): void {
  const folder = world.random.pick(['new', world.fresh('new')]);
  attempt(() => {
    world.write(`${folder}/n.md`, world.text('n.md'));
    world.write(`${folder}/n.log`, 'x');
    world.write(`${folder}/below/n.ts`, world.text('n.ts'));
    world.write(`${folder}/.gitignore`, `${world.random.pick(['*', '*.md', '!*.md', 'below', '/below/', 'below/*', '!n.md'])}\n`);
  });
}

function excludeRule(world: World): void {
  const info = path.join(world.gitFolder(), 'info');
  mkdirSync(info, { recursive: true });
  writeFileSync(path.join(info, 'exclude'), `${world.random.pick(IGNORE_RULES)}\n`);
}

/** As a backup that is restored: other inodes, the old times. */
function copied(world: World): void {
  const copy = path.join(world.place, world.fresh('copy'));
  spawnSync('cp', ['-a', world.repository, copy]);
  renameSync(world.repository, path.join(world.place, world.fresh('old')));
  renameSync(copy, world.repository);
  attempt(() => copyFileSync(world.at('docs/a.md'), world.at('docs/b.md')));
}
