import type { Declaration } from '../../../../model/facts.ts';
import type { Reading } from '../annotations/reading.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import type { Title, TitlePart } from './title.ts';

const HEAD = /^\s*(\p{L}[\p{L}' ]{0,40}):[^\S\n\r]*(.*)$/u;
const TAGS = /^\s*@\S/u;

/**
 * Gherkin: tags (`@IP-1.1.1/AC2`) and the titles of features, rules and scenarios. The first head of
 * a file is its feature, in whatever language it is written; a tag belongs to the head below it.
 */
export function gherkinTitles(reading: Reading, tokens: readonly Token[]): Title[] {
  const covered = new Set<number>();
  for (const token of tokens) {
    for (let line = reading.lines.lineAt(token.start); line <= reading.lines.lineAt(token.end); line++) covered.add(line);
  }
  const titles: Title[] = [];
  let tags: TitlePart[] = [];
  let feature: Title | undefined;
  let rule: Title | undefined;
  for (let line = 0; line < reading.lines.lineCount; line++) {
    if (covered.has(line)) continue;
    const text = reading.lines.lineText(line, 2000);
    const start = reading.lines.startOf(line);
    if (TAGS.test(text)) {
      for (const tag of text.matchAll(/@(\S+)/gu)) tags.push(part(start + tag.index + 1, start + tag.index + tag[0].length));
      continue;
    }
    const head = HEAD.exec(text);
    if (!head) continue;
    const [, keyword = '', name = ''] = head;
    const nameStart = start + text.length - name.length;
    const declaration: Declaration = {
      name: name.trim(),
      kind: 'test',
      range: reading.lines.rangeOf(start + text.length - text.trimStart().length, start + text.trimEnd().length),
    };
    const isRule = /^(?:Rule|Regel|Règle|Regla|Regra|Regola)$/u.test(keyword);
    const parent = feature === undefined ? undefined : isRule ? feature : (rule ?? feature);
    const title: Title = {
      source: 'test-title',
      parts: [...tags, part(nameStart, nameStart + name.length)],
      declaration,
      ...(parent && { parent }),
    };
    tags = [];
    titles.push(title);
    if (feature === undefined) feature = title;
    else if (isRule) rule = title;
  }
  return titles;
}

function part(start: number, end: number): TitlePart {
  return { start, end, cutBefore: false, cutAfter: false };
}
