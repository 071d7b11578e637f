import type { StatusCounts } from '../../model/item.ts';
import { STATUSES } from '../../model/status.ts';
import { progress, totalOf } from '../../query/progress.ts';
import { count } from '../plainText.ts';
import { escapeHtml } from './escape.ts';
import { statusIcon } from './icons.ts';
import type { MatrixFinding, MatrixModel } from './model.ts';

/** The part of the page above the matrix: how much is met, in all and in each document. */
export function summaryHtml({ counts, documents, requirements }: MatrixModel): string {
  return `<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
<p class="headline"><strong>${progressText(counts)}</strong> <span class="muted">${count(requirements.length, 'requirement')}, ${count(totalOf(counts), 'criterion', 'criteria')}</span></p>
${bar(counts)}
<ul class="legend">${STATUSES.filter((status) => counts[status]).map((status) => `<li>${statusIcon(status)} ${counts[status]} ${status}</li>`).join('')}</ul>
${documents.length ? `<div class="scroll"><table class="documents">
<caption class="hidden">Coverage by document</caption>
<thead><tr><th scope="col">Document</th><th scope="col" class="number">Requirements</th><th scope="col" class="number">Criteria</th><th scope="col" class="number">Met</th><th scope="col">Share</th></tr></thead>
<tbody>${documents.map((document) => `<tr><th scope="row">${escapeHtml(document.path)}</th><td class="number">${document.requirements}</td><td class="number">${totalOf(document.counts)}</td><td class="number">${metOf(document.counts)}</td><td>${bar(document.counts)}</td></tr>`).join('\n')}</tbody>
</table></div>` : '<p>No requirements found.</p>'}
</section>`;
}

/** Findings that belong to no line of the matrix; folded, since there may be many. */
export function findingsHtml(findings: readonly MatrixFinding[]): string {
  if (!findings.length) return '';
  return `<section aria-labelledby="findings">
<h2 id="findings">Other findings</h2>
<details><summary>${count(findings.length, 'finding')} about no requirement of the matrix</summary>
<ul class="findings">${findings.map(({ code, severity, file, line, message }) => `<li><strong>${severity}</strong> <code>${code}</code> ${escapeHtml(message)} <span class="place">${escapeHtml(file)}:${line}</span></li>`).join('\n')}</ul>
</details>
</section>`;
}

function progressText(counts: StatusCounts): string {
  const { met, of } = progress(counts);
  // Rounded down, so that 100 % means all.
  return of ? `${met} of ${of} criteria met (${Math.floor((met / of) * 100)} %)` : 'Nothing needs to be met';
}

function metOf(counts: StatusCounts): string {
  const { met, of } = progress(counts);
  return of ? `${met} of ${of}` : '–';
}

/** A stacked bar; the numbers stand beside it as text, so it is only for the eye. */
function bar(counts: StatusCounts): string {
  const total = totalOf(counts);
  let x = 0;
  const parts = ['met', 'partial', 'stale', 'failing', 'unmet', 'waived', 'exempt'] as const;
  const rects = parts.filter((status) => counts[status]).map((status) => {
    const width = (counts[status] / total) * 100;
    const rect = `<rect class="${status}" x="${round(x)}" width="${round(width)}" height="10"/>`;
    x += width;
    return rect;
  });
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${rects.join('')}</svg>`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
