import type { Verdict } from './budgets.ts';
import type { TreeFigures } from './measure.ts';
import type { Spread } from './figures.ts';

/** The figures of one tree as lines of text. */
export function renderTree({ folder, files, filesWithFacts, programs, engine, heapPerFile, editor, typing }: TreeFigures): string {
  const rows: (readonly [string, string])[] = [
    ...Object.entries(programs).map(([name, time]) => [`program: ${name}`, ms(time)] as const),
    ['engine: open, no cache', ms(engine.cold)],
    ['engine: open, with cache', ms(engine.warm)],
    ['heap per file', `${Math.round(heapPerFile)} bytes`],
    ['edit to findings', spread(editor.edit)],
    ['hover', spread(editor.hover)],
    ['definition', spread(editor.definition)],
    ['completion', spread(editor.completion)],
    ['… in 5,000 lines', spread(editor.longInside)],
    ['… outside annotations', spread(editor.longOutside)],
    [`key in 5,000 lines`, `${spread(typing.key)}, ${typing.proposed} with proposals`],
  ];
  const title = `${files.toLocaleString('en')} files, ${filesWithFacts.toLocaleString('en')} with facts: ${folder}`;
  return `${title}\n${rows.map(([name, value]) => `  ${name.padEnd(28)}${value}\n`).join('')}\n`;
}

/** The budgets as lines of text; nothing if none applies. */
export function renderVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(
      ({ what, value, limit, unit, kept }) =>
        `${kept ? 'kept  ' : 'MISSED'}  ${what.padEnd(58)}${round(value)} ${unit} (at most ${limit})\n`,
    )
    .join('');
}

function spread({ p50, p95, max }: Spread): string {
  return `p50 ${round(p50)} ms, p95 ${round(p95)} ms, most ${round(max)} ms`;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}

function round(value: number): string {
  return value.toPrecision(3);
}
