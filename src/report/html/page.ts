import { STATUSES } from '../../model/status.ts';
import type { History } from '../../query/history.ts';
import { CHART_STYLES } from '../history/chart.ts';
import { trendHtml } from '../history/html.ts';
import { base64Sha256 } from './contentHash.ts';
import { escapeHtml, jsonForScript } from './escape.ts';
import { iconSheet, statusIcon } from './icons.ts';
import type { MatrixModel } from './model.ts';
import { SCRIPT } from './script.ts';
import { REPORT_COLOURS, STYLES, VSCODE_COLOURS } from './styles.ts';
import { findingsHtml, summaryHtml } from './summary.ts';

/** Where the page will be shown. */
export interface MatrixPageOptions {
  /** `report`: a file for any browser, light and dark. `vscode`: a webview in the colours of the editor, whose places open files. */
  readonly theme: 'report' | 'vscode';
  /** Lets the page's own style and script run in a webview; without it their hashes do. */
  readonly nonce?: string;
  /** How coverage came to be what it is; a chart of it stands above the matrix. */
  readonly history?: History;
}

/**
 * The whole page *Traceability matrix*, summary and matrix, in one text without any reference to the outside.
 *
 * In a webview it posts `{ type: 'open', file, line }` (lines start at 1) when someone asks for a place, `{ type: 'export' }`
 * for the report in a file, and keeps filters, open rows and where it was scrolled to over a reload.
 */
export function matrixPage(model: MatrixModel, { theme, nonce, history }: MatrixPageOptions): string {
  const styles = `${theme === 'vscode' ? VSCODE_COLOURS : REPORT_COLOURS}${STYLES}${history ? CHART_STYLES : ''}`;
  const allowed = (text: string): string => (nonce === undefined ? `'sha256-${base64Sha256(text)}'` : `'nonce-${nonce}'`);
  const tag = nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`;
  const policy = `default-src 'none'; img-src data:; style-src ${allowed(styles)}; script-src ${allowed(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const title = `${escapeHtml(model.name)}: requirements coverage`;
  return `<!doctype html>
<html lang="en">
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
<body>
${iconSheet()}
<header>
<h1>${title}</h1>
${origin(model)}
${theme === 'report' ? '<button type="button" id="theme" class="screen" hidden>Colours: system</button>' : '<button type="button" id="export">Export…</button>'}
</header>
<main>
${summaryHtml(model)}
${history ? `${trendHtml(history)}\n` : ''}${matrixHtml(model)}
${findingsHtml(model.findings)}
</main>
<script type="application/json" id="data">${jsonForScript({ statuses: STATUSES, documents: model.documents.map(({ path }) => path), requirements: model.requirements })}</script>
<script${tag}>${SCRIPT}</script>
</body>
</html>
`;
}

function origin({ date, commit, modified, version }: MatrixModel): string {
  const parts: [name: string, value: string][] = [['Date', `<time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time>`]];
  if (commit !== undefined) parts.push(['Commit', `<code>${escapeHtml(commit)}</code>${modified ? ' with uncommitted changes' : ''}`]);
  parts.push(['Made by', `ReqTrace ${escapeHtml(version)}`]);
  return `<dl class="origin">${parts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function matrixHtml({ counts, documents }: MatrixModel): string {
  const used = STATUSES.filter((status) => counts[status]);
  return `<section aria-labelledby="matrix">
<h2 id="matrix">Matrix</h2>
<noscript><p>The matrix needs JavaScript, which this page brings along; nothing is loaded.</p></noscript>
<form id="filters" role="search" aria-label="Filter the matrix" class="screen">
<label>Search <input type="search" id="text" autocomplete="off" spellcheck="false" placeholder="id, words, file, symbol" aria-keyshortcuts="/"></label>
<label>Document <select id="document"><option value="">all</option>${documents.map(({ path }, at) => `<option value="${at}">${escapeHtml(path)}</option>`).join('')}</select></label>
<fieldset><legend>Status</legend>${used.map((status) => `<label class="chip"><input type="checkbox" name="status" value="${status}" checked> ${statusIcon(status)} ${status} <span class="muted">${counts[status]}</span></label>`).join('')}</fieldset>
<div class="buttons"><button type="reset">Reset filters</button> <button type="button" id="expand" aria-pressed="false">Expand all</button></div>
</form>
<p id="shown" role="status"></p>
<div class="scroll"><table class="matrix">
<caption class="hidden">Requirements with their criteria, the code that implements and the tests that verify them</caption>
<thead><tr><th scope="col">Criterion</th><th scope="col">Text</th><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Tests</th></tr></thead>
</table></div>
<p class="screen"><button type="button" id="more" hidden>Show more</button></p>
</section>`;
}
