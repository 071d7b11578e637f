import type { DocumentLink } from '../../model/facts.ts';
import { rangeAt } from '../../model/position.ts';
import { outsideCode } from '../carriers/markdown/anchors.ts';
import type { ParsedMarkdown } from '../carriers/markdown/parseMarkdown.ts';
import type { Generator } from './generator.ts';

// @implements RT-1.6/AC1~77d8dd
/** The links of a page that only its generator follows: `{% link docs/a.md %}`, `{{< ref "a.md" >}}`, `{doc}`. */
export function tagLinks({ tags }: Pick<Generator, 'tags'>, markdown: ParsedMarkdown, text: string): readonly DocumentLink[] {
  if (!tags || !text.includes('{')) return [];
  const found: DocumentLink[] = [];
  for (const [at, line] of outsideCode(markdown, tags.inCode !== true)
    .split('\n')
    .entries()) {
    if (!line.includes('{')) continue;
    for (const { groups: { tag = '', target = '' } = {}, indices } of line.matchAll(tags.form)) {
      const [start, end] = indices?.groups?.['target'] ?? [0, 0];
      // What a variable puts in is not known.
      if (!/[{}$]/u.test(target)) found.push({ target, range: rangeAt(at, start, end), tag: tags.tagOf(tag) });
    }
  }
  return found;
}
