import type { FilePath } from '../../model/position.ts';
import { cellText } from './markdown.ts';

/** How a page in Markdown names a place in the files as they are: `docs/a.md:7`, as a link where it is known where that leads. */
export type PlaceText = (path: FilePath, line: number) => string;

/** A place by its name alone. */
export const plainPlace: PlaceText = (path, line) => `${cellText(path)}:${line}`;

/** True for what says where the lines of files are to be seen: `https://github.com/o/r/blob/3f2a9c1/{path}#L{line}`. */
export function isPermalink(template: string): boolean {
  return /^https?:\/\/[^\s<>()[\]]+$/u.test(template) && template.includes('{path}');
}

/**
 * Places as links: with the template above, and `shop/` before each path, `docs/a.md` at 7 leads to `…/blob/3f2a9c1/shop/docs/a.md#L7`.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end.
 */
export function linkedPlace(template: string, prefix: string): PlaceText {
  return (path, line) => {
    const target = template.replaceAll('{path}', () => encodedPath(prefix + path)).replaceAll('{line}', () => String(line));
    return `[${cellText(path)}:${line}](${target})`;
  };
}

/** The same for paths in a folder of the repository: with `shop/`, `…/{path}#L{line}` is `…/shop/{path}#L{line}`. */
export function withPrefix(template: string, prefix: string): string {
  return template.replaceAll('{path}', () => `${encodedPath(prefix)}{path}`);
}

/** A path as it is in an address, with what would end a link in Markdown encoded, too. */
export function encodedPath(path: FilePath): string {
  return path
    .split('/')
    .map((name) =>
      encodeURIComponent(name).replaceAll(/[()'!*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}
