import type { TestDraft, TestFramework, TestSkeleton } from '../language.ts';
import { free, pascal } from './names.ts';
import { body, off } from './stops.ts';

const CLOSING = { pattern: /^\?>/u, fits: ['?>'], misses: ['<?php', '  ?>'] };

/** PHPUnit and Pest. */
export const phpSkeleton: TestSkeleton = {
  endings: ['.php'],
  indent: '    ',
  frameworkOf: (text, indent) => (/^\s*(?:(?:abstract|final|readonly)\s+)*class\s/mu.test(text) ? phpunit(indent) : pest(text, indent)),
  files: [
    {
      name: 'Pest',
      signs: { 'composer.json': /"pestphp\/pest"/u },
      pathOf: ({ project, name }) => `${project}tests/${pascal(name)}Test.php`,
      textOf: () => '<?php\n',
    },
    {
      name: 'PHPUnit',
      signs: { 'composer.json': /"phpunit\/phpunit"/u, 'phpunit.xml': /^/u, 'phpunit.xml.dist': /^/u },
      pathOf: ({ project, name }) => `${project}tests/${pascal(name)}Test.php`,
      textOf: ({ name }) =>
        `<?php\n\ndeclare(strict_types=1);\n\nuse PHPUnit\\Framework\\TestCase;\n\nfinal class ${pascal(name)}Test extends TestCase\n{\n}\n`,
    },
  ],
};

function phpunit(indent: string): TestFramework {
  return {
    name: 'PHPUnit',
    place: 'inside',
    indent,
    guard: CLOSING,
    write: ({ annotation, words, lines }, names) => [
      `// ${annotation}`,
      `public function ${free(`test${pascal(words)}`, names)}(): void`,
      '{',
      indent + off("$this->markTestIncomplete('not written yet');"),
      ...lines.map((line) => `${indent}// ${line}`),
      indent + body(),
      '}',
    ],
  };
}

function pest(text: string, indent: string): TestFramework {
  const call = /^\s*(it|test)\s*\(/mu.exec(text)?.[1] ?? 'it';
  return {
    name: 'Pest',
    place: 'end',
    indent,
    guard: CLOSING,
    write: ({ reference, annotation, words, lines, titled }: TestDraft) => {
      const title = (titled ? `${reference} ${words}` : words).replaceAll(/[\\']/gu, String.raw`\$&`);
      return [
        ...(titled ? [] : [`// ${annotation}`]),
        `${call}('${title}', function () {`,
        ...lines.map((line) => `${indent}// ${line}`),
        indent + body(),
        `})${off('->skip()')};`,
      ];
    },
  };
}
