import type { History } from '../../query/history.ts';
import { base64Sha256 } from '../html/contentHash.ts';
import { escapeHtml } from '../writing/html.ts';
import { ENGLISH, htmlWords } from '../html/pageLanguage.ts';
import { footOf, originHtml } from '../html/sections/header.ts';
import type { PageIdentity } from '../html/sections/header.ts';
import { REPORT_COLOURS } from '../html/styles/colours.ts';
import { LAYOUT } from '../html/styles/layout.ts';
import { PRINT, sheetStyles } from '../html/styles/print.ts';
import { CHART_STYLES, chartHtml } from './chart.ts';
import { COLUMNS, numbersOf, TEXT_COLUMNS, trendOf } from './words.ts';

/** The history as one file for any browser, light, dark and on paper: a chart and a table, without scripts and without anything from outside. */
export function renderHistoryHtml(history: History, name: string, identity: PageIdentity): string {
  const styles = `${REPORT_COLOURS}${LAYOUT}${CHART_STYLES}${PRINT}${sheetStyles(footOf(name, identity))}`;
  const title = `${escapeHtml(name)}: requirements coverage over time`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${base64Sha256(styles)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="ReqTrace ${escapeHtml(identity.version)}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${originHtml(identity, htmlWords(ENGLISH))}
</header>
<main>
${trendHtml(history)}
<section aria-labelledby="points">
<h2 id="points">Numbers</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="points">${tableHtml(history)}</div>
</section>
</main>
</body>
</html>
`;
}

/** The chart with a line of words above it, as a part of a page that has `CHART_STYLES`. */
export function trendHtml(history: History): string {
  return `<section aria-labelledby="trend">
<h2 id="trend">Trend</h2>
<p class="headline"><strong>${escapeHtml(trendOf(history))}</strong></p>
${chartHtml(history)}
${history.notes.map((note) => `<p class="muted">Note: ${escapeHtml(note)}</p>\n`).join('')}</section>`;
}

function tableHtml({ points }: History): string {
  const head = COLUMNS.map((column, at) => `<th scope="col"${at < TEXT_COLUMNS ? '' : ' class="number"'}>${column}</th>`);
  // The newest is what is looked for first.
  const rows = points.toReversed().map(
    (point) =>
      `<tr><th scope="row"><time datetime="${point.date}">${point.date}</time></th><td>${revision(point.name, point.commit)}</td>${numbersOf(
        point,
      )
        .map((number) => `<td class="number">${number}</td>`)
        .join('')}</tr>`,
  );
  return `<table class="points">
<caption class="hidden">Criteria by status at each revision, the newest first</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function revision(name: string, commit: string): string {
  return commit.startsWith(name)
    ? `<code>${escapeHtml(name)}</code>`
    : `${escapeHtml(name)} <code class="muted">${commit.slice(0, 10)}</code>`;
}
