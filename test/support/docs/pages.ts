import { readdirSync, readFileSync } from 'node:fs';

/** A page of the documentation: `{ path: 'docs/statuses.md', text: '# Statuses\n…' }`. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Pages of contributors and of what test runners write are held to the program by tests of their own. */
const OTHERS = /^docs\/(?:notations\/.*|runners|architecture|performance)\.md$/u;

/** The pages for users, the README first. */
export function userPages(): Page[] {
  const below = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name.replaceAll('\\', '/')}`);
  return ['README.md', ...below.filter((path) => path.endsWith('.md') && !OTHERS.test(path)).toSorted()].map((path) => ({
    path,
    text: readFileSync(path, 'utf8').replaceAll('\r\n', '\n'),
  }));
}

/** A heading of the second level, or a fenced block with the line above it that says which file it is: `` `src/a.ts`: ``. */
const PART =
  /^## (?<heading>.*)$|(?:^`(?<path>[^`\n]+)`(?<before>, before)?:\n\n)?^(?<indent> *)(?<fence>`{3,})(?<language>[\w-]*)\n(?<text>[^]*?)^\k<indent>\k<fence>$/gmu;

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that it is, if the page says so. */
  readonly path?: string;
}

/** What a page shows being typed, and the files that stand above it in its section. */
export interface Scene {
  readonly commands: readonly string[];
  /** What the page says is printed, commands included. */
  readonly shown: string;
  readonly files: Readonly<Record<string, string>>;
  /** Files as they are committed before the others are written, if the scene compares. */
  readonly before?: Readonly<Record<string, string>>;
}

/** All fenced blocks of a page. */
export function blocksOf(page: string): Block[] {
  return Array.from(page.matchAll(PART), ({ groups }) => groups ?? {}).flatMap(({ language, text = '', path }) =>
    language === undefined ? [] : [{ language, text, ...(path !== undefined && { path }) }],
  );
}

/** The scenes of a page in order: a block of `console` with the files of its section above it. */
export function scenesOf(page: string): Scene[] {
  const scenes: Scene[] = [];
  let files: Record<string, string> = {};
  let before: Record<string, string> = {};
  for (const { groups = {} } of page.matchAll(PART)) {
    const { heading, path, before: earlier, language, text = '' } = groups;
    if (heading !== undefined) {
      files = {};
      before = {};
    } else if (path !== undefined) (earlier === undefined ? files : before)[path] = text;
    else if (language === 'console')
      scenes.push({
        commands: text.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : [])),
        shown: text,
        files: { ...files },
        ...(Object.keys(before).length > 0 && { before: { ...before } }),
      });
  }
  return scenes;
}

/** The page with other texts in its blocks of `console`, in order. */
export function withShown(page: string, shown: readonly string[]): string {
  let at = 0;
  return page.replaceAll(/^```console\n[^]*?^```$/gmu, () => `\`\`\`console\n${shown[at++] ?? ''}\`\`\``);
}

/** What is typed after `npx` or in code: `reqtrace check --gate merge` of a line of a shell or of a span of code. */
export function typedIn(page: string): string[] {
  const shells = blocksOf(page).flatMap(({ language, text }) => (language === 'sh' || language === 'yaml' ? text.split('\n') : []));
  const spans = Array.from(page.matchAll(/`(?<code>[^`\n]+)`/gu), ({ groups }) => groups?.['code'] ?? '');
  return [...shells, ...spans].flatMap((line) =>
    line
      .replace(/\s#.*$/u, '')
      .split(/&&|\|\|?|;/u)
      .flatMap(
        (part) => /^(?:\s*(?:- )?(?:run: |script: )?(?:npx )?)reqtrace (?<typed>[^>]+)/u.exec(part)?.groups?.['typed']?.trim() ?? [],
      ),
  );
}
