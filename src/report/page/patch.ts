/** Parts that the script itself writes, and that say nothing of the index. */
const KEPT = new Set(['columns', 'shown', 'filtered', 'expand']);
/** Attributes that whoever uses the page has changed. */
const OWN_ATTRIBUTES = new Set(['open', 'hidden']);

/**
 * Makes an element say what another one says, and leaves alone all that stays the same: what has the focus keeps it, what is open stays open. Elements are
 * the same by their names (`id`, `data-key`), else by where they stand.
 */
export function patch(old: Element, fresh: Element): void {
  if (KEPT.has(old.id) || old.isEqualNode(fresh)) return;
  patchAttributes(old, fresh);
  const wanted = new Set(Array.from(fresh.children, nameOf).filter((name) => name !== undefined));
  const known = new Map(Array.from(old.children, (child) => [nameOf(child), child]));
  let at = old.firstChild;
  for (const node of fresh.childNodes) {
    at = withoutLeftOvers(at, node, wanted);
    if (!(node instanceof Element)) {
      if (at instanceof Text && node instanceof Text) {
        if (at.data !== node.data) at.data = node.data;
        at = at.nextSibling;
      } else old.insertBefore(document.importNode(node), at);
      continue;
    }
    const name = nameOf(node);
    const same = name === undefined ? sameBy(at, node) : known.get(name);
    if (!same || same.tagName !== node.tagName) {
      old.insertBefore(document.importNode(node, true), at);
      continue;
    }
    if (same === at) at = at.nextSibling;
    else old.insertBefore(same, at);
    patch(same, node);
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    if (!isOwn(at)) at.remove();
    at = next;
  }
}

/** The next node of the old element, those before it removed that the fresh one has no place for. */
function withoutLeftOvers(from: ChildNode | null, node: ChildNode, wanted: ReadonlySet<string>): ChildNode | null {
  let at = from;
  while (at) {
    const name = at instanceof Element ? nameOf(at) : undefined;
    const isGone = name !== undefined && !wanted.has(name);
    const isText = at instanceof Text && node instanceof Element;
    if (!isOwn(at) && !isGone && !isText) return at;
    const next: ChildNode | null = at.nextSibling;
    if (!isOwn(at)) at.remove();
    at = next;
  }
  return at;
}

/** What the script put there. */
function isOwn(node: ChildNode): boolean {
  return node instanceof Element && node.classList.contains('ways');
}

function nameOf(element: Element): string | undefined {
  return element.id || element.getAttribute('data-key') || undefined;
}

function sameBy(at: ChildNode | null, node: Element): Element | undefined {
  return at instanceof Element && nameOf(at) === undefined && at.tagName === node.tagName ? at : undefined;
}

function patchAttributes(old: Element, fresh: Element): void {
  const isMarked = old.classList.contains('at');
  for (const { name } of Array.from(old.attributes)) if (!fresh.hasAttribute(name) && !OWN_ATTRIBUTES.has(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (!OWN_ATTRIBUTES.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (isMarked) old.classList.add('at');
}

/** Does something to the page and keeps what is seen where it is, and the focus on the item that has it. */
export function keepingPlace(change: () => void): void {
  const seen = document.elementFromPoint(window.innerWidth / 2, Math.min(80, window.innerHeight / 2))?.closest('tr, section, header');
  const top = seen?.getBoundingClientRect().top ?? 0;
  const focused = document.activeElement;
  const name = focused?.closest('tr, .r')?.id;
  change();
  // What was moved has lost it, and what is gone leaves it to the name of its item.
  const heir = focused?.isConnected ? focused : name && document.getElementById(name)?.querySelector('a');
  if (heir instanceof HTMLElement && heir !== document.activeElement) heir.focus({ preventScroll: true });
  if (seen?.isConnected) window.scrollBy(0, seen.getBoundingClientRect().top - top);
}
