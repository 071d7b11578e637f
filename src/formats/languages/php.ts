import { phpSyntax } from '../carriers/code/lexical/php.ts';
import type { Language } from './language.ts';
import { calls } from './shared/calls.ts';
import { NAME, titled, typed, worded } from './shared/declares.ts';
import { phpSkeleton } from './skeletons/php.ts';

const CALLS = 'describe|it|test|todo|arch';

/** PHP with the markup around it. */
export const php = {
  name: 'PHP',
  files: ['.php', '.phtml', '.php5', '.php7', '.phpt', '.inc'],
  editorIds: { php: '.php' },
  syntax: phpSyntax,
  comments: ['// …', '# …', '/* … */', '<!-- … -->'],
  declarations: [
    titled(CALLS, { "it('rejects an empty order', function () {": 'rejects an empty order' }),
    worded('function', { 'public static function reserve($order) {': 'reserve()' }),
    typed('class|interface|trait|enum', { 'final class Stock extends Base': 'class Stock' }),
  ],
  members: [
    {
      pattern: String.raw`^\s*(?:[\w?|\\]+\s+)+\$(?<other>${NAME})`,
      examples: { '  private ?int $size = 1;': 'size' },
    },
    {
      pattern: String.raw`^\s*(?:\w+\s+)*(?:const|case)\s+(?:[\w?|\\]+\s+)?(?<other>${NAME})\s*[=;]`,
      examples: { '  public const LIMIT = 3;': 'LIMIT', '  case One;': 'One' },
    },
  ],
  tests: {
    // PHPUnit, Codeception, phpspec.
    globs: ['**/*{Test,Cest,Spec}.php'],
    titles: {
      // By the documentation of Pest.
      calls: { ...calls(CALLS, '', ['it', 'test']), needsBody: true },
      tag: {
        pattern: /#\[[\\\w]*(?:TestDox|Group|TestWith\w*)\s*\([^()]*$/u,
        fits: ['#[TestDox(', '#[\\PHPUnit\\Framework\\Attributes\\Group('],
        misses: ['#[Route('],
      },
      documentation: {
        pattern: /^@(?:testdox|group|ticket)\s+/u,
        fits: ['@testdox rejects', '@group fast'],
        misses: ['@return int', '@groups a'],
      },
    },
    reported: { endings: ['.php', '.phpt'] },
    skeleton: phpSkeleton,
  },
} satisfies Language;
