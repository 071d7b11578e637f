import type { MaybeMet } from '../../../query/tree/suggested.ts';
import { maybeMet } from '../../../query/tree/suggested.ts';
import type { Suggester } from '../../../suggest/suggest.ts';
import { Breather } from '../../../workspace/pace/breather.ts';
import type { Folder } from '../../folder.ts';

/** What is below the group *Suggested* of each folder: worked out when somebody unfolds it, and anew once something has changed. */
export class MaybeMetItems {
  readonly #found = new WeakMap<Suggester, Promise<readonly MaybeMet[]>>();
  /** What was last shown: a tooltip is about that. */
  readonly #shown = new WeakMap<Folder, readonly MaybeMet[]>();

  /** As the files are now; none while the folder is still being read. */
  async now(folder: Folder): Promise<readonly MaybeMet[]> {
    const suggester = await folder.suggester();
    const { view } = folder;
    if (!suggester || !view) return [];
    const found = this.#found.get(suggester) ?? inSteps(maybeMet(view, suggester));
    this.#found.set(suggester, found);
    const items = await found;
    this.#shown.set(folder, items);
    return items;
  }

  shown(folder: Folder): readonly MaybeMet[] {
    return this.#shown.get(folder) ?? [];
  }

  /** True for a folder whose group somebody unfolded. */
  isShown(folder: Folder): boolean {
    return this.#shown.has(folder);
  }
}

async function inSteps<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  const breather = new Breather();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breather.pause();
  }
}
