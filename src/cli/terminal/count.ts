import { say } from '../../model/message.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Arguments } from '../command.ts';

/**
 * The number that an option was given: `readCount(args, 'limit', 1)`; undefined where it was not.
 *
 * @throws UserError where that is not a whole number of at least `least` with at most six digits.
 */
export function readCount(args: Arguments, name: string, least: 0 | 1): number | undefined {
  const written = args.value(name);
  if (written === undefined) return undefined;
  if (/^(?:0|[1-9]\d{0,5})$/u.test(written) && Number(written) >= least) return Number(written);
  throw new UserError(say('"{0}" is not a value of --{1}: it takes a whole number from {2} to 999999', written, name, least));
}
