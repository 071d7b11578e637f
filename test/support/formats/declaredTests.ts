import assert from 'node:assert/strict';
import { factsOf } from './codeFacts.ts';

/** A text with one annotation, and what that stands on: `adds %i in Stock`, `adds: skipped`, `group Stock`, `adds as "a pretty name"`. */
export type DeclaredTest = readonly [text: string, test: string];

/** Tries a table of tests of one language. */
export function tryDeclaredTests(path: string, cases: readonly DeclaredTest[]): void {
  for (const [text, test] of cases) it(JSON.stringify(text).slice(1, -1), () => assert.equal(declaredTest(path, text), test));
}

/** What the annotation of a text stands on, in short. */
function declaredTest(path: string, text: string): string {
  return factsOf(path, text, { role: 'test' })
    .annotations.map(({ declaration }) => {
      if (!declaration) return 'nothing';
      const { kind, name, group, within = [], titles = [], off } = declaration;
      return [
        kind === 'test' ? '' : `${kind} `,
        group ? 'group ' : '',
        name,
        within.length === 0 ? '' : ` in ${within.join(' > ')}`,
        ...titles.map((title) => ` as "${title}"`),
        off === undefined ? '' : `: ${off}`,
      ].join('');
    })
    .join(', ');
}
