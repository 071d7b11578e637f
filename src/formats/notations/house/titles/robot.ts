import type { Reading } from '../annotations/reading.ts';
import type { Title, TitlePart } from './title.ts';

const SECTION = /^\*+\s*(test cases?|tasks?|settings?)\b/iu;
const TAGS = /^\s+\[Tags\]\s+(.*)$/iu;
const FILE_TAGS = /^(?:Force|Test|Default|Keyword) Tags\s{2,}(.*)$/iu;

/** Robot Framework: names of test cases, their `[Tags]`, and tags of the whole file. */
export function robotTitles(reading: Reading): Title[] {
  const titles: Title[] = [];
  let section = '';
  let test: Title | undefined;
  for (let line = 0; line < reading.lines.lineCount; line++) {
    const text = reading.lines.lineText(line, 2000);
    const start = reading.lines.startOf(line);
    if (text.startsWith('*')) {
      section = SECTION.exec(text)?.[1]?.toLowerCase() ?? '';
      continue;
    }
    const tags = TAGS.exec(text)?.[1] ?? (section.startsWith('setting') ? FILE_TAGS.exec(text)?.[1] : undefined);
    if (tags !== undefined) {
      const part: TitlePart = { start: start + text.length - tags.length, end: start + text.length, cutBefore: false, cutAfter: false };
      titles.push({
        source: 'test-title',
        parts: [part],
        ...(test?.declaration && { declaration: test.declaration }),
        ...(test && { parent: test }),
      });
    } else if (/^(?:test|task)/u.test(section) && /^[^\s#]/u.test(text)) {
      const name = text.trimEnd();
      test = {
        source: 'test-title',
        parts: [{ start, end: start + name.length, cutBefore: false, cutAfter: false }],
        declaration: { name, kind: 'test', range: reading.lines.rangeOf(start, start + name.length) },
      };
      titles.push(test);
    }
  }
  return titles;
}
