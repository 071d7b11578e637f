import type { StatusCounts } from '../../../model/item.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { STATUSES, STATUS_WORDS } from '../../../model/status.ts';
import { progress, totalOf } from '../../../query/progress.ts';
import { escapeHtml } from '../../writing/html.ts';
import { criteriaOf, requirementsOf } from '../counted.ts';
import { statusIcon, swatch } from '../icons.ts';
import type { MatrixFinding, MatrixModel } from '../model.ts';
import type { HtmlWords } from '../pageLanguage.ts';
import { phraseMessage, severityWord } from '../scriptTexts.ts';
import { proofHtml } from './proof.ts';

/** With more documents than these their table is folded: the first screen is a summary. */
const MANY_DOCUMENTS = 12;

/** The part of the page above the matrix: how much is met, in all and in each document. */
export function summaryHtml(model: MatrixModel, html: HtmlWords): string {
  const { counts, documents, requirements, doubts } = model;
  return `<section aria-labelledby="summary">
<h2 id="summary">${html(say('Summary'))}</h2>
<p class="headline"><strong>${html(documents.length ? progressText(counts) : say('No requirements found.'))}</strong> <span class="muted">${html(say('{0}, {1}', requirementsOf(requirements.length, phraseMessage), criteriaOf(totalOf(counts), phraseMessage)))}</span></p>
${proofHtml(model, html)}${bar(counts)}
<ul class="legend">${STATUSES.filter((status) => counts[status])
    .map((status) => `<li>${swatch(status)} ${statusIcon(status)} ${counts[status]} ${html(STATUS_WORDS[status])}</li>`)
    .join('')}</ul>
${doubts.map((doubt) => `<p class="doubt">${html(say('Not everything could be read: {0}', doubt))}</p>\n`).join('')}${documents.length ? `${documentsHtml(documents, html)}\n` : ''}</section>`;
}

function documentsHtml(documents: MatrixModel['documents'], html: HtmlWords): string {
  const numbers = [say('Requirements'), say('Criteria'), say('Met')];
  const table = `<div class="scroll"><table class="documents">
<caption class="hidden">${html(say('Coverage by document'))}</caption>
<thead><tr><th scope="col">${html(say('Document'))}</th>${numbers.map((column) => `<th scope="col" class="number">${html(column)}</th>`).join('')}<th scope="col">${html(say('Share'))}</th></tr></thead>
<tbody>${documents.map((document) => `<tr><th scope="row">${escapeHtml(document.path).replaceAll('/', '/<wbr>')}</th><td class="number">${document.requirements}</td><td class="number">${totalOf(document.counts)}</td><td class="number">${metOf(document.counts, html)}</td><td>${bar(document.counts)}</td></tr>`).join('\n')}</tbody>
</table></div>`;
  if (documents.length <= MANY_DOCUMENTS) return table;
  return `<details><summary>${html(say('Coverage by document'))} <span class="muted">${documents.length}</span></summary>\n${table}\n</details>`;
}

/** Findings that belong to no line of the matrix; folded, since there may be many. */
export function findingsHtml(findings: readonly MatrixFinding[], html: HtmlWords): string {
  if (!findings.length) return '';
  const about =
    findings.length === 1
      ? say('1 finding about no requirement of the matrix')
      : say('{0} findings about no requirement of the matrix', findings.length);
  return `<section aria-labelledby="findings">
<h2 id="findings">${html(say('Other findings'))}</h2>
<details><summary>${html(about)}</summary>
<ul class="findings">${findings.map(({ code, severity, file, line, message }) => `<li><strong>${html(severityWord(severity))}</strong> <code>${code}</code> ${escapeHtml(message)} <span class="place">${escapeHtml(file)}:${line}</span></li>`).join('\n')}</ul>
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

/** A stacked bar; the numbers stand beside it as text, so it is only for the eye. */
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
