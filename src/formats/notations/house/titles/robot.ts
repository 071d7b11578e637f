import type { Reading } from '../annotations/reading.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';
import type { Title, TitlePart } from './title.ts';

/** The head of a section that says something of tests. */
export const SECTION: ShownPattern = {
  pattern: /^\*+\s*(test cases?|tasks?|settings?)\b/iu,
  fits: ['*** Test Cases ***', '* Settings', '***tasks***'],
  misses: ['*** Keywords ***', 'Test Cases'],
};
/** Tags of one test. */
export const TAGS: ShownPattern = { pattern: /^\s+\[Tags\]\s+(.*)$/iu, fits: ['    [Tags]    IP-1    fast'], misses: ['[Tags]    IP-1'] };
/** Tags of all tests of a file. */
export const FILE_TAGS: ShownPattern = {
  pattern: /^(?:Force|Test|Default|Keyword) Tags\s{2,}(.*)$/iu,
  fits: ['Test Tags    IP-1', 'Force Tags  fast'],
  misses: ['Test Tags IP-1'],
};

/** Robot Framework: names of test cases, their `[Tags]`, and tags of the whole file. */
export function robotTitles(reading: Reading): Title[] {
  const titles: Title[] = [];
  let section = '';
  let test: Title | undefined;
  for (let line = 0; line < reading.lines.lineCount; line++) {
    const text = reading.lines.lineText(line, 2000);
    const start = reading.lines.startOf(line);
    if (text.startsWith('*')) {
      section = SECTION.pattern.exec(text)?.[1]?.toLowerCase() ?? '';
      continue;
    }
    const tags = TAGS.pattern.exec(text)?.[1] ?? (section.startsWith('setting') ? FILE_TAGS.pattern.exec(text)?.[1] : undefined);
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
