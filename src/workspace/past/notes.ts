import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { inARow, say } from '../../model/message.ts';
import type { Message, MessageValue } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';

/** What a look at the past leaves out of submodules that git does not have checked out there. */
export function submodulesNotRead(submodules: Iterable<FilePath>): Message {
  return say('Submodules are other repositories and were not read: {0}', listed(submodules));
}

/** What a look at the past knows of submodules of the working tree, whose own past it does not look at. */
export function submodulesAsTheyAre(submodules: Iterable<FilePath>): Message {
  return say('Submodules are other repositories and were taken as they are now on both sides: {0}', listed(submodules));
}

/** That the older of two states has a reqtrace.yaml with an error: `reqtrace.yaml of main has errors, …`. */
export function defaultsUsed(revision: string): Message {
  return say('{0} of {1} has errors, so the defaults were used for that side', CONFIGURATION_FILE, revision);
}

function listed(paths: Iterable<FilePath>): MessageValue {
  return inARow([...new Set(paths)].sort());
}
