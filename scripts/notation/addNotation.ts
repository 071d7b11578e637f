import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TEMPLATE = path.join(import.meta.dirname, 'template');
/** What lies beside the pages of notations and is none: the index of them, and what was measured. */
export const NO_PAGES: readonly string[] = ['README.md', 'measured.md'];

/** What `notations:` may name, in the schema: `["auto", "house", "-house"]`. */
const NAMES = /\["auto", (?<names>[^\]]*)\]/u;
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** Words of JavaScript that no constant can have for its name. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in ' +
    'instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/**
 * Adds a notation to the repository in a folder: its own folder, its line in the registry, its page with a row in the index of pages, and its name in
 * the schema of reqtrace.yaml. What it reads is that of the template, for a person to replace.
 *
 * @returns the files that were made or changed.
 */
export function addNotation(root: string, name: string): readonly string[] {
  if (!NAME.test(name) || name === 'template') throw new Error(`"${name}" is not a name in small letters, such as spec-kit`);
  const constant = constantOf(name);
  const isTaken = new RegExp(String.raw`\b${constant}\b`, 'u').test(
    readFileSync(path.join(root, 'src/formats/notations/registry.ts'), 'utf8'),
  );
  const folder = `src/formats/notations/${name}`;
  if (existsSync(path.join(root, folder))) throw new Error(`${folder} is there already`);
  if (RESERVED.has(constant) || isTaken)
    throw new Error(`"${name}" cannot be the name of a constant in src/formats/notations/registry.ts: it has another meaning there`);
  const files = { index: `${folder}/index.ts`, page: `docs/notations/${name}.md` };
  const change = (file: string, edit: (text: string) => string): string => {
    const at = path.join(root, file);
    const before = readFileSync(at, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${file} is not in the form that this script knows`);
    writeFileSync(at, after);
    return file;
  };
  mkdirSync(path.join(root, folder), { recursive: true });
  cpSync(path.join(TEMPLATE, 'index.ts'), path.join(root, files.index));
  cpSync(path.join(TEMPLATE, 'page.md'), path.join(root, files.page));
  return [
    change(files.index, (text) =>
      named(text, name).replaceAll("'../../../src/formats/", "'../../").replaceAll("'../../../src/", "'../../../"),
    ),
    change(files.page, (text) => named(text, name)),
    change('src/formats/notations/registry.ts', (text) => registered(text, name)),
    change('schemas/reqtrace.schema.json', (text) => text.replace(NAMES, (_list, names: string) => listOf([...readNames(names), name]))),
    change('docs/notations/README.md', (text) => withRows(text, rowsOf(path.join(root, 'docs/notations')))),
  ];
}

/** A row for each page of a folder: its name, and the first sentence of it. */
export function rowsOf(folder: string): readonly string[] {
  const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && !NO_PAGES.includes(file));
  return pages.toSorted().map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const sentence = /^# .*\n\n(?<sentence>[^]*?\.)(?:\s|$)/u.exec(text)?.groups?.['sentence'] ?? '';
    return `| [${file.replace('.md', '')}](${file}) | ${sentence.replaceAll('\n', ' ')} |`;
  });
}

/** The index of the pages with these rows in place of those that it has. */
export function withRows(index: string, rows: readonly string[]): string {
  return index.replace(/(?<=\n\| --- \| --- \|\n)(?:\| \[.*\n)*/u, rows.map((row) => `${row}\n`).join(''));
}

function readNames(list: string): readonly string[] {
  return Array.from(list.matchAll(/"(?<name>[a-z][a-z0-9-]*)"/gu), ({ groups }) => groups?.['name'] ?? '');
}

function listOf(names: readonly string[]): string {
  return `[${['auto', ...names, ...names.map((name) => `-${name}`)].map((name) => `"${name}"`).join(', ')}]`;
}

/** The constant goes by a name of JavaScript, everything else by that of the notation. */
function named(template: string, name: string): string {
  return template.replaceAll('template', name).replace(`export const ${name} `, `export const ${constantOf(name)} `);
}

function constantOf(name: string): string {
  return name.replaceAll(/-(?<letter>.)/gu, (_match, letter: string) => letter.toUpperCase());
}

function registered(text: string, name: string): string {
  const constant = constantOf(name);
  const line = `import { ${constant} } from './${name}/index.ts';\n`;
  return text
    .replace(/(?<=^import [^\n]*'\.\/[^\n]*\n)(?!import)/mu, line)
    .replace(
      /(?<=const NOTATIONS: readonly Notation\[\] = \[)[^\]]*/u,
      (list) => `\n${[...list.split(/[\s,]+/u).filter((one) => one !== ''), constant].map((one) => `  ${one},\n`).join('')}`,
    );
}
