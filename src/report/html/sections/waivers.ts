import { say } from '../../../model/message.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { Anchors } from '../anchors.ts';
import { breakable } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import type { MatrixWaiver } from '../standing.ts';

/** The accepted gaps in one table: for what, why, who answers for it, until when. */
export function waiversHtml(waivers: readonly MatrixWaiver[], anchors: Anchors, pieces: Pieces): string {
  if (!waivers.length) return '';
  const { html } = pieces;
  const columns = [say('Criterion'), say('Reason'), say('Owner'), say('Last day'), say('Place')];
  return `<section aria-labelledby="waivers">
<h2 id="waivers">${html(say('Waivers'))} <span class="muted">${waivers.length}</span></h2>
<table class="waivers">
<thead><tr>${columns.map((column) => `<th scope="col">${html(column)}</th>`).join('')}</tr></thead>
<tbody>${waivers.map((waiver) => rowHtml(waiver, anchors, pieces)).join('\n')}</tbody>
</table>
</section>`;
}

function rowHtml({ items, reason, owner, until, valid, file, line }: MatrixWaiver, anchors: Anchors, pieces: Pieces): string {
  const { html } = pieces;
  const ids = items.map(
    ({ id, key, text }) => `<li><a class="id" href=${anchors.linkTo(key)}>${breakable(id)}</a> <bdi>${escapeHtml(text)}</bdi></li>`,
  );
  const last = until === undefined ? html(say('no last day')) : `<time datetime="${escapeHtml(until)}">${escapeHtml(until)}</time>`;
  const over = valid ? '' : ` <strong>${html(say('expired'))}</strong>`;
  const cells = [
    [say('Reason'), escapeHtml(reason)],
    [say('Owner'), owner === undefined ? '<span aria-hidden="true">–</span>' : escapeHtml(owner)],
    [say('Last day'), last + over],
    [say('Place'), pieces.place(file, line)],
  ] as const;
  return `<tr><th scope="row"><ul class="plain">${ids.join('')}</ul></th>${cells.map(([label, cell]) => `<td data-label="${html(label)}">${cell}</td>`).join('')}</tr>`;
}
