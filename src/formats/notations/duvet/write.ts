import type { CriterionItem, Item } from '../../../model/item.ts';
import { wrapped } from '../../../text/wrapped.ts';
import type { NotationWriter, TypedQuotation } from '../../notation/notation.ts';
import { targetOf } from './grammar.ts';
import { stylesOf } from './settings.ts';
import type { Style } from './settings.ts';

/** How long the lines of a quotation are. */
const WIDTH = 80;

/** An annotation names a section and quotes a sentence of it, each on lines of their own. duvet has no words for waivers that name an item. */
export const write: NotationWriter = {
  quotation(kind, item, { path, configuration }) {
    const [style] = stylesOf(configuration, path);
    const address = addressOf(item);
    if (!style || address === undefined || item.type !== 'criterion') return undefined;
    const type = kind === 'verifies' ? 'test' : 'implementation';
    return [
      `${style.meta} ${address}`,
      ...(style.type === type ? [] : [`${style.meta} type=${type}`]),
      ...quoted(item, style).map((line) => `${style.content} ${line}`),
    ];
  },
  address: addressOf,
  quoting: (lines, path, configuration) => stylesOf(configuration, path).flatMap((style) => quotingIn(lines, style) ?? [])[0],
};

/** How references write the section that an item is of: `https://www.rfc-editor.org/rfc/rfc9000#section-4.2`. */
function addressOf(item: Item): string | undefined {
  const { section, quotedAs } = (item.type === 'criterion' ? item.requirement : item).facts;
  return section === undefined || quotedAs === undefined ? undefined : `${quotedAs}#${section}`;
}

function quoted({ facts: { text } }: CriterionItem, { content }: Style): readonly string[] {
  return wrapped(text, WIDTH - content.length - 1);
}

/** What is behind a mark at the beginning of a line, and where that begins. */
function behind(line: string, mark: string): { readonly text: string; readonly start: number } | undefined {
  const lead = line.length - line.trimStart().length;
  if (!line.startsWith(mark, lead)) return undefined;
  const text = line.slice(lead + mark.length).trimStart();
  return { text, start: line.length - text.length };
}

function quotingIn(lines: readonly string[], { meta, content }: Style): TypedQuotation | undefined {
  const line = lines.at(-1) ?? '';
  const lead = `${/^\s*/u.exec(line)?.[0] ?? ''}${content} `;
  const address = behind(line, meta);
  if (address) return /[\s=]/u.test(address.text) ? undefined : { kind: 'address', ...address, typed: address.text, lead };
  const quotation = behind(line, content);
  if (!quotation) return undefined;
  for (let at = lines.length - 2; at >= 0; at -= 1) {
    const above = lines[at] ?? '';
    const named = behind(above, meta);
    if (!named && !behind(above, content)) return undefined;
    const target = named && targetOf(named.text.replace(/^source\s*=\s*/u, ''));
    if (target)
      return { kind: 'quotation', ...quotation, typed: quotation.text, lead, ...target, above: { line: at, character: named.start } };
  }
  return undefined;
}
