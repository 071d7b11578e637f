import type { Memento } from 'vscode';
import { l10n, window } from 'vscode';
import type { PlannedCommand } from '../../server/runProtocol.ts';

/** Where it is kept in the workspace's state to which commands a person agreed. */
const KEY = 'reqtrace.agreedCommands';
/** So many of the newest are kept of each folder. */
const MOST_KEPT = 100;
/** So many commands are shown, each so long, in UTF-16 code units. */
const MOST_SHOWN = 6;
const LONGEST = 600;

/** Control characters, which a title may hold, and those that turn the direction of reading. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Asks before a command is run for the first time: what it runs is code of the repository. */
export class Agreement {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** The families of commands that may be started in a workspace folder; undefined where the person does not want that. */
  async askFor(folder: string, commands: readonly PlannedCommand[]): Promise<readonly string[] | undefined> {
    const all = this.#state.get<Readonly<Record<string, readonly string[]>>>(KEY, {});
    const known = new Set(all[folder]);
    const fresh = commands.filter(({ family }) => !known.has(family));
    if (fresh.length > 0) {
      const run = l10n.t('Run');
      const question = fresh.length === 1 ? l10n.t('Run this command?') : l10n.t('Run these commands?');
      if ((await window.showInformationMessage(question, { modal: true, detail: detailOf(fresh) }, run)) !== run) return undefined;
    }
    const families = [...new Set([...known, ...commands.map(({ family }) => family)])];
    if (fresh.length > 0) await this.#state.update(KEY, { ...all, [folder]: families.slice(-MOST_KEPT) });
    return families;
  }
}

function detailOf(commands: readonly PlannedCommand[]): string {
  const shown = commands.slice(0, MOST_SHOWN).map(({ folder, lines }) => [folder, ...lines].map(shownLine).join('\n'));
  const more = commands.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [l10n.t('and {0} more of the same kinds', more)] : []),
    l10n.t('It runs code of this folder. You are asked once for each kind of command.'),
  ].join('\n\n');
}

function shownLine(line: string): string {
  const seen = line.replaceAll(UNSEEN, '\uFFFD');
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen;
}
