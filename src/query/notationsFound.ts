import type { IndexView } from '../index/view.ts';

/** How much of a workspace folder is written in one notation. */
export interface FoundNotation {
  /** `kiro`. */
  readonly name: string;
  /** Documents that define something in it. */
  readonly files: number;
}

/** The notations in which something is defined, in their own order: `[{ name: 'house', files: 2 }, { name: 'kiro', files: 7 }]`. */
export function notationsFound(view: IndexView): readonly FoundNotation[] {
  const files = new Map<string, number>();
  for (const { requirements } of view.documents())
    for (const name of new Set(requirements.map(({ notation }) => notation))) files.set(name, (files.get(name) ?? 0) + 1);
  return view.notations.flatMap(({ name }) => {
    const found = files.get(name);
    return found === undefined ? [] : [{ name, files: found }];
  });
}
