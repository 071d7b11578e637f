import { say } from '../../model/message.ts';
import type { History } from '../../query/history.ts';
import { CHART_STYLES } from '../history/chart.ts';
import { trendHtml } from '../history/html.ts';
import type { DiffReport } from '../diff/diffReport.ts';
import { escapeHtml } from '../writing/html.ts';
import { Anchors } from './anchors.ts';
import { base64Sha256 } from './contentHash.ts';
import type { MatrixModel } from './model.ts';
import { ENGLISH, htmlWords } from './pageLanguage.ts';
import type { PageLanguage } from './pageLanguage.ts';
import { pageScript } from './script.ts';
import { scriptTexts } from './scriptTexts.ts';
import { changesHtml } from './sections/changes.ts';
import { footOf, originHtml } from './sections/header.ts';
import { matrixHtml } from './sections/matrix.ts';
import { Pieces } from './sections/pieces.ts';
import type { PageTheme } from './sections/pieces.ts';
import { findingsHtml, summaryHtml } from './sections/summary.ts';
import { waiversHtml } from './sections/waivers.ts';
import { REPORT_COLOURS, VSCODE_COLOURS } from './styles/colours.ts';
import { columnStyles } from './styles/columns.ts';
import { LAYOUT } from './styles/layout.ts';
import { MATRIX_STYLES } from './styles/matrix.ts';
import { PRINT, sheetStyles } from './styles/print.ts';

/** Places up to which each has its address in the page: it is longer than all else that a line says. Where there are more, the script adds it. */
const MOST_ADDRESSES = 5000;

/** Where the page will be shown. */
export interface MatrixPageOptions {
  /** `report`: a file for any browser, light and dark. `vscode`: a webview in the colours of the editor, whose places open files. */
  readonly theme: PageTheme;
  /** Lets the page's own style and script run in a webview; without it their hashes do. */
  readonly nonce?: string;
  /** How coverage came to be what it is; a chart of it is above the matrix. */
  readonly history?: History;
  /** What a branch did; is above all else. */
  readonly changes?: DiffReport;
  /** Key of the requirement or criterion that the page is opened for. */
  readonly goTo?: string;
  /** Where lines of files are to be seen, `https://github.com/o/r/blob/3f2a9c1/{path}#L{line}`; without it places are not links. */
  readonly permalink?: string;
  /** That of the model; English unless said otherwise. */
  readonly language?: PageLanguage;
}

/**
 * The whole page *Traceability matrix*, summary and matrix, in one text without any reference to the outside but links to places. All that it
 * says is in it as HTML, so that it can be read, searched and printed without its script.
 *
 * In a webview it posts `{ type: 'open', file, line }` (lines start at 1) when someone asks for a place, `{ type: 'export' }`
 * for the report in a file, and keeps filters, open rows and where it was scrolled to over a reload.
 */
export function matrixPage(model: MatrixModel, options: MatrixPageOptions): string {
  const { theme, nonce, goTo, language = ENGLISH } = options;
  const html = htmlWords(language);
  const script = pageScript(scriptTexts(language));
  const styles = stylesOf(model, options);
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
<a class="skip" href="#matrix">${html(say('Skip to the matrix'))}</a>
<header>
<h1>${title}</h1>
${originHtml(model, html)}
${theme === 'report' ? `<button type="button" id="theme" class="screen" hidden>${html(say('Colors: system'))}</button>` : `<button type="button" id="export" class="screen">${html(say('Export…'))}</button>`}
</header>
<main id="main">
${sectionsOf(model, options, language)}
</main>
<script${tag}>${script}</script>
</body>
</html>
`;
}

function stylesOf(model: MatrixModel, { theme, history }: MatrixPageOptions): string {
  const colours = theme === 'vscode' ? VSCODE_COLOURS : REPORT_COLOURS;
  return `${colours}${LAYOUT}${MATRIX_STYLES}${columnStyles(model)}${history ? CHART_STYLES : ''}${PRINT}${sheetStyles(footOf(model.name, model))}`;
}

function sectionsOf(model: MatrixModel, { theme, history, changes, permalink }: MatrixPageOptions, language: PageLanguage): string {
  const html = htmlWords(language);
  const anchors = new Anchors(model);
  // Of files that differ from the commit a link would show other lines than these.
  const forge = model.modified ? undefined : permalink;
  const isSmall = placesOf(model) <= MOST_ADDRESSES;
  const pieces = new Pieces(html, { theme, ...(isSmall && forge !== undefined && { permalink: forge }) }, model.results);
  const later = isSmall || theme === 'vscode' ? undefined : forge;
  return [
    changes ? changesHtml(changes, html) : '',
    summaryHtml(model, anchors, pieces),
    history ? trendHtml(history, html) : '',
    waiversHtml(model.waivers, anchors, pieces),
    model.requirements.length ? matrixHtml(model, { anchors, pieces, language, ...(later !== undefined && { forge: later }) }) : '',
    findingsHtml(model.findings, pieces),
  ]
    .filter(Boolean)
    .join('\n');
}

function placesOf({ requirements }: MatrixModel): number {
  return requirements.reduce((sum, { rows }) => rows.reduce((some, { links }) => some + 1 + links.length, sum + 1), 0);
}
