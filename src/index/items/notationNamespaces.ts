import { isPlain } from '../../model/notation.ts';
import type { RequirementItem } from '../../model/item.ts';

type Place = Pick<RequirementItem, 'notation' | 'namespace'>;

/** In which namespaces the requirements of each notation are numbered; of what is plain, where every document is one, nobody asks. */
export class NotationNamespaces {
  readonly #counts = new Map<string, Map<string, number>>();

  add({ notation, namespace }: Place): void {
    this.#count(notation, namespace, 1);
  }

  delete({ notation, namespace }: Place): void {
    this.#count(notation, namespace, -1);
  }

  isOne(notation: string): boolean {
    return this.#counts.get(notation)?.size === 1;
  }

  /** The notations that have just one. */
  single(): ReadonlySet<string> {
    return new Set([...this.#counts.keys()].filter((notation) => this.isOne(notation)));
  }

  #count(notation: string, namespace: string, by: number): void {
    if (isPlain({ notation })) return;
    const counts = this.#counts.get(notation) ?? new Map<string, number>();
    this.#counts.set(notation, counts);
    const next = (counts.get(namespace) ?? 0) + by;
    if (next > 0) counts.set(namespace, next);
    else counts.delete(namespace);
  }
}
