import * as l10n from '@vscode/l10n';
import { TraceIndex } from '../../../index/traceIndex.ts';
import type { FileChange } from '../../../index/view.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { FilePath } from '../../../model/position.ts';
import type { History, HistoryPoint } from '../../../query/history.ts';
import { localised } from '../../../text/words/localised.ts';
import { submodulesNotRead } from '../notes.ts';
import { readFacts } from './facts.ts';
import type { FactsByUse } from './facts.ts';
import { chooseMoments, dayOf } from './moments.ts';
import type { MomentRequest } from './moments.ts';
import { planSteps } from './plan.ts';
import type { PlannedStep, ReadWatch } from './plan.ts';
import { stepsOf } from './steps.ts';

// @implements RT-5.3~0e7696
/**
 * Counts the criteria of a folder by status at moments of the past, from git's objects alone: each content is read once, and
 * from one moment to the next only what differs is indexed.
 *
 * @throws UserError where git cannot tell, or nothing lies in between.
 */
export async function readHistory(folder: string, request: MomentRequest, watch: ReadWatch = {}): Promise<History> {
  const { moments, omitted, notes } = await chooseMoments(folder, request);
  const { steps, submodules } = await stepsOf(folder, moments);
  const planned = await planSteps(folder, steps, watch);
  const facts = await readFacts(folder, planned, watch);
  const walk = new IndexWalk(facts);
  const points = planned.map((step) => walk.point(step));
  const faulty = points.filter(({ configurationValid }) => !configurationValid);
  return {
    every: request.every,
    points,
    omitted,
    notes: [
      ...notes,
      ...(faulty.length
        ? [
            l10n.t(
              '{0} has errors at {1} of {2} revisions, first at {3}; the defaults were used there',
              CONFIGURATION_FILE,
              faulty.length,
              points.length,
              faulty[0]?.name ?? '',
            ),
          ]
        : []),
      ...(submodules.size ? [localised(submodulesNotRead(submodules))] : []),
    ],
  };
}

/** One index that goes from moment to moment. */
class IndexWalk {
  readonly #facts: FactsByUse;
  readonly #lastDays = new Map<FilePath, readonly string[]>();
  #index: TraceIndex | undefined;

  constructor(facts: FactsByUse) {
    this.#facts = facts;
  }

  point(step: PlannedStep): HistoryPoint {
    const {
      moment,
      configuration: { configuration, valid },
    } = step;
    const date = dayOf(moment.time);
    const changes = this.#changes(step);
    for (const { path, facts } of changes) {
      const days = facts?.waivers.flatMap(({ until }) => until ?? []) ?? [];
      if (days.length) this.#lastDays.set(path, days);
      else this.#lastDays.delete(path);
    }
    const index = (this.#index ??= new TraceIndex({ configuration, today: date }));
    if (index.configuration === configuration && !this.#expiresBetween(index.today, date)) index.update(changes);
    else index.configure({ configuration, today: date }, changes);
    return { ...moment, date, counts: index.counts(), configurationValid: valid };
  }

  #changes({ configuration, uses }: PlannedStep): FileChange[] {
    const files = Array.from(uses, ([path, use]): FileChange => ({ path, facts: use && this.#facts.get(use.key) }));
    return [...files.filter(({ path }) => path !== CONFIGURATION_FILE), { path: CONFIGURATION_FILE, facts: configuration.facts }];
  }

  /** True if a waiver holds on one of these days and not on the other; otherwise the index need not be told of the new day. */
  #expiresBetween(one: string, other: string): boolean {
    return [...this.#lastDays.values()].some((days) => days.some((day) => day >= one !== day >= other));
  }
}
