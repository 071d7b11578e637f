import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { IndexView } from '../../index/view.ts';
import type { FilePath } from '../../model/position.ts';
import { compare } from '../../query/diff/compare.ts';
import type { ChangedFile, Comparison } from '../../query/diff/comparison.ts';
import { wantedTexts } from '../../query/diff/comparison.ts';
import type { Difference } from '../../query/diff/difference.ts';
import { evaluateGate } from '../../query/gates/evaluate.ts';
import { EVERYTHING, changedScope } from '../../query/gates/scope.ts';
import { localised } from '../../text/words/localised.ts';
import { changedFiles } from '../../workspace/git/changedFiles.ts';
import type { Commit } from '../../workspace/git/revisions.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Folder } from '../folder.ts';
import type { Log } from '../log.ts';
import { describeError } from '../log.ts';
import { isInRepository, resolveBase } from './bases.ts';
import { BaseSide } from './baseSide.ts';
import { presentGate, presentLists } from './present.ts';
import type { BaseChoice, FolderReview, ReviewGate } from '../reviewProtocol.ts';
import { Targets } from './target.ts';

/** What git said of a choice, good until something in the repository or on the disk changes. */
interface Ground {
  readonly choice: string;
  readonly base: Promise<Commit>;
  files?: Promise<readonly ChangedFile[]>;
}

/**
 * Compares one workspace folder with a base. The base is indexed once and kept, and git is asked again only after something on
 * the disk changed, so that a keystroke costs no more than the comparison itself.
 */
export class FolderReviewer {
  readonly #folder: Folder;
  readonly #log: Log;
  #ground: Ground | undefined;
  #base: { readonly key: string; readonly side: Promise<BaseSide>; readonly abort: AbortController } | undefined;

  constructor(folder: Folder, log: Log) {
    this.#folder = folder;
    this.#log = log;
  }

  /** To be called when a file on the disk, or the repository, may have changed. */
  diskChanged(): void {
    this.#ground = undefined;
  }

  /** Undefined when the question was taken back. */
  async review(choice: BaseChoice, token: CancellationToken): Promise<FolderReview | undefined> {
    const { uri: folder, name, root, view, isTrusted } = this.#folder;
    const of = { folder, name };
    if (!isTrusted) return { ...of, state: 'untrusted' };
    if (!view || root === undefined) return { ...of, state: 'indexing' };
    let base: Commit | undefined;
    try {
      const ground = this.#groundOf(root, choice);
      base = await ground.base;
      const side = await this.#sideOf(root, view, base);
      ground.files ??= changedFiles(root, base.commit, { kind: 'worktree' });
      const onDisk = await ground.files;
      side.follow(view, onDisk);
      const files = await this.#withOpen(onDisk, side);
      if (token.isCancellationRequested) return undefined;
      const comparison = await this.#comparison(view, side, files);
      if (token.isCancellationRequested) return undefined;
      const difference = compare(comparison);
      const targets = new Targets(comparison, this.#folder, base.commit);
      return {
        ...of,
        state: 'compared',
        base: { name: base.name, commit: base.commit },
        notes: side.notes,
        gates: gatesOf(view, comparison, difference, targets),
        groups: presentLists(difference, view, targets),
      };
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      this.#ground = undefined;
      if (!(error instanceof UserError)) this.#log.error(`review of ${name}: ${describeError(error)}`);
      const message = error instanceof UserError ? localised(error.said) : l10n.t('an unexpected error, see the log');
      if (!(await isInRepository(root))) return { ...of, state: 'noRepository', message };
      return { ...of, state: base ? 'failed' : 'noBase', message };
    }
  }

  dispose(): void {
    this.#base?.abort.abort();
    this.#base = undefined;
    this.#ground = undefined;
  }

  #groundOf(root: string, choice: BaseChoice): Ground {
    const name = JSON.stringify(choice);
    if (this.#ground?.choice !== name) this.#ground = { choice: name, base: resolveBase(root, choice) };
    return this.#ground;
  }

  /** The base is not read again for a question that was taken back: the next one needs it too. */
  #sideOf(root: string, view: IndexView, base: Commit): Promise<BaseSide> {
    const key = `${base.commit} ${view.today}`;
    if (this.#base?.key === key) return this.#base.side;
    this.#base?.abort.abort();
    const abort = new AbortController();
    const side = BaseSide.read({ root, view, isOpen: (path) => this.#folder.isOpen(path) }, base, abort.signal);
    const made = { key, side, abort };
    this.#base = made;
    side.catch(() => {
      if (this.#base === made) this.#base = undefined;
    });
    return side;
  }

  /** Adds the files whose unsaved texts differ from the base's. */
  async #withOpen(files: readonly ChangedFile[], side: BaseSide): Promise<readonly ChangedFile[]> {
    const known = new Set(files.flatMap(({ head }) => head ?? []));
    const open = [...this.#folder.openPaths].filter(
      (path) => !known.has(path) && !side.isBeside(path) && this.#folder.view?.files.has(path),
    );
    if (open.length === 0) return files;
    const before = await side.texts(open);
    const added: ChangedFile[] = [];
    for (const path of open) {
      if (!side.has(path)) added.push({ head: path });
      else if (normal(before.get(path)) !== normal(await this.#folder.text(path))) added.push({ base: path, head: path });
    }
    return [...files, ...added];
  }

  async #comparison(view: IndexView, side: BaseSide, files: readonly ChangedFile[]): Promise<Comparison> {
    const documents = files.filter(({ base, head }) =>
      [base !== undefined && side.index.facts(base), head !== undefined && view.facts(head)].some(
        (facts) => facts && facts.role === 'document',
      ),
    );
    const wanted = [...wantedTexts({ base: side.index, head: view, files }), ...documents];
    const before = await side.texts(wanted.flatMap(({ base }) => base ?? []));
    const after = new Map<FilePath, string>();
    for (const path of new Set(wanted.flatMap(({ head }) => head ?? []))) {
      const text = await this.#folder.text(path);
      if (text !== undefined) after.set(path, text);
    }
    return { base: side.index, head: view, files, baseText: (path) => before.get(path), headText: (path) => after.get(path) };
  }
}

function gatesOf(view: IndexView, comparison: Comparison, difference: Difference, targets: Targets): ReviewGate[] {
  return Object.entries(view.configuration.gates).map(([name, gate]) => {
    const scope = gate.scope === 'changed' ? changedScope(comparison, difference) : EVERYTHING;
    return presentGate(evaluateGate(view, { name, gate, scope }), targets);
  });
}

/** Git may store other line ends than it checks out. */
function normal(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/gu, '\n');
}
