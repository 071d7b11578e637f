import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lacksOf, withoutRun } from './release/lacks.ts';
import { repositoryRoot } from './vscode/obtain.ts';
import { packNpm } from './npmPackage.ts';
import { packageExtension } from './vsix.ts';

/*
 * `npm run release`: packs what a release consists of, writes docs/self.html, and names what the release still needs. Nothing is published, tagged or committed.
 * Exit code 1 where something is lacking.
 */

interface Manifest {
  readonly version: string;
  readonly repository?: { readonly url: string };
}

const REPORT = 'docs/self.html';
const LINK = /!?\[[^\]]*\]\((?!https?:|mailto:|#)(?<target>[^()\s#]+)/gu;

process.chdir(repositoryRoot);
const read = (file: string): string => readFileSync(file, 'utf8');
const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' });
const reqtrace = (...args: string[]) => spawnSync(process.execPath, ['dist/cli.cjs', ...args], { encoding: 'utf8', maxBuffer: 64 << 20 });

/** Writes the report of this state, unless the one that is there differs in nothing but the run. */
function writeReport(): boolean {
  const { stdout } = reqtrace('report', '--format', 'html');
  if (existsSync(REPORT) && withoutRun(read(REPORT)) === withoutRun(stdout)) return true;
  writeFileSync(REPORT, stdout);
  return false;
}

/** Links of pages that people read outside of a clone to what git does not have. */
function deadLinks(): string[] {
  const files = git('ls-files').split('\n');
  const known = new Set([...files, ...files.map((file) => path.posix.dirname(file))]);
  return ['README.md', 'media/marketplace.md', 'CHANGELOG.md', 'docs/README.md'].flatMap((page) =>
    Array.from(read(page).matchAll(LINK), ({ groups }) =>
      path.posix.join(path.posix.dirname(page), decodeURI(groups?.['target'] ?? '')).replace(/\/$/u, ''),
    )
      .filter((target) => !known.has(target))
      .map((target) => `${page}: ${target}`),
  );
}

const { version, repository } = JSON.parse(read('package.json')) as Manifest;
const reportCurrent = writeReport();
const lacks = lacksOf({
  version,
  changelog: read('CHANGELOG.md'),
  readme: read('README.md'),
  repository: repository?.url,
  tags: git('tag').split('\n'),
  changed: git('status', '--porcelain'),
  dead: deadLinks(),
  gate: reqtrace('check', '--gate', 'self').status ?? 2,
  reportCurrent,
});
const vsix = await packageExtension(`reqtrace-${version}.vsix`);
for (const file of [path.relative(repositoryRoot, vsix), await packNpm('.')])
  console.log(`packed ${file}: ${Math.ceil(statSync(file).size / 1024)} KB`);
if (lacks.length > 0) {
  console.log(`\nWhat ReqTrace ${version} still needs:\n${lacks.map((lack) => `  - ${lack}`).join('\n')}`);
  process.exitCode = 1;
} else console.log(`\nReqTrace ${version} is ready. Publish it:`);
console.log(
  `\n  git tag v${version} && git push origin v${version}\n  npx vsce publish --packagePath reqtrace-${version}.vsix\n  npm publish reqtrace-${version}.tgz`,
);
