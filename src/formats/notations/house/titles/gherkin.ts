import type { Declaration } from '../../../../model/facts.ts';
import type { Reading } from '../annotations/reading.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import type { Title, TitlePart } from './title.ts';

/** A keyword of any language with its title. */
export const HEAD: ShownPattern = {
  pattern: /^\s*(\p{L}[\p{L}' ]{0,40}):[^\S\n\r]*(.*)$/u,
  fits: ['Feature: Orders', '  Scenario Outline: rejects', 'Plan du scénario:'],
  misses: ['Given 3 orders: a', '| a: b |', '# language: de'],
};
/** A line of tags. */
export const TAGS: ShownPattern = { pattern: /^\s*@\S/u, fits: ['  @IP-1.1.1/AC2 @fast'], misses: ['a@b.c', '@ fast'] };
/** The keyword of a rule, in the languages that have one of their own. */
export const RULE: ShownPattern = {
  pattern: /^(?:Rule|Regel|Règle|Regla|Regra|Regola)$/u,
  fits: ['Rule', 'Regel'],
  misses: ['Rules', 'Feature'],
};

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
    if (TAGS.pattern.test(text)) {
      for (const tag of text.matchAll(/@(\S+)/gu)) tags.push(part(start + tag.index + 1, start + tag.index + tag[0].length));
      continue;
    }
    const head = HEAD.pattern.exec(text);
    if (!head) continue;
    const [, keyword = '', name = ''] = head;
    const nameStart = start + text.length - name.length;
    const declaration: Declaration = {
      name: name.trim(),
      kind: 'test',
      range: reading.lines.rangeOf(start + text.length - text.trimStart().length, start + text.trimEnd().length),
    };
    const isRule = RULE.pattern.test(keyword);
    const parent = isRule ? feature : (rule ?? feature);
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
