import type { FileRole, PlaceFacts } from '../../model/facts.ts';
import { contains } from '../../model/position.ts';
import type { Position } from '../../model/position.ts';
import { Facts } from './factSink.ts';
import type { FactSink } from './factSink.ts';

/** What is at one place of a file that a reader reads whole: `placeIn({ path, role: 'code' }, position, (facts) => readCode(code, facts))`. */
export function placeIn(
  { path, role }: { readonly path: string; readonly role: FileRole },
  position: Position,
  read: (facts: FactSink) => void,
): PlaceFacts {
  const facts = new Facts(path, role);
  facts.begin();
  read(facts);
  const { annotations, requirements } = facts.finish();
  const references = [...annotations.map(({ reference }) => reference), ...requirements.flatMap(({ covers }) => covers)];
  return { references: references.filter(({ range }) => contains(range, position)), invalidWaivers: [] };
}
