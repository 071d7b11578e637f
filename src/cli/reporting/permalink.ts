import { say } from '../../model/message.ts';
import { isPermalink } from '../../report/writing/permalink.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Arguments, OptionSpec } from '../command.ts';

/** For commands that print places in Markdown. */
export const PERMALINK_OPTION: OptionSpec = {
  type: 'string',
  value: 'URL',
  help: say('markdown only: address of a line of a file, with {path} and {line} in it'),
};

/**
 * The value of `--permalink`: `https://github.com/o/r/blob/3f2a9c1/{path}#L{line}`.
 *
 * @throws UserError where it is not one, or the format has no links.
 */
export function permalinkOf(args: Arguments, format: string, formats: readonly string[] = ['markdown']): string | undefined {
  const permalink = args.value('permalink');
  if (permalink === undefined) return undefined;
  if (!formats.includes(format))
    throw new UserError(
      formats.length === 1
        ? say('Option --{0} is for --format {1}', 'permalink', formats[0] ?? '')
        : say('Option --permalink is for --format markdown and html'),
    );
  if (!isPermalink(permalink))
    throw new UserError(say('--permalink takes an address with {path} in it, as in https://example.org/blob/main/{path}#L{line}'));
  return permalink;
}
