import { fileName } from '../../../text/paths.ts';
import type { NewTestFile, TestFramework, TestSkeleton } from '../language.ts';
import { free, pascal } from './names.ts';
import { body, off } from './stops.ts';

/** How a framework marks a test that does not run. */
interface Marks {
  readonly name: string;
  /** Its packages, as a project names them. */
  readonly sign: RegExp;
  /** What shows it in a file of tests. */
  readonly fits: RegExp;
  readonly attributes: readonly string[];
  /** The line that a new file needs above. */
  readonly using: string;
  /** What a class of tests needs above. */
  readonly fixture?: string;
}

const NOT_YET = '"not written yet"';

/** What most new projects have. */
const XUNIT: Marks = {
  name: 'xUnit.net',
  sign: /\bxunit\b/iu,
  fits: /\busing\s+Xunit\b|\[\s*(?:Fact|Theory)\b/u,
  attributes: [`[Fact${off(`(Skip = ${NOT_YET})`)}]`],
  using: 'Xunit',
};

const FRAMEWORKS: readonly Marks[] = [
  XUNIT,
  {
    name: 'NUnit',
    sign: /\bNUnit\b/iu,
    fits: /\busing\s+NUnit\b|\[\s*(?:Test|TestCase|TestFixture)\b/u,
    attributes: ['[Test]', off(`[Ignore(${NOT_YET})]`)],
    using: 'NUnit.Framework',
    fixture: '[TestFixture]',
  },
  {
    name: 'MSTest',
    sign: /\bMSTest\b/iu,
    fits: /\bTestTools\.UnitTesting\b|\[\s*(?:TestMethod|TestClass)\b/u,
    attributes: ['[TestMethod]', off(`[Ignore(${NOT_YET})]`)],
    using: 'Microsoft.VisualStudio.TestTools.UnitTesting',
    fixture: '[TestClass]',
  },
];

/** xUnit.net, NUnit and MSTest in C#. */
export const csharpSkeleton: TestSkeleton = {
  endings: ['.cs'],
  indent: '    ',
  frameworkOf,
  files: FRAMEWORKS.map((marks) => newFile(marks)),
};

function frameworkOf(text: string, indent: string): TestFramework {
  const { name, attributes } = FRAMEWORKS.find(({ fits }) => fits.test(text)) ?? XUNIT;
  const isOnLine = /\)\s*\{\s*$/mu.test(text) && !/^\s*\{\s*$/mu.test(text);
  return {
    name,
    place: 'inside',
    indent,
    write: ({ annotation, words, lines }, names) => {
      const head = `public void ${free(pascal(words), names)}()`;
      return [
        `// ${annotation}`,
        ...attributes,
        ...(isOnLine ? [`${head} {`] : [head, '{']),
        ...lines.map((line) => `${indent}// ${line}`),
        `${indent}${body()}`,
        '}',
      ];
    },
  };
}

function newFile({ name, sign, using, fixture }: Marks): NewTestFile {
  return {
    name,
    signs: { '*.csproj': sign },
    pathOf: ({ project, name: about }) => `${project}${pascal(about)}Tests.cs`,
    textOf: ({ project, name: about }) => {
      const own = fileName(project.slice(0, -1));
      return [
        `using ${using};`,
        '',
        ...(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/u.test(own) ? [`namespace ${own};`, ''] : []),
        ...(fixture === undefined ? [] : [fixture]),
        `public class ${pascal(about)}Tests`,
        '{',
        '}',
        '',
      ].join('\n');
    },
  };
}
