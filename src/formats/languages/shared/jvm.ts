import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';
import type { TestSkeleton } from '../language.ts';
import { camel, free } from './names.ts';

/** Tags and titles as annotations: JUnit, Kotest, Allure, Serenity. */
export const JVM_TAG: ShownPattern = {
  pattern:
    /@(?:\w+\.)*(?:Tag|Tags|DisplayName|ParameterizedTest|RepeatedTest|Test|Title|Story|Feature|Requirement|Requirements|Req|Verifies|Narrative)\s*\([^()]*$/u,
  fits: ['@Tag(', '@DisplayName(', '@Test(description = ', '@io.qameta.allure.Story('],
  misses: ['@Value(', '@Tag("a"), f('],
};

/** JUnit in Java and Kotlin, which differ in the head of a function and in how it fails. */
export function junit(ending: string, headOf: (text: string) => string, fail: string): TestSkeleton {
  return {
    endings: [ending],
    indent: '    ',
    frameworkOf: (text, indent) => ({
      name: 'JUnit',
      place: 'inside',
      indent,
      write: ({ annotation, words, lines }, names) => [
        `// ${annotation}`,
        '@Test',
        `${headOf(text)} ${free(camel(words), names)}() {`,
        ...lines.map((line) => `${indent}// ${line}`),
        indent + fail,
        '}',
      ],
    }),
  };
}
