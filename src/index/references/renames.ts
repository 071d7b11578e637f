import type { FileFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';

/** A name that a requirement gets by a change, and has from then on as well: of `openspec/specs/kettle#heat`, `warm`. */
export interface Rename {
  readonly namespace: string;
  readonly from: string;
  readonly to: string;
}

/** Names that open changes give to requirements. */
export class Renames {
  readonly #ofFile = new Map<FilePath, readonly Rename[]>();
  readonly #byNew = new MultiMap<string, Rename>();
  readonly #byOld = new MultiMap<string, Rename>();

  /** Renames that give this id, in no order. */
  to(id: string): Iterable<Rename> {
    return this.#byNew.get(id);
  }

  /** Renames that take this id away, in no order. */
  from(id: string): Iterable<Rename> {
    return this.#byOld.get(id);
  }

  /**
   * Takes new facts of files.
   *
   * @returns the ids that may mean something else now.
   */
  update(changes: ReadonlyMap<FilePath, FileFacts | undefined>): Set<string> {
    const affected = new Set<string>();
    for (const [path, facts] of changes) {
      const before = this.#ofFile.get(path) ?? [];
      const after = renamesIn(facts);
      for (const rename of before) {
        this.#byNew.delete(rename.to, rename);
        this.#byOld.delete(rename.from, rename);
      }
      for (const rename of after) {
        this.#byNew.add(rename.to, rename);
        this.#byOld.add(rename.from, rename);
      }
      if (after.length) this.#ofFile.set(path, after);
      else this.#ofFile.delete(path);
      for (const { to } of [...before, ...after]) affected.add(to);
    }
    return affected;
  }
}

function renamesIn(facts: FileFacts | undefined): readonly Rename[] {
  return (facts?.proposals ?? []).flatMap(({ reference: { document: namespace, id: from }, to }) =>
    to === undefined || namespace === undefined ? [] : [{ namespace, from, to: to.id }],
  );
}
