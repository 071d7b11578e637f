import type { MatrixModel } from '../model.ts';
import { cssString } from './print.ts';

/** From so many columns on a narrow window shows them by scrolling. */
const MANY = 5;
/** The most columns that share the page; further ones make it wider. */
const MOST = 12;
/** Parts of the page that two columns share, and how much wider a further one makes them, in percent. */
const TWO_SHARE = 42;
const EACH_ADDS = 6;
const MOST_SHARE = 66;

/** The class by which a matrix of so many columns is laid out: `n3`. */
export function widthOf({ columns }: Pick<MatrixModel, 'columns'>): string {
  return `n${Math.min(columns.length, MOST)}`;
}

/** How wide the columns of a matrix are, and what each is called before its cell where a narrow window shows one below the other. */
export function columnStyles(model: Pick<MatrixModel, 'columns'>): string {
  const number = model.columns.length;
  const share = Math.min(MOST_SHARE, TWO_SHARE + EACH_ADDS * Math.max(0, number - 2));
  const first = number > 2 ? 14 : 17;
  const names = model.columns.map(
    ({ title }, at) => `.m td:nth-child(${at + 4})::before{content:${cssString(title)} ": ";color:var(--muted)}`,
  );
  const wide = number < MANY ? '' : `@media screen and (min-width:52rem){.${widthOf(model)}{min-width:${28 + 9 * number}rem}}\n`;
  return `.${widthOf(model)}{--id:${first}%;--n:${number};--link:${round(share / number)}%}
${wide}@media screen and (max-width:52rem){
${names.join('\n')}
}
`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
