import { say } from '../../model/message.ts';
import { STATUSES, STATUS_WORDS } from '../../model/status.ts';
import type { History } from '../../query/history.ts';
import { CHART_STYLES } from '../history/chart.ts';
import { trendHtml } from '../history/html.ts';
import type { DiffReport } from '../diff/diffReport.ts';
import { changesHtml } from './sections/changes.ts';
import { base64Sha256 } from './contentHash.ts';
import { escapeHtml, jsonForScript } from '../writing/html.ts';
import { iconSheet, statusIcon } from './icons.ts';
import type { PageData } from '../page/pageData.ts';
import type { MatrixModel } from './model.ts';
import { ENGLISH, htmlWords } from './pageLanguage.ts';
import type { HtmlWords, PageLanguage } from './pageLanguage.ts';
import { pageScript } from './script.ts';
import { scriptTexts } from './scriptTexts.ts';
import { REPORT_COLOURS, STYLES, VSCODE_COLOURS } from './styles.ts';
import { originHtml } from './sections/header.ts';
import { findingsHtml, summaryHtml } from './sections/summary.ts';
import { waiversHtml } from './sections/waivers.ts';

/** Where the page will be shown. */
export interface MatrixPageOptions {
  /** `report`: a file for any browser, light and dark. `vscode`: a webview in the colours of the editor, whose places open files. */
  readonly theme: 'report' | 'vscode';
  /** Lets the page's own style and script run in a webview; without it their hashes do. */
  readonly nonce?: string;
  /** How coverage came to be what it is; a chart of it stands above the matrix. */
  readonly history?: History;
  /** What a branch did; stands above all else. */
  readonly changes?: DiffReport;
  /** Key of the requirement or criterion that the page is opened for. */
  readonly goTo?: string;
  /** That of the model; English unless said otherwise. */
  readonly language?: PageLanguage;
}

/**
 * The whole page *Traceability matrix*, summary and matrix, in one text without any reference to the outside.
 *
 * In a webview it posts `{ type: 'open', file, line }` (lines start at 1) when someone asks for a place, `{ type: 'export' }`
 * for the report in a file, and keeps filters, open rows and where it was scrolled to over a reload.
 */
export function matrixPage(model: MatrixModel, { theme, nonce, history, changes, goTo, language = ENGLISH }: MatrixPageOptions): string {
  const html = htmlWords(language);
  const script = pageScript(scriptTexts(language));
  const styles = `${theme === 'vscode' ? VSCODE_COLOURS : REPORT_COLOURS}${STYLES}${history ? CHART_STYLES : ''}`;
  const allowed = (text: string): string => (nonce === undefined ? `'sha256-${base64Sha256(text)}'` : `'nonce-${nonce}'`);
  const tag = nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`;
  const policy = `default-src 'none'; img-src data:; style-src ${allowed(styles)}; script-src ${allowed(script)}; base-uri 'none'; form-action 'none'`;
  const title = html(say('{0}: requirements coverage', model.name));
  return `<!doctype html>
<html lang="${escapeHtml(language.tag)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy).replaceAll('&#39;', "'")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="ReqTrace ${escapeHtml(model.version)}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style${tag}>${styles}</style>
</head>
<body${goTo === undefined ? '' : ` data-go="${escapeHtml(goTo)}"`}>
${iconSheet()}
<header>
<h1>${title}</h1>
${originHtml(model, html)}
${theme === 'report' ? `<button type="button" id="theme" class="screen" hidden>${html(say('Colors: {0}', say('system')))}</button>` : `<button type="button" id="export">${html(say('Export…'))}</button>`}
</header>
<main>
${changes ? `${changesHtml(changes, html)}\n` : ''}${summaryHtml(model, html)}
${history ? `${trendHtml(history)}\n` : ''}${waiversHtml(model.waivers, html)}
${matrixHtml(model, html)}
${findingsHtml(model.findings, html)}
</main>
<script type="application/json" id="data">${jsonForScript(dataOf(model))}</script>
<script${tag}>${script}</script>
</body>
</html>
`;
}

function dataOf({ documents, requirements }: MatrixModel): PageData {
  return { statuses: STATUSES, documents: documents.map(({ path }) => path), requirements };
}

function matrixHtml({ counts, documents }: MatrixModel, html: HtmlWords): string {
  const used = STATUSES.filter((status) => counts[status]);
  const columns = [say('Criterion'), say('Text'), say('Status'), say('Code'), say('Tests')];
  return `<section aria-labelledby="matrix">
<h2 id="matrix">${html(say('Matrix'))}</h2>
<noscript><p>${html(say('The matrix needs JavaScript, which this page brings along; nothing is loaded.'))}</p></noscript>
<form id="filters" role="search" aria-label="${html(say('Filter the matrix'))}" class="screen">
<label>${html(say('Search'))} <input type="search" id="text" autocomplete="off" spellcheck="false" placeholder="${html(say('id, words, file, symbol'))}" aria-keyshortcuts="/"></label>
<label>${html(say('Document'))} <select id="document"><option value="">${html(say('all'))}</option>${documents.map(({ path }, at) => `<option value="${at}">${escapeHtml(path)}</option>`).join('')}</select></label>
<fieldset><legend>${html(say('Status'))}</legend>${used.map((status) => `<label class="chip"><input type="checkbox" name="status" value="${status}" checked> ${statusIcon(status)} ${html(STATUS_WORDS[status])} <span class="muted">${counts[status]}</span></label>`).join('')}</fieldset>
<div class="buttons"><button type="reset">${html(say('Reset filters'))}</button> <button type="button" id="expand" aria-pressed="false">${html(say('Expand all'))}</button></div>
</form>
<p id="shown" role="status"></p>
<div class="scroll"><table class="matrix">
<caption class="hidden">${html(say('Requirements with their criteria, the code that implements and the tests that verify them'))}</caption>
<thead><tr>${columns.map((column) => `<th scope="col" aria-sort="none"><button type="button">${html(column)}</button></th>`).join('')}</tr></thead>
</table></div>
<p class="screen"><button type="button" id="more" hidden>${html(say('Show more'))}</button></p>
</section>`;
}
