import type { Notation } from '../notation/notation.ts';
import { adr } from './adr/index.ts';
import { agentOs } from './agent-os/index.ts';
import { aidlc } from './aidlc/index.ts';
import { backlog } from './backlog/index.ts';
import { bmad } from './bmad/index.ts';
import { conductor } from './conductor/index.ts';
import { doorstop } from './doorstop/index.ts';
import { duvet } from './duvet/index.ts';
import { gherkin } from './gherkin/index.ts';
import { gsd } from './gsd/index.ts';
import { house } from './house/index.ts';
import { kiro } from './kiro/index.ts';
import { lobster } from './lobster/index.ts';
import { needs } from './needs/index.ts';
import { oft } from './oft/index.ts';
import { openspec } from './openspec/index.ts';
import { ralph } from './ralph/index.ts';
import { reqif } from './reqif/index.ts';
import { reqstool } from './reqstool/index.ts';
import { rustReference } from './rust-reference/index.ts';
import { sheets } from './sheets/index.ts';
import { specKit } from './spec-kit/index.ts';
import { strictdoc } from './strictdoc/index.ts';
import { tables } from './tables/index.ts';
import { taskmaster } from './taskmaster/index.ts';
import { tracey } from './tracey/index.ts';

// @implements RT-1.4~c51d68
/** All notations, in the order in which they are asked. */
export const NOTATIONS: readonly Notation[] = [
  house,
  adr,
  agentOs,
  aidlc,
  backlog,
  bmad,
  conductor,
  doorstop,
  duvet,
  gherkin,
  gsd,
  kiro,
  lobster,
  needs,
  oft,
  openspec,
  ralph,
  reqif,
  reqstool,
  rustReference,
  sheets,
  specKit,
  strictdoc,
  tables,
  taskmaster,
  tracey,
];

/** Their names, as `notations:` of the configuration has them. */
export const NOTATION_NAMES: readonly string[] = NOTATIONS.map(({ name }) => name);

/**
 * The notations that are read under `notations:` of the configuration, those that read everywhere among them unless they are taken away: of `['auto', '-kiro']` all but
 * `kiro`, of `['kiro']` the house and `kiro`. One that is read on request alone has to be named, `['auto', 'gherkin']`.
 */
export function chosen(notations: readonly Notation[], setting: readonly string[]): readonly Notation[] {
  const isOn = ({ name, everywhere, onRequest = false }: Notation): boolean =>
    setting.includes(name) || everywhere === true || (setting.includes('auto') && !onRequest);
  return notations.filter((notation) => isOn(notation) && !setting.includes(`-${notation.name}`));
}
