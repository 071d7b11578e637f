import { cLike } from '../carriers/code/commonRules.ts';
import { deadBranch } from '../carriers/code/lexical/deadBranch.ts';
import { csharpInterpolatedVerbatim, csharpRaw, csharpVerbatim } from '../carriers/code/lexical/rawStrings.ts';
import type { Language } from './language.ts';
import { typed, typedFunction } from './shared/declares.ts';
import { DOTNET_FOLDERS, DOTNET_TESTS } from './shared/testGlobs.ts';
import { typedMembers } from './shared/members.ts';
import { csharpSkeleton } from './skeletons/dotnet.ts';

/** C#. */
export const csharp = {
  name: 'C#',
  files: ['.cs', '.csx'],
  editorIds: { csharp: '.cs' },
  syntax: cLike(deadBranch, csharpRaw, csharpVerbatim, csharpInterpolatedVerbatim),
  comments: ['// …', '/* … */'],
  declarations: [
    typed('class|interface|enum|record|struct|namespace', { 'public record Stock(int A);': 'record Stock' }),
    typedFunction({ 'public async Task<int> Reserve(Order o)': 'Reserve()', 'internal Stock(int a)': 'Stock()' }),
  ],
  members: typedMembers,
  tests: {
    globs: [DOTNET_TESTS, DOTNET_FOLDERS],
    titles: {
      // Attributes of xUnit, NUnit and MSTest.
      tag: {
        pattern:
          /(?:[[,]\s*(?:\w+\.)*(?:Trait|TestCategory|Category|Property|Description|TestProperty|TestMethod|Requirement)\s*\([^()]*|\b(?:DisplayName|TestName|Description|TestDisplayName)\s*=\s*)$/u,
        fits: ['[Trait("req", ', '[Fact, NUnit.Category(', '[Fact(DisplayName = '],
        misses: ['Trait(', '[Route('],
      },
    },
    reported: { endings: ['.cs'] },
    skeleton: csharpSkeleton,
  },
} satisfies Language;
