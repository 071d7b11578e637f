import type { NewTestPlace, TestSkeleton } from '../language.ts';
import { camel, free, pascal } from './names.ts';
import { body, off } from './stops.ts';

/** What Java and Kotlin write otherwise. */
interface Jvm {
  readonly ending: string;
  /** What a function begins with in a file: `void`. */
  readonly headOf: (text: string) => string;
  /** Name of the folder of its sources: `java`. */
  readonly folder: string;
  /** What ends a statement. */
  readonly semicolon: string;
}

/** JUnit 5 and 4, and TestNG, in Java and Kotlin. */
export function junitSkeleton({ ending, headOf, folder, semicolon }: Jvm): TestSkeleton {
  const nameOf = ({ name }: NewTestPlace): string => `${pascal(name)}Test`;
  const inTests = (place: NewTestPlace): string =>
    place.code === '' ? `${place.project}src/test/${folder}/` : place.folder.replace(/(^|\/)src\/main\//u, '$1src/test/');
  return {
    endings: [ending],
    indent: '    ',
    frameworkOf: (text, indent) => ({
      name: 'JUnit',
      place: 'inside',
      indent,
      write: ({ annotation, words, lines }, names) => [
        `// ${annotation}`,
        ...testOf(text),
        `${headOf(text)} ${free(camel(words), names)}() {`,
        ...lines.map((line) => `${indent}// ${line}`),
        indent + body(),
        '}',
      ],
    }),
    files: [
      {
        name: folder === 'java' ? 'JUnit' : 'JUnit (Kotlin)',
        signs: { 'pom.xml': /./u, 'build.gradle': /./u, 'build.gradle.kts': /./u },
        pathOf: (place) => `${inTests(place)}${nameOf(place)}${ending}`,
        textOf: (place) => {
          const own = /^package\s+[\w.]+/mu.exec(place.code)?.[0];
          const head = own === undefined ? '' : `${own}${semicolon}\n\n`;
          return `${head}import org.junit.jupiter.api.Test${semicolon}\n\nclass ${nameOf(place)} {\n}\n`;
        },
      },
    ],
  };
}

/** The attributes of a test that does not run. */
function testOf(text: string): readonly string[] {
  if (/\borg\.testng\b/u.test(text)) return [`@Test${off('(enabled = false)')}`];
  const isOld = /\borg\.junit\.(?:Test|\*)/u.test(text);
  const name = isOld ? 'Ignore' : 'Disabled';
  const home = isOld ? 'org.junit.' : 'org.junit.jupiter.api.';
  const isImported = new RegExp(String.raw`\bimport\s+${home.replaceAll('.', String.raw`\.`)}(?:${name}|\*)`, 'u').test(text);
  return ['@Test', off(`@${isImported ? '' : home}${name}("not written yet")`)];
}
