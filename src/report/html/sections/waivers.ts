import { say } from '../../../model/message.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { HtmlWords } from '../pageLanguage.ts';
import type { MatrixWaiver } from '../standing.ts';

/** The accepted gaps in one table: for what, why, who answers for it, until when. */
export function waiversHtml(waivers: readonly MatrixWaiver[], html: HtmlWords): string {
  if (!waivers.length) return '';
  const columns = [say('Criterion'), say('Reason'), say('Owner'), say('Last day'), say('Place')];
  return `<section aria-labelledby="waivers">
<h2 id="waivers">${html(say('Waivers'))} <span class="muted">${waivers.length}</span></h2>
<div class="scroll" role="region" aria-labelledby="waivers" tabindex="0"><table class="waivers">
<thead><tr>${columns.map((column) => `<th scope="col">${html(column)}</th>`).join('')}</tr></thead>
<tbody>${waivers.map((waiver) => rowHtml(waiver, html)).join('\n')}</tbody>
</table></div>
</section>`;
}

function rowHtml({ items, reason, owner, until, valid, file, line }: MatrixWaiver, html: HtmlWords): string {
  const ids = items.map(({ id, text }) => `<li><span class="id">${escapeHtml(id)}</span> <bdi>${escapeHtml(text)}</bdi></li>`);
  const none = '<span aria-hidden="true">–</span>';
  const last = until === undefined ? html(say('no last day')) : `<time datetime="${escapeHtml(until)}">${escapeHtml(until)}</time>`;
  const over = valid ? '' : ` <strong>${html(say('expired'))}</strong>`;
  return `<tr><th scope="row"><ul>${ids.join('')}</ul></th><td dir="auto">${escapeHtml(reason)}</td><td dir="auto">${owner === undefined ? none : escapeHtml(owner)}</td><td>${last}${over}</td><td class="place">${escapeHtml(file).replaceAll('/', '/<wbr>')}:${line}</td></tr>`;
}
