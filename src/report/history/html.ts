import { say } from '../../model/message.ts';
import type { History } from '../../query/history.ts';
import { base64Sha256 } from '../html/contentHash.ts';
import { escapeHtml } from '../writing/html.ts';
import { ENGLISH, htmlWords } from '../html/pageLanguage.ts';
import type { HtmlWords, PageLanguage } from '../html/pageLanguage.ts';
import { footOf, originHtml } from '../html/sections/header.ts';
import type { PageIdentity } from '../html/sections/header.ts';
import { REPORT_COLOURS } from '../html/styles/colours.ts';
import { LAYOUT } from '../html/styles/layout.ts';
import { PRINT, sheetStyles } from '../html/styles/print.ts';
import { CHART_STYLES, chartHtml } from './chart.ts';
import { HEADS, numbersOf, TEXT_COLUMNS, trendOf } from './words.ts';

/** The history as one file for any browser, light, dark and on paper: a chart and a table, without scripts and without anything from outside. */
export function renderHistoryHtml(history: History, name: string, identity: PageIdentity, language: PageLanguage = ENGLISH): string {
  const html = htmlWords(language);
  const styles = `${REPORT_COLOURS}${LAYOUT}${CHART_STYLES}${PRINT}${sheetStyles(footOf(name, identity))}`;
  const title = html(say('{0}: requirements coverage over time', name));
  return `<!doctype html>
<html lang="${escapeHtml(language.tag)}">
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
${originHtml(identity, html)}
</header>
<main>
${trendHtml(history, html)}
<section aria-labelledby="points">
<h2 id="points">${html(say('Numbers'))}</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="points">${tableHtml(history, html)}</div>
</section>
</main>
</body>
</html>
`;
}

/** The chart with a line of words above it, as a part of a page that has `CHART_STYLES`. */
export function trendHtml(history: History, html: HtmlWords): string {
  return `<section aria-labelledby="trend">
<h2 id="trend">${html(say('Trend'))}</h2>
<p class="headline"><strong>${html(trendOf(history))}</strong></p>
${chartHtml(history, html)}
${history.notes.map((note) => `<p class="muted">${html(say('Note: {0}', note))}</p>\n`).join('')}</section>`;
}

function tableHtml({ points }: History, html: HtmlWords): string {
  const head = HEADS.map((column, at) => `<th scope="col"${at < TEXT_COLUMNS ? '' : ' class="number"'}>${html(column)}</th>`);
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
<caption class="hidden">${html(say('Criteria by status at each revision, the newest first'))}</caption>
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
