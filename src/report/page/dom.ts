/** What an element may hold: other elements, and text, which stays text whatever it says. */
export type Child = Node | string;

/** The element with an id that the page has; the page is ours, so a missing one is our mistake. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}`);
  return element;
}

/** An element with attributes and children: `make('span', { class: 'id' }, 'IP-1')`. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An id or a path that breaks behind its signs and not within a word: `docs/`, `launch#`, `IP-1.1`. */
export function breakable(text: string): Child[] {
  return text.split(/(?<=[/#_])/u).flatMap((part, at) => (at === 0 ? [part] : [make('wbr'), part]));
}

const SVG = 'http://www.w3.org/2000/svg';

/** The drawing of a status, which the page has once in its sheet of icons. */
export function icon(status: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `icon ${status}`);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${status}`);
  svg.append(use);
  return svg;
}
