import { interpolatedStrings, nestingStars, slashes } from '../carriers/code/commonRules.ts';
import { rawAfter } from '../carriers/code/lexical/rawStrings.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { NAME, STATEMENT, titled, typed, typedFunction } from './shared/declares.ts';
import { typedMembers } from './shared/members.ts';
import { dartSkeleton } from './skeletons/dart.ts';

const CALLS = 'test|group|testWidgets|blocTest|patrolTest|patrolWidgetTest|testWithGame';

/** Dart and Flutter. */
export const dart = {
  name: 'Dart',
  files: ['.dart'],
  editorIds: { dart: '.dart' },
  syntax: {
    rules: [
      slashes,
      nestingStars,
      rawAfter('r', '"""', true),
      rawAfter('r', "'''", true),
      rawAfter('r', '"', false),
      rawAfter('r', "'", false),
      ...interpolatedStrings,
    ],
  },
  comments: ['// …', '/* … */'],
  declarations: [
    titled(CALLS, { "testWidgets('rejects', (tester) async {": 'rejects' }),
    typed('class|mixin|enum|extension', { 'abstract class Stock {': 'class Stock' }),
    typedFunction({ 'Future<void> reserve(Order o) async {': 'reserve()' }),
    { pattern: String.raw`^\s*${STATEMENT}(?<fn>${NAME})\s*\([^;]*\{\s*$`, examples: { 'main() {': 'main()' } },
  ],
  members: typedMembers,
  tests: {
    // package:test fixes them.
    globs: ['**/*_test.dart'],
    titles: { calls: calls(`${CALLS}|testGoldens`, '', ['group', 'testGoldens']) },
    reported: { endings: ['.dart'] },
    skeleton: dartSkeleton,
  },
} satisfies Language;
