import { HOUSE } from '../model/facts.ts';
import type { Notation } from './notation.ts';
import { adr } from './notations/adr/index.ts';
import { agentOs } from './notations/agent-os/index.ts';
import { aidlc } from './notations/aidlc/index.ts';
import { backlog } from './notations/backlog/index.ts';
import { bmad } from './notations/bmad/index.ts';
import { conductor } from './notations/conductor/index.ts';
import { gherkin } from './notations/gherkin/index.ts';
import { gsd } from './notations/gsd/index.ts';
import { house } from './notations/house/index.ts';
import { kiro } from './notations/kiro/index.ts';
import { openspec } from './notations/openspec/index.ts';
import { ralph } from './notations/ralph/index.ts';
import { specKit } from './notations/spec-kit/index.ts';
import { tables } from './notations/tables/index.ts';
import { taskmaster } from './notations/taskmaster/index.ts';

/** All notations, in the order in which they are asked. */
export const NOTATIONS: readonly Notation[] = [
  house,
  adr,
  agentOs,
  aidlc,
  backlog,
  bmad,
  conductor,
  gherkin,
  gsd,
  kiro,
  openspec,
  ralph,
  specKit,
  tables,
  taskmaster,
];

/** Their names, as `notations:` of the configuration has them. */
export const NOTATION_NAMES: readonly string[] = NOTATIONS.map(({ name }) => name);

/**
 * The notations that are read under `notations:` of the configuration, the house among them unless it is taken away: of `['auto', '-kiro']` all but
 * `kiro`, of `['kiro']` the house and `kiro`. One that is read on request alone has to be named, `['auto', 'gherkin']`.
 */
export function chosen(notations: readonly Notation[], setting: readonly string[]): readonly Notation[] {
  const isOn = ({ name, onRequest = false }: Notation): boolean =>
    setting.includes(name) || name === HOUSE || (setting.includes('auto') && !onRequest);
  return notations.filter((notation) => isOn(notation) && !setting.includes(`-${notation.name}`));
}
