import { attributeValue } from '../writing/html.ts';
import type { MatrixModel } from './model.ts';

/** Ids that the page has itself. */
const TAKEN = [
  'changes',
  'code',
  'columns',
  'document',
  'expand',
  'export',
  'filters',
  'findings',
  'keys',
  'main',
  'matrix',
  'points',
  'proof',
  'shown',
  'summary',
  'text',
  'theme',
  'trend',
  'waivers',
];

/** Under which name each item is in the page, for its address: its id where only one has it, `IP-1.1/AC2`, else its key. */
export class Anchors {
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Set(TAKEN);

  constructor({ requirements }: Pick<MatrixModel, 'requirements'>) {
    const named = requirements.flatMap((requirement) => [requirement, ...requirement.rows.filter(({ key }) => key !== requirement.key)]);
    const times = new Map<string, number>();
    for (const { id } of named) times.set(id, (times.get(id) ?? 0) + 1);
    for (const { id, key } of named) if (!this.#byKey.has(key)) this.#byKey.set(key, this.#free(times.get(id) === 1 ? id : key));
  }

  /** The value of the attribute `id`. */
  of(key: string): string {
    return attributeValue(this.#byKey.get(key) ?? key);
  }

  /** The value of the attribute `href` of a link to it: `#docs/launch%23IP-1.1/AC2`. */
  linkTo(key: string): string {
    return attributeValue(`#${encodeURIComponent(this.#byKey.get(key) ?? key).replaceAll('%2F', '/')}`);
  }

  /** White space does not belong in an id (HTML, 3.2.6), nor half a character into an address. */
  #free(wanted: string): string {
    const name = wanted.replaceAll(/\p{Surrogate}/gu, '').replaceAll(/\s+/gu, '-');
    let free = name;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${name}-${number}`;
    this.#taken.add(free);
    return free;
  }
}
