import { placeAddress } from '../html/placeAddress.ts';
import { make } from './dom.ts';
import type { Host } from './host.ts';
import { copyAddress } from './copying.ts';
import type { Texts } from './texts.ts';

/**
 * Offers, behind the name of the item that has the focus, what leads from it elsewhere: its address in a browser, the tree in an editor. There is one such
 * button for all of them.
 */
export function offerWays(keyOf: (name: Element) => string | undefined, host: Host | undefined, texts: Texts): void {
  const button = make('button', { type: 'button', class: 'open' }, texts.phrase(host ? 'showInTree' : 'copyLink'));
  const said = make('span', { role: 'status', class: 'muted' });
  const ways = make('span', { class: 'ways' }, button, ' ', said);
  let name: Element | undefined;
  button.addEventListener('click', () => {
    const key = name && keyOf(name);
    if (host && key !== undefined) host.postMessage({ type: 'reveal', key });
    if (!host) void copyAddress(name?.getAttribute('href') ?? '', said, texts);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLAnchorElement) || !target.matches('.m th>a:first-child,.r>h3>a:first-child') || target === name) return;
    name = target;
    said.textContent = '';
    const heading = target.closest('h3');
    if (heading) heading.after(ways);
    else target.closest('tr')?.cells[1]?.append(ways);
  });
}

/** In an editor, opens the place that a button names. */
export function openPlaces(host: Host | undefined): void {
  if (!host) return;
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button.open.p') : null;
    const place = button && placeOf(button);
    if (place) host.postMessage({ type: 'open', ...place });
  });
}

/** The place that an element names: `src/a.ts:12`, or `:12` of the document whose requirement is around it. */
function placeOf(element: Element): { readonly file: string; readonly line: number } | undefined {
  const [, own = '', line = ''] = /^(.*):(\d+)$/u.exec(element.textContent ?? '') ?? [];
  const file = own || (element.closest('.r')?.querySelector('h3>.p')?.textContent ?? '').replace(/:\d+$/u, '');
  return file && line ? { file, line: Number(line) } : undefined;
}

/** In a page with too many places for links, adds the links when a requirement becomes visible. */
export function linkPlaces(): void {
  const root = document.getElementById('requirements');
  const forge = root?.dataset['forge'];
  if (!root || forge === undefined) return;
  root.addEventListener('contentvisibilityautostatechange', (event) => {
    if (!(event.target instanceof Element) || !('skipped' in event) || event.skipped) return;
    for (const named of event.target.querySelectorAll('span.p')) {
      const place = placeOf(named);
      if (!place) continue;
      const link = make('a', { class: 'p', href: placeAddress(forge, place.file, place.line) });
      link.append(...named.childNodes);
      named.replaceWith(link);
    }
  });
}
