import type { PlaceFacts, RequirementFacts } from '../../../model/facts.ts';
import type { FilePath, Position } from '../../../model/position.ts';
import { contains } from '../../../model/position.ts';
import type { DocumentContext } from './readDocument.ts';
import { readDocument } from './readDocument.ts';
import { documentPart } from '../../carriers/markdown/documentPart.ts';

/**
 * What `readDocument` finds at one place. Where a reference of its own section counts, the rest of the document could
 * only say that the id of the section is another's; that is looked for, and all of it read if in doubt.
 */
export function readDocumentAt(path: FilePath, text: string, context: DocumentContext, position: Position): PlaceFacts {
  const part = documentPart(text, position.line);
  const own = part && coversAt(path, part.text, context, position);
  const isSure = own?.idRange ? !part?.mayDefineElsewhere(own.localId) : own !== undefined;
  const covers = isSure ? own?.covers : coversAt(path, text, context, position)?.covers;
  return { references: covers ?? [], invalidWaivers: [] };
}

/** The requirement whose `**Covers**` has a reference at a position. */
function coversAt(path: FilePath, text: string, context: DocumentContext, position: Position): RequirementFacts | undefined {
  return readDocument(path, text, context).requirements.find(({ covers }) => covers.some(({ range }) => contains(range, position)));
}
