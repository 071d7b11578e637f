import type { CodeBlock } from '../carriers/markdown/blocks.ts';
import { readInline } from '../carriers/markdown/inline.ts';
import type { InlineText } from '../carriers/markdown/inline.ts';
import { isScenario, scenarioName, stepOf } from './words/sectionWords.ts';

/** A scenario that is written in a fence. */
export interface FencedScenario {
  /** Its name, else its first step. */
  readonly inline: InlineText;
  readonly first: number;
  last: number;
  /** Its steps. */
  readonly more: string[];
}

const NO_REFERENCES: ReadonlySet<string> = new Set();

/**
 * The scenarios of a fence: each line `Scenario: Boil` begins one, and where none has a name each first step, `Given a filled kettle`, does. A fence
 * without a whole scenario has none.
 */
export function fencedScenarios({ content, first }: CodeBlock): readonly FencedScenario[] {
  const lines = content
    .split('\n')
    .map((raw, at) => ({ line: first + 1 + at, column: raw.length - raw.trimStart().length, text: raw.trim() }));
  const isNamed = lines.some(({ text }) => scenarioName(text) !== undefined);
  const steps = lines.map(({ text }) => text).filter((text) => stepOf(text) !== undefined);
  if (!isScenario(steps.join(' '))) return [];
  const found: FencedScenario[] = [];
  for (const { line, column, text } of lines) {
    const name = scenarioName(text);
    const begins = isNamed ? name !== undefined : stepOf(text) === 'first';
    const open = found.at(-1);
    if (begins) {
      const words = name ?? text;
      const place = { line, column: column + text.length - words.length, text: words };
      found.push({ inline: readInline([place], NO_REFERENCES), first: line, last: line, more: [] });
    } else if (open && text !== '') {
      open.more.push(text);
      open.last = line;
    }
  }
  return found;
}
