import type { NewTestFile, TestDraft, TestFramework, TestSkeleton } from '../language.ts';
import { snake } from './names.ts';
import { body, off } from './stops.ts';

/** Tests of Dart and of widgets of Flutter. */
export const dartSkeleton: TestSkeleton = {
  endings: ['.dart'],
  indent: '  ',
  frameworkOf,
  files: [newFile('Flutter', /^\s*flutter_test\s*:/mu, 'flutter_test/flutter_test'), newFile('Dart test', /^\s*test\s*:/mu, 'test/test')],
};

function frameworkOf(text: string, indent: string): TestFramework {
  const call = /^\s*(testWidgets|test)\s*\(/mu.exec(text)?.[1] ?? 'test';
  const isWidgets = call === 'testWidgets';
  const hasMain = /\bmain\s*\(/u.test(text);
  return {
    name: isWidgets ? 'Flutter' : 'Dart test',
    place: 'block',
    indent,
    write: ({ reference, annotation, words, lines, titled, within }: TestDraft) => {
      const title = (titled ? `${reference} ${words}` : words).replaceAll(/[\\'$]/gu, String.raw`\$&`);
      const test = [
        ...(titled ? [] : [`// ${annotation}`]),
        `${call}('${title}', ${isWidgets ? '(tester) async' : '()'} {`,
        ...lines.map((line) => `${indent}// ${line}`),
        indent + body(),
        `}${off(isWidgets ? ', skip: true' : ", skip: 'not written yet'")});`,
      ];
      return within !== undefined || hasMain ? test : ['void main() {', ...test.map((line) => indent + line), '}'];
    },
  };
}

function newFile(name: string, sign: RegExp, library: string): NewTestFile {
  return {
    name,
    signs: { 'pubspec.yaml': sign },
    pathOf: ({ project, name: about }) => `${project}test/${snake(about)}_test.dart`,
    textOf: () => `import 'package:${library}.dart';\n\nvoid main() {\n}\n`,
  };
}
