import type { Operation, World } from './world.ts';

const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  'core.trustctime': ['false', 'true'],
  'core.checkStat': ['minimal', 'default'],
  'core.fileMode': ['false', 'true'],
  'core.symlinks': ['false', 'true'],
  'core.ignoreCase': ['true', 'false'],
  'core.autocrlf': ['true', 'input', 'false'],
  'core.eol': ['crlf', 'lf'],
  'core.untrackedCache': ['true', 'false', 'keep'],
  'core.fsmonitor': ['true', 'false', '/bin/false'],
  'core.splitIndex': ['true', 'false'],
  'core.preloadIndex': ['true', 'false'],
  'core.quotePath': ['true', 'false'],
  'core.precomposeUnicode': ['true', 'false'],
  'core.sparseCheckout': ['true', 'false'],
  'core.sparseCheckoutCone': ['true', 'false'],
  'core.excludesFile': ['../home/excludes', ''],
  'core.attributesFile': ['../home/attributes', ''],
  'core.bigFileThreshold': ['1', '512m'],
  'core.logAllRefUpdates': ['always', 'false'],
  'index.version': ['2', '4'],
  'index.threads': ['true', '1'],
  'index.sparse': ['true', 'false'],
  'index.skipHash': ['true', 'false'],
  'feature.manyFiles': ['true', 'false'],
  'status.showUntrackedFiles': ['no', 'all', 'normal'],
  'submodule.recurse': ['true', 'false'],
  'diff.ignoreSubmodules': ['all', 'none'],
  'diff.renames': ['false', 'copies'],
  'diff.noprefix': ['true', 'false'],
  'diff.external': ['/bin/false', ''],
  'diff.relative': ['true', 'false'],
  'diff.orderFile': ['../home/order'],
  'color.ui': ['always', 'auto'],
  'blame.coloring': ['highlightRecent'],
  'log.showSignature': ['true', 'false'],
  'log.follow': ['true', 'false'],
  'extensions.worktreeConfig': ['true', 'false'],
  'safe.directory': ['', '*'],
  'filter.x.clean': ['tr a-z A-Z', 'cat', ''],
  'filter.x.smudge': ['tr A-Z a-z', 'cat', ''],
  'filter.x.required': ['true', 'false'],
  'filter.x.process': ['/bin/false', ''],
  'diff.x.textconv': ['cat', '/bin/false'],
};

const ATTRIBUTES = [
  '*.md text',
  '*.md -text',
  '*.md eol=crlf',
  '*.md filter=x',
  '*.ts diff=x',
  '* text=auto',
  '*.md ident',
  '*.md working-tree-encoding=UTF-16LE',
  'docs/** export-ignore',
  '*.xml binary',
  '[attr]own text',
];

/** What git is told by its configuration and by attributes. */
export const SETTING_OPERATIONS: readonly Operation[] = [
  ...Object.entries(SETTINGS).map(([name, values]): Operation => ({
    name: `git config ${name}`,
    run: (world) => world.git('config', name, world.random.pick(values)),
  })),
  { name: 'git config --unset', run: (world) => world.git('config', '--unset-all', world.random.pick(Object.keys(SETTINGS))), weight: 12 },
  {
    name: 'a rule for core.excludesFile',
    run: (world) => world.write('../home/excludes', `${world.random.pick(['*.ts', 'new/', 'docs/b.md', '!docs', ''])}\n`),
  },
  { name: 'a rule for .gitattributes', run: (world) => world.append('.gitattributes', `${world.random.pick(ATTRIBUTES)}\n`), weight: 3 },
  { name: 'no .gitattributes any more', run: (world) => world.remove('.gitattributes') },
  { name: 'files as their attributes say', run: anew },
];

function anew(world: World): void {
  world.git('rm', '-rq', '--cached', '.');
  world.git('reset', '-q', '--hard');
}
