import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** A language client and how it is started: `CLIENTS.ale.command`. */
export interface ClientProgram {
  readonly command: readonly [program: string, ...args: string[]];
  /** How to get it, for whoever has it not. */
  readonly install: string;
  readonly isThere: () => boolean;
  readonly version: () => string;
}

const HERE = path.resolve('scripts/clients');
const VIM_LSP = '474c6566';
/** In neither npm nor Debian: a commit of its repository, in a folder of this one that git ignores, unless `VIM_LSP_PATH` names a copy: `VIM_LSP_FOLDER`. */
export const VIM_LSP_FOLDER = process.env['VIM_LSP_PATH'] ?? path.resolve(`.vscode-test/vim-lsp-${VIM_LSP}`);

/** The clients that `npm run clients` drives, by the file in `scripts/clients/` that does it. */
export const CLIENTS: Readonly<Record<string, ClientProgram>> = {
  eglot: emacs('eglot'),
  'lsp-mode': emacs('lsp-mode'),
  ale: vim('vim', 'ale', 'vim-ale'),
  youcompleteme: vim('vim.nox', 'youcompleteme', 'vim-youcompleteme'),
  'vim-lsp': {
    ...vim('vim', 'vim-lsp', 'vim'),
    install: 'apt-get install vim, and its repository on GitHub must be reachable, or VIM_LSP_PATH name a copy of it',
    isThere: () => existsSync(VIM_LSP_FOLDER) || cloned(),
    version: () => `${VIM_LSP} with Vim ${ofDebian('vim')}`,
  },
};

function emacs(name: string): ClientProgram {
  return {
    command: ['emacs', '-Q', '--batch', '-l', path.join(HERE, `${name}.el`)],
    install: `apt-get install emacs-nox elpa-${name} elpa-markdown-mode`,
    isThere: () => ofDebian(`elpa-${name}`) !== '' && ofDebian('emacs-nox') !== '',
    version: () => `${ofDebian(`elpa-${name}`)} with Emacs ${ofDebian('emacs-nox')}`,
  };
}

/** Vim takes keys only from a terminal, so `script` makes one. */
function vim(program: string, name: string, debian: string): ClientProgram {
  const file = path.join(HERE, `${name}.vim`);
  return {
    command: ['script', '--quiet', '--return', '--command', `${program} -N -u NONE -i NONE -n -S '${file}'`, '/dev/null'],
    install: `apt-get install ${program === 'vim' ? 'vim' : 'vim-nox'} ${debian}`,
    isThere: () => ofDebian(debian) !== '' && spawnSync(program, ['--version']).status === 0,
    version: () => `${ofDebian(debian)} with Vim ${ofDebian(program === 'vim' ? 'vim' : 'vim-nox')}`,
  };
}

function cloned(): boolean {
  const git = (...args: string[]) => execFileSync('git', ['-C', VIM_LSP_FOLDER, ...args], { stdio: 'ignore' });
  try {
    execFileSync('git', ['init', '--quiet', VIM_LSP_FOLDER]);
    git('fetch', '--quiet', 'https://github.com/prabirshrestha/vim-lsp', 'master');
    git('checkout', '--quiet', VIM_LSP);
    return true;
  } catch {
    execFileSync('rm', ['-rf', VIM_LSP_FOLDER]);
    return false;
  }
}

/** The version of a package of Debian, empty where it is not installed. */
function ofDebian(name: string): string {
  const { status, stdout } = spawnSync('dpkg-query', ['--show', '--showformat', '${Version}', name], { encoding: 'utf8' });
  return status === 0 ? stdout.replace(/^\d+:/u, '') : '';
}
