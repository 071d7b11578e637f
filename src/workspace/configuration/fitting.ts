import { firstChangedLine, fitted } from '../../editor/configuration/fitted.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { doesHarm, effectOf, measure } from '../../query/fit/effect.ts';
import type { Measure } from '../../query/fit/effect.ts';
import { ID_SHAPES, idShapes, idsRow } from '../../query/fit/idShapes.ts';
import { chosenOf, propose, reportsIn } from '../../query/fit/propose.ts';
import type { Reports } from '../../query/fit/propose.ts';
import type { Proposal } from '../../query/fit/proposal.ts';
import { mentionedIds } from '../../query/fit/ownAnnotations.ts';
import { advisedIds } from '../../query/fit/advice.ts';
import { linesOf } from '../../text/lines.ts';
import { filesOnDisk } from '../files/diskFiles.ts';
import type { OpenTexts } from '../files/overlaySource.ts';
import { openProject } from '../openProject.ts';
import type { Project } from '../project.ts';
import { proposeConfiguration } from './proposeConfiguration.ts';

/** Names that reports can have; what is none is not read as one. */
const REPORT_NAMES = {
  results: ['**/*.{xml,json,jsonl,ndjson,tap,trx,subunit}'],
  coverage: ['**/*.{xml,json,info,lcov,out}'],
};
/** Ids of the shapes that were found can lie near others that none of these reads. */
const ROUNDS = 3;
/** Of a folder with more files than these, only what the picked rows do together is tried, since each try reads them all. */
const MANY_FILES = 2500;

/** A proposal with what it would do. */
export interface FittingRow extends Proposal {
  /** What it does alone, by an index that was made with it; absent where that was not tried. */
  readonly effect?: readonly Message[];
}

/** How a folder is opened for a try. */
export interface FittingOptions {
  readonly trusted: boolean;
  readonly signal?: AbortSignal;
  /** Texts of editors, which are to win in a try as well. */
  readonly openTexts?: OpenTexts;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Finds out what reqtrace.yaml could say to fit a folder, by really indexing it with each proposal in force; nothing is written. */
export class Fitting {
  readonly #project: Project;
  readonly #trial: Project;
  readonly #overlay: { text: string };
  readonly #base: string;
  readonly #written: string;
  readonly #before: Measure;
  /** By the text of reqtrace.yaml, so that nothing is tried twice. */
  readonly #measures = new Map<string, Measure>();
  #rows: readonly FittingRow[] = [];

  private constructor(project: Project, trial: Project, overlay: { text: string }, text: string | undefined, written: string) {
    this.#project = project;
    this.#trial = trial;
    this.#overlay = overlay;
    this.#base = text ?? '';
    this.#written = written;
    this.#before = measure(project.index);
  }

  /**
   * Looks at a folder and tries what could be said of it.
   *
   * @throws UserError when it cannot be read.
   */
  static async begin(project: Project, options: FittingOptions): Promise<Fitting> {
    const text = await project.text(CONFIGURATION_FILE);
    const overlay = { text: text ?? '' };
    const { openTexts, trusted, signal } = options;
    // What it has kept by then need not be read again.
    await project.remembered();
    const trial = await openProject(project.root, {
      trusted,
      today: project.index.today,
      isTrial: true,
      ...(project.cacheFolder !== undefined && { cacheFolder: project.cacheFolder }),
      ...(signal && { signal }),
      openTexts: {
        get: (path) => (path === CONFIGURATION_FILE ? overlay.text : openTexts?.get(path)),
        keys: () => new Set([...(openTexts?.keys() ?? []), CONFIGURATION_FILE]).values(),
      },
    });
    const written = text ?? proposeConfiguration(project, await filesOnDisk(project.root, trusted));
    const fitting = new Fitting(project, trial, overlay, text, written);
    await fitting.#look(options);
    return fitting;
  }

  /** What could be said, what says most first. */
  get rows(): readonly FittingRow[] {
    return this.#rows;
  }

  /** What these rows do together; tried anew for each choice. */
  async effect(ids: readonly string[]): Promise<readonly Message[]> {
    return effectOf(this.#before, await this.#measured(chosenOf(this.#rows, ids)));
  }

  /** The text of reqtrace.yaml with these rows in it: the one that is there with them added, or a new one that explains the rest. */
  text(ids: readonly string[]): string {
    return fitted(this.#written, chosenOf(this.#rows, ids));
  }

  /** The line, counted from 0, at which what these rows say begins in that text. */
  lineOf(ids: readonly string[]): number {
    return firstChangedLine(this.#written, this.text(ids));
  }

  async #look({ signal, onProgress }: FittingOptions): Promise<void> {
    // While no other pattern is in force, so that no text is read for it.
    const reports = await this.#reports();
    const ids = await this.#shapes();
    await this.#try(ids ? [ids] : []);
    // Before anything else is tried, since the index of the trial is that of the last try.
    const mentioned = mentionedIds(this.#trial.index);
    const lines = new Map<FilePath, readonly string[]>();
    for (const path of new Set(mentioned.map((one) => one.path))) lines.set(path, linesOf((await this.#trial.text(path)) ?? ''));
    const proposals = propose({
      view: this.#project.index,
      mentioned,
      ids,
      reports,
      lineOf: (path, line) => lines.get(path)?.[line],
    });
    const isLarge = this.#project.index.files.size > MANY_FILES;
    const rows = new Map<Proposal, FittingRow>();
    // What has no text read anew comes first, while no other pattern is in force.
    for (const proposal of proposals.toSorted((a, b) => Number(readsAnew(a)) - Number(readsAnew(b)))) {
      signal?.throwIfAborted();
      onProgress?.(rows.size, proposals.length);
      rows.set(proposal, isLarge && !proposal.picked ? proposal : await this.#tried(proposal, proposals));
    }
    this.#rows = proposals.flatMap((proposal) => rows.get(proposal) ?? []);
  }

  async #tried(proposal: Proposal, all: readonly Proposal[]): Promise<FittingRow> {
    const [before, now] = [chosenOf(all, proposal.needs ?? []), chosenOf(all, [proposal.id])];
    const without = before.length > 0 ? await this.#measured(before) : this.#before;
    const after = await this.#measured(now);
    return { ...proposal, effect: effectOf(without, after), picked: proposal.picked && !doesHarm(without, after) };
  }

  /** Shapes of ids, until none of the near-misses names another. */
  async #shapes(): Promise<Proposal | undefined> {
    let row = idShapes(this.#project.index).find(({ id }) => id === ID_SHAPES);
    const seen = advisedIds(this.#project.index);
    for (let round = 1; row && round < ROUNDS; round += 1) {
      await this.#try([row]);
      const more = idShapes(this.#trial.index).flatMap(patternsOf);
      if (more.length === 0) break;
      row = idsRow([...patternsOf(row), ...more], seen[0]?.id ?? '', seen.length);
    }
    return row;
  }

  async #reports(): Promise<Reports> {
    const { evidence } = this.#project.index.configuration;
    const everywhere = { kind: 'evidence' as const, ...REPORT_NAMES };
    // Where a project named its places, it has said where they are.
    if (/^evidence\s*:/mu.test(this.#base) || !this.#project.index.definesAnything || evidence.results.length === 0)
      return reportsIn(this.#project.index);
    await this.#put(`${this.#base}${this.#base === '' || this.#base.endsWith('\n') ? '' : '\n'}${fitted('', [asProposal(everywhere)])}`);
    return reportsIn(this.#trial.index);
  }

  async #measured(proposals: readonly Proposal[]): Promise<Measure> {
    const text = fitted(this.#base, proposals);
    const known = this.#measures.get(text);
    if (known) return known;
    await this.#put(text);
    const found = measure(this.#trial.index);
    this.#measures.set(text, found);
    return found;
  }

  /** Puts them into force, and measures what they do while they are. */
  async #try(proposals: readonly Proposal[]): Promise<void> {
    await this.#put(fitted(this.#base, proposals));
    await this.#measured(proposals);
  }

  async #put(text: string): Promise<void> {
    if (text === this.#overlay.text) return;
    this.#overlay.text = text;
    await this.#trial.refresh([CONFIGURATION_FILE], 'editor');
  }
}

/** True where texts say something else than before. */
function readsAnew({ settings }: Proposal): boolean {
  return settings.some(
    (setting) => setting.kind === 'moreLabels' || (setting.kind === 'list' && setting.key !== 'exclude' && setting.key !== 'needs'),
  );
}

function asProposal(setting: Proposal['settings'][number]): Proposal {
  const nothing = { text: '', values: [] };
  return { id: '', title: nothing, reason: nothing, settings: [setting], picked: false };
}

function patternsOf({ settings }: Proposal): readonly string[] {
  return settings.flatMap((setting) =>
    setting.kind === 'list' ? setting.entries.map((entry) => entry.slice(1, -1).replaceAll("''", "'")) : [],
  );
}
