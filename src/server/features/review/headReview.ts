import * as l10n from '@vscode/l10n';
import { asksForBase } from '../../../model/gate.ts';
import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import { progress } from '../../../query/progress.ts';
import { evaluateGate } from '../../../query/gates/evaluate.ts';
import { EVERYTHING } from '../../../query/gates/scope.ts';
import { localised } from '../../../text/words/localised.ts';
import type { Folder } from '../../folder.ts';
import type { FolderReview } from '../../reviewProtocol.ts';
import { presentGate } from './present.ts';

/**
 * The review of a folder that is not compared: how far its requirements are met now, and its gates that ask for no base. A folder of which not all was read
 * has none, since what was not read may be what meets a criterion, or what is wrong.
 *
 * @param reason why nothing is compared, as a part of a sentence.
 */
export function headReview(folder: Folder, reason: Message = say('not all of the folder was read')): FolderReview {
  const { uri, name, view, doubt } = folder;
  const of = { folder: uri, name };
  if (!view) return { ...of, state: 'indexing' };
  const { met, of: counted } = progress(view.counts());
  const gates = doubt ? [] : Object.entries(view.configuration.gates).filter(([, gate]) => !asksForBase(gate));
  const target = { head: (path: string, line: number) => ({ head: folder.uriOf(path), path, line }) };
  return {
    ...of,
    state: 'head',
    notes: [
      l10n.t('{0} of {1} met. What the branch changed is not shown: {2}; open a clone to see it.', met, counted, localised(reason)),
      ...(doubt ? [localised(doubt)] : []),
    ],
    gates: gates.map(([gateName, gate]) => presentGate(evaluateGate(view, { name: gateName, gate, scope: EVERYTHING }), target)),
  };
}
