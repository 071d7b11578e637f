import type { StatusCounts } from '../../../model/item.ts';
import { sayMany, say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { STATUSES, STATUS_WORDS } from '../../../model/status.ts';
import { progress, totalOf } from '../../../query/progress.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { MatrixFinding, MatrixModel } from '../model.ts';
import type { Anchors } from '../anchors.ts';
import type { HtmlWords } from '../pageLanguage.ts';
import { breakable } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { proofHtml } from './proof.ts';
import { swatch } from './swatch.ts';

/** With more documents than these their table is folded: the first screen is a summary. */
const MANY_DOCUMENTS = 12;

/** The part of the page above the matrix: how much is met, in all and in each document. */
export function summaryHtml(model: MatrixModel, anchors: Anchors, pieces: Pieces): string {
  const { html } = pieces;
  const { counts, documents, requirements, doubts } = model;
  return `<section aria-labelledby="summary">
<h2 id="summary">${html(say('Summary'))}</h2>
<p class="headline"><strong>${html(documents.length ? progressText(counts) : say('No requirements found.'))}</strong> <span class="muted">${html(amounts(requirements.length, totalOf(counts)))}</span></p>
${proofHtml(model, pieces)}${bar(counts)}
<ul class="legend">${STATUSES.filter((status) => counts[status])
    .map((status) => `<li>${swatch(status)} <span class="s ${status}">${counts[status]} ${html(STATUS_WORDS[status])}</span></li>`)
    .join('')}</ul>
${doubts.map((doubt) => `<p class="doubt">${html(say('Not everything could be read: {0}', doubt))}</p>\n`).join('')}${documents.length ? `${documentsHtml(model, anchors, html)}\n` : ''}</section>`;
}

/** `13 requirements, 36 criteria` */
function amounts(requirements: number, criteria: number): Message {
  return say('{0}, {1}', sayMany('{0} requirement', '{0} requirements', requirements), sayMany('{0} criterion', '{0} criteria', criteria));
}

function documentsHtml({ documents, requirements }: MatrixModel, anchors: Anchors, html: HtmlWords): string {
  const numbers = [say('Requirements'), say('Criteria'), say('Met')].map(html);
  const rows = documents.map(({ path, counts, requirements: number }, at) => {
    const first = requirements.find(({ document }) => document === at)?.key;
    const name = breakable(path);
    const link = first === undefined ? name : `<a href=${anchors.linkTo(first)} data-document="${escapeHtml(path)}">${name}</a>`;
    const values = [number, totalOf(counts), metOf(counts, html)];
    const cells = values.map((value, column) => `<td class="number" data-label="${numbers[column]}">${value}</td>`);
    return `<tr><th scope="row">${link}</th>${cells.join('')}<td>${bar(counts)}</td></tr>`;
  });
  const heads = numbers.map((column) => `<th scope="col" class="number">${column}</th>`);
  const table = `<table class="documents">
<caption class="hidden">${html(say('Coverage by document'))}</caption>
<thead><tr><th scope="col">${html(say('Document'))}</th>${heads.join('')}<th scope="col">${html(say('Share'))}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>`;
  if (documents.length <= MANY_DOCUMENTS) return table;
  return `<details><summary class="title">${html(say('Coverage by document'))} <span class="muted">${documents.length}</span></summary>\n${table}\n</details>`;
}

/** Findings that belong to no line of the matrix; folded, since there may be many. */
export function findingsHtml(findings: readonly MatrixFinding[], pieces: Pieces): string {
  if (!findings.length) return '';
  const { html } = pieces;
  const about = sayMany(
    '{0} finding about no requirement of the matrix',
    '{0} findings about no requirement of the matrix',
    findings.length,
  );
  return `<section aria-labelledby="findings">
<h2 id="findings">${html(say('Other findings'))}</h2>
<details><summary class="title">${html(about)}</summary>
<ul class="findings">${findings.map((finding) => pieces.finding(finding)).join('\n')}</ul>
</details>
</section>`;
}

function progressText(counts: StatusCounts): Message {
  const { met, of } = progress(counts);
  // Rounded down, so that 100 % means all.
  return of ? say('{0} of {1} criteria met ({2} %)', met, of, Math.floor((met / of) * 100)) : say('Nothing needs to be met');
}

function metOf(counts: StatusCounts, html: HtmlWords): string {
  const { met, of } = progress(counts);
  return of ? html(say('{0} of {1}', met, of)) : '–';
}

/** A stacked bar; the numbers are next to it as text, so it is only for the eye. */
function bar(counts: StatusCounts): string {
  const total = totalOf(counts);
  let x = 0;
  const rects = STATUSES.filter((status) => counts[status]).map((status) => {
    const width = (counts[status] / total) * 100;
    const rect = `<rect class="fill ${status}" x="${round(x)}" width="${round(width)}" height="10"/>`;
    x += width;
    return rect;
  });
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${rects.join('')}</svg>`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
