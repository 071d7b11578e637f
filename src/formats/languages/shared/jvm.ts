import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';

/** Tags and titles as annotations: JUnit, Kotest, Allure, Serenity. */
export const JVM_TAG: ShownPattern = {
  pattern:
    /@(?:\w+\.)*(?:Tag|Tags|DisplayName|ParameterizedTest|RepeatedTest|Test|Title|Story|Feature|Requirement|Requirements|Req|Verifies|Narrative)\s*\([^()]*$/u,
  fits: ['@Tag(', '@DisplayName(', '@Test(description = ', '@io.qameta.allure.Story('],
  misses: ['@Value(', '@Tag("a"), f('],
};
