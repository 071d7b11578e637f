import { say } from '../../../model/message.ts';
import { STATUSES, STATUS_WORDS } from '../../../model/status.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { MatrixModel } from '../model.ts';
import type { HtmlWords } from '../pageLanguage.ts';

/** The form above the matrix. Only a script can make use of it, which shows it. */
export function filtersHtml({ counts, documents, results, requirements }: MatrixModel, html: HtmlWords): string {
  if (!requirements.length) return '';
  const used = STATUSES.filter((status) => counts[status]);
  const chips = used.map((status) => {
    const word = html(STATUS_WORDS[status]);
    return `<span class="chip"><label><input type="checkbox" name="status" value="${status}" checked> <span class="s ${status}">${word}</span> <span class="muted">${counts[status]}</span></label><button type="button" name="only" value="${status}" aria-label="${html(say('only {0}', STATUS_WORDS[status]))}">${html(say('only'))}</button></span>`;
  });
  const proof = `<label>${html(say('Proof'))} <select id="proof"><option value="">${html(say('all'))}</option><option value="unproven">${html(say('met, but not proven'))}</option></select></label>\n`;
  return `<form id="filters" role="search" aria-label="${html(say('Filter the matrix'))}" class="screen" hidden>
<label>${html(say('Search'))} <input type="search" id="text" autocomplete="off" spellcheck="false" placeholder="${html(say('ID, words, file, symbol'))}" aria-describedby="hint"></label>
<label>${html(say('Document'))} <select id="document"><option value="">${html(say('all'))}</option>${documents.map(({ path }) => `<option>${escapeHtml(path)}</option>`).join('')}</select></label>
${results.length ? proof : ''}<fieldset><legend>${html(say('Status'))}</legend>${chips.join('')}</fieldset>
<div class="buttons"><button type="reset">${html(say('Reset filters'))}</button> <button type="button" id="expand">${html(say('Expand all'))}</button> <button type="button" id="copy">${html(say('Copy link to this view'))}</button> <button type="button" id="csv" data-heads="${[say('Document'), say('Requirement'), say('Title')].map(html).join('&#9;')}">${html(say('CSV of this view'))}</button></div>
<label class="check"><input type="checkbox" id="keys" checked> ${html(say('Keys: / searches, arrows go from item to item'))}</label>
<p id="hint" class="muted">${html(say('A minus before a word leaves out what has it, quotes keep words together.'))}</p>
</form>
<div class="shown"><p id="shown" role="status"></p><p id="filtered"></p></div>`;
}
