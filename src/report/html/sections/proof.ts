import { sayMany, say } from '../../../model/message.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { HtmlWords } from '../pageLanguage.ts';
import { breakable } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import type { MatrixResults, Standing } from '../standing.ts';
import { timeText } from '../timeText.ts';

/** Behind the headline: how much of what is met tests have shown, and by which results. */
export function proofHtml({ proof, results, otherResults }: Standing, pieces: Pieces): string {
  const { html } = pieces;
  const { met, proven, outdated, untested } = proof;
  if (met === 0 && !results.length) return '';
  const told = [
    say('Proven by passed tests: {0} of {1} met', proven, met),
    ...(outdated ? [say('Proven only by results older than the test or the code: {0}', outdated)] : []),
    ...(untested ? [say('Met without the need of a test: {0}', untested)] : []),
    ...(results.length
      ? []
      : [otherResults ? say('Test results that were read name none of these tests') : say('No test results were read')]),
    ...(results.length && otherResults ? [say('Files with results that count for no criterion: {0}', otherResults)] : []),
  ];
  const lines = told.map((line) => `<li>${html(line)}</li>`);
  return `<ul class="proof">${lines.join('')}</ul>
${results.length ? `<h3>${html(say('Test results that count'))}</h3>\n<ul class="results">${results.map((file, at) => resultsHtml(file, at + 1, results.length > 1, html)).join('\n')}</ul>\n` : ''}`;
}

function resultsHtml({ file, time, format, runner, tests }: MatrixResults, number: number, isNumbered: boolean, html: HtmlWords): string {
  const written = format !== undefined && runner !== undefined ? html(say('{0} by {1}', format, runner)) : escapeHtml(format ?? '');
  const run = sayMany('{0} test, run of {1}', '{0} tests, run of {1}', tests, timeText(time));
  return `<li${isNumbered ? ` id="results-${number}"` : ''}>${isNumbered ? `[${number}] ` : ''}<span class="p">${breakable(file)}</span> <span class="muted">${written === '' ? '' : `${written}, `}${html(run)}</span></li>`;
}
