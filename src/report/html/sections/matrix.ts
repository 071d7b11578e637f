import { say } from '../../../model/message.ts';
import { STATUS_WORDS } from '../../../model/status.ts';
import { attributeValue, escapeHtml } from '../../writing/html.ts';
import type { Anchors } from '../anchors.ts';
import type { MatrixModel, MatrixRequirement, MatrixRow } from '../model.ts';
import type { HtmlWords, PageLanguage } from '../pageLanguage.ts';
import { requirementDetails, rowDetails } from './details.ts';
import { filtersHtml } from './filters.ts';
import { widthOf } from '../styles/columns.ts';
import { breakable } from './pieces.ts';
import type { Pieces } from './pieces.ts';

/** Links of a kind that a cell shows at once; the others unfold. */
const MOST_LINKS = 3;

/** By which the script of the page knows the columns that every matrix has. */
const FIXED_COLUMNS = ['criterion', 'text', 'status'] as const;

const COLUMNS = [say('Criterion'), say('Text'), say('Status')];

/** What the matrix is made with. */
export interface MatrixParts {
  readonly anchors: Anchors;
  readonly pieces: Pieces;
  readonly language: PageLanguage;
  /** Where the script finds the address of a place that has none in the page. */
  readonly forge?: string;
}

/**
 * The matrix: for each requirement a heading and a table of its criteria, all of it there without any script. A table for each, since browsers can leave
 * out of sight what is out of sight only of whole blocks (CSS Containment 2, `content-visibility`).
 */
export function matrixHtml(model: MatrixModel, { anchors, pieces, language, forge }: MatrixParts): string {
  const { html } = pieces;
  const writer = new MatrixWriter(model, anchors, pieces, language);
  const heads = headsOf(model, html);
  return `<section aria-labelledby="matrix" class=${widthOf(model)}>
<h2 id="matrix">${html(say('Matrix'))}</h2>
${filtersHtml(model, html)}
<div id="columns" class="columns" aria-hidden="true">${heads.map(({ name, words }) => `<span data-column=${attributeValue(name)}>${words}</span>`).join('')}</div>
<div id="requirements"${forge === undefined ? '' : ` data-forge="${escapeHtml(forge)}"`}>
${model.requirements.map((requirement) => writer.requirement(requirement)).join('\n')}
</div>
</section>`;
}

/** Above each column its words, and the name by which the script knows it. */
function headsOf({ columns }: MatrixModel, html: HtmlWords): { readonly name: string; readonly words: string }[] {
  return [
    ...COLUMNS.map((words, at) => ({ name: FIXED_COLUMNS[at] ?? '', words: html(words) })),
    ...columns.map(({ kind, title }) => ({ name: kind, words: escapeHtml(title) })),
  ];
}

class MatrixWriter {
  readonly #documents: MatrixModel['documents'];
  readonly #columns: MatrixModel['columns'];
  readonly #anchors: Anchors;
  readonly #pieces: Pieces;
  readonly #language: PageLanguage;
  readonly #head: string;

  constructor(model: MatrixModel, anchors: Anchors, pieces: Pieces, language: PageLanguage) {
    this.#documents = model.documents;
    this.#columns = model.columns;
    this.#anchors = anchors;
    this.#pieces = pieces;
    this.#language = language;
    const heads = headsOf(model, pieces.html);
    this.#head = `${'<col>'.repeat(heads.length)}<thead><tr>${heads.map(({ words }) => `<th scope=col>${words}`).join('')}</thead>`;
  }

  /** End tags and quotes that HTML can do without are left out, here and below: with ten thousand criteria they are a tenth of the page (HTML, 13.1.2). */
  requirement(requirement: MatrixRequirement): string {
    const { key, id, title, status, line, document, rows } = requirement;
    const path = this.#documents[document]?.path ?? '';
    const head = `<a href=${this.#anchors.linkTo(key)}>${breakable(id)}</a> <bdi>${escapeHtml(title)}</bdi> ${this.#pieces.place(path, line)} ${this.#pieces.state(status)}`;
    const lines = rows.map((row) => this.#row(row, requirement, path));
    return `<section class=r id=${this.#anchors.of(key)} data-key=${attributeValue(key)}><h3>${head}</h3>${requirementDetails(requirement, this.#pieces)}<table class=m>${this.#head}<tbody>${lines.join('')}</table></section>`;
  }

  #row(row: MatrixRow, requirement: MatrixRequirement, path: string): string {
    const { key, label, line } = row;
    const isOwn = key !== requirement.key;
    const isKnown = `${requirement.key}/${label.slice(label.lastIndexOf('/') + 1)}` === key;
    const names = `${isOwn ? ` id=${this.#anchors.of(key)}` : ''}${isKnown ? '' : ` data-key=${attributeValue(key)}`}`;
    const classes = isUnproven(row) ? `"${row.status} unproven"` : row.status;
    const cells = [
      `${escapeHtml(row.text)} ${rowDetails(row, this.#pieces, this.#language)}`,
      this.#status(row),
      ...this.#columns.map((_, at) => this.#cell(row, at)),
    ];
    const place = isOwn ? ` ${this.#pieces.lineOf(path, line)}` : '';
    return `<tr class=${classes}${names}><th scope=row><a href=${this.#anchors.linkTo(key)}>${breakable(label)}</a>${place}${cells.map((cell) => `<td>${cell}`).join('')}`;
  }

  #status(row: MatrixRow): string {
    const { html } = this.#pieces;
    const doubt = isUnproven(row) ? say('not proven') : say('by older results');
    const isDoubted = isUnproven(row) || (row.proof === 'proven' && row.outdated);
    return `${html(STATUS_WORDS[row.status])}${isDoubted ? ` <span class=muted>${html(doubt)}</span>` : ''}`;
  }

  /** What there is of a kind or a level. */
  #cell(row: MatrixRow, at: number): string {
    const { html } = this.#pieces;
    const links = [
      ...row.lower.filter(({ column }) => column === at).map((item) => this.#pieces.lower(item, this.#anchors.linkTo(item.key))),
      ...row.links.filter(({ column }) => column === at).map((link) => this.#pieces.link(link)),
    ];
    const [first, ...others] = links;
    const column = this.#columns[at];
    if (first === undefined) return column && row.empty.includes(column.kind) ? `<em>${escapeHtml(column.lack)}</em>` : '–';
    if (!others.length) return first;
    const list = (some: readonly string[]): string => `<ul>${some.map((link) => `<li>${link}`).join('')}</ul>`;
    if (links.length <= MOST_LINKS) return list(links);
    const more = links.slice(MOST_LINKS);
    return `${list(links.slice(0, MOST_LINKS))}<details><summary>${html(say('and {0} more', more.length))}</summary>${list(more)}</details>`;
  }
}

/** True for what is met by links alone: results were read, and no test of it has passed in them. */
function isUnproven({ status, proof }: MatrixRow): boolean {
  return status === 'met' && proof === 'unproven';
}
