import type { Memento } from 'vscode';
import { l10n, window } from 'vscode';
import type { PlannedCommand } from '../../server/runProtocol.ts';
import { questionsOf } from './questions.ts';

/** Where it is kept in the workspace's state to which commands a person agreed. */
const KEY = 'reqtrace.agreedCommands';
/** So many of the newest are kept of each folder. */
const MOST_KEPT = 100;
/** So much of a command is shown, in UTF-16 code units. */
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
    const questions = questionsOf(commands, known);
    const run = l10n.t('Run');
    for (const asked of questions) {
      const question = asked.length === 1 ? l10n.t('Run this command?') : l10n.t('Run these commands?');
      if ((await window.showInformationMessage(question, { modal: true, detail: detailOf(asked) }, run)) !== run) return undefined;
    }
    const families = [...new Set([...known, ...commands.map(({ family }) => family)])];
    if (questions.length > 0) await this.#state.update(KEY, { ...all, [folder]: families.slice(-MOST_KEPT) });
    return families;
  }
}

function detailOf(commands: readonly PlannedCommand[]): string {
  const shown = commands.map(({ folder, lines }) => [folder, ...lines].map(shownLine).join('\n'));
  return [...shown, l10n.t('It runs code of this folder. You are asked once for each kind of command.')].join('\n\n');
}

function shownLine(line: string): string {
  const seen = line.replaceAll(UNSEEN, '\uFFFD');
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen;
}
