import type { Alias, Annotation, FileFacts, Reference } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';
import { sameValue } from '../../model/sameValue.ts';
import { nearestTo } from './namespaces.ts';
import type { Namespaces } from './namespaces.ts';
import { endsWithPath } from '../items/pathTails.ts';

/** An alias with the place that it is written in. */
interface Entry extends Alias {
  readonly path: FilePath;
  readonly namespace: string;
}

/**
 * Names that stand for items, `Property 3` of a design for the criteria that it validates, written in one document and referred to in other files. A
 * reference to such a name is as many references as it stands for; to one that nobody wrote, it is none.
 */
export class Aliases {
  readonly #namespaces: Namespaces;
  readonly #hasOneNamespace: (notation: string) => boolean;
  readonly #entries = new MultiMap<string, Entry>();
  readonly #byFile = new Map<FilePath, readonly Entry[]>();
  /** What files write, and what it stands for. */
  readonly #users = new Map<FilePath, { readonly written: readonly Annotation[]; readonly found: readonly Annotation[] }>();

  constructor(namespaces: Namespaces, hasOneNamespace: (notation: string) => boolean) {
    this.#namespaces = namespaces;
    this.#hasOneNamespace = hasOneNamespace;
  }

  /**
   * Takes new facts of files, whose namespaces are known already.
   *
   * @param moved true where references may look in other places than before, whatever names there are.
   * @returns files whose names stand for something else than before, apart from those that changed themselves.
   */
  update(changes: ReadonlyMap<FilePath, FileFacts | undefined>, moved: boolean): Set<FilePath> {
    let changed = moved;
    for (const [path, facts] of changes) {
      const before = this.#byFile.get(path) ?? [];
      const { namespace, aliases = [] } = facts ?? {};
      const after = namespace === undefined ? [] : aliases.map((alias) => ({ ...alias, path, namespace }));
      if (!sameValue(before, after)) {
        changed = true;
        for (const entry of before) this.#entries.delete(entry.name, entry);
        for (const entry of after) this.#entries.add(entry.name, entry);
        if (after.length) this.#byFile.set(path, after);
        else this.#byFile.delete(path);
      }
    }
    const affected = new Set<FilePath>();
    if (!changed) return affected;
    for (const [path, { written, found }] of this.#users) {
      if (!changes.has(path) && !sameValue(found, this.#expandedIn(path, written))) affected.add(path);
    }
    return affected;
  }

  /** The facts of a file with what its names stand for in place of them. */
  expanded(path: FilePath, facts: FileFacts | undefined): FileFacts | undefined {
    const written = facts?.annotations.filter(({ reference }) => reference.alias) ?? [];
    if (!facts || written.length === 0) {
      this.#users.delete(path);
      return facts;
    }
    const found = this.#expandedIn(path, written);
    this.#users.set(path, { written, found });
    return { ...facts, annotations: [...facts.annotations.filter(({ reference }) => !reference.alias), ...found] };
  }

  #expandedIn(path: FilePath, written: readonly Annotation[]): readonly Annotation[] {
    return written.flatMap((annotation) => {
      const { reference } = annotation;
      const entry = this.#meant(reference, path);
      return (
        entry?.references.map((target) => ({ ...annotation, reference: through(reference, target, entry, this.#namespaces.of(path)) })) ??
        []
      );
    });
  }

  /** The one place that a name may mean. */
  #meant({ id, scope, notation, reach }: Reference, from: FilePath): Entry | undefined {
    const all = [...this.#entries.get(id)];
    const only = (entries: readonly Entry[]): Entry | undefined => (entries.length === 1 ? entries[0] : undefined);
    if (scope !== undefined) {
      const within = all.filter(({ namespace }) => endsWithPath(namespace, scope));
      if (within.length > 0 || reach === 'namespace') return only(nearestTo(within, from, ({ namespace }) => namespace));
    }
    const own = this.#namespaces.of(from);
    if (own !== undefined) return only(all.filter(({ namespace }) => namespace === own));
    const naming = new Set(Array.from(this.#namespaces.naming(from), (path) => this.#namespaces.of(path)));
    const named = all.filter(({ namespace }) => naming.has(namespace));
    if (named.length > 0) return only(named);
    return notation !== undefined && this.#hasOneNamespace(notation) ? only(all) : undefined;
  }
}

/** What a name stands for, written in its place; what is missing is missing where the name is explained, not here. */
function through({ text, range, notation }: Reference, target: Reference, { namespace, name }: Entry, own: string | undefined): Reference {
  const { id, criterion } = target;
  return {
    text,
    range,
    id,
    ...(criterion !== undefined && { criterion }),
    ...(notation !== undefined && { notation }),
    ...(namespace !== own && { scope: namespace }),
    reach: 'namespace',
    between: true,
    through: name,
  };
}
