import { say } from '../../model/message.ts';
import type { Message, MessageValue } from '../../model/message.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import { localised } from './localised.ts';

const PLAIN: ReadonlyMap<LinkKind, Message> = new Map([
  ['implements', say('Code')],
  ['verifies', say('Tests')],
  ['covers', say('Lower requirements')],
]);

/** What artifact types are called that many projects have. */
const USUAL: ReadonlyMap<LinkKind, Message> = new Map([
  ['feat', say('Feature')],
  ['req', say('Requirement')],
  ['arch', say('Architecture')],
  ['dsn', say('Design')],
  ['svc', say('Verification case')],
  ...['utest', 'unit'].map((kind) => [kind, say('Unit test')] as const),
  ...['itest', 'integration'].map((kind) => [kind, say('Integration test')] as const),
  ...['stest', 'system'].map((kind) => [kind, say('System test')] as const),
]);

/** What a level or a kind of link is called above what there is of it: `Code`, `Design (dsn)`; by its own name where that is all that is known. */
export function levelTitle(kind: LinkKind): MessageValue {
  const usual = USUAL.get(kind);
  return PLAIN.get(kind) ?? (usual ? say('{0} ({1})', usual, kind) : kind);
}

/** The same in the language of the reader: `Entwurf (dsn)`. */
export function levelName(kind: LinkKind): string {
  const title = levelTitle(kind);
  return typeof title === 'string' ? title : localised(title);
}
