import type { Reference } from '../../../model/facts.ts';
import type { Position } from '../../../model/position.ts';
import { contains } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FormatContext } from '../../notation/context.ts';
import { Facts } from '../../notation/factSink.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { Notation } from '../../notation/notation.ts';
import { FILES, heldFile } from './files.ts';
import { criterionAt, isId, normalId, partsOf } from './grammar.ts';
import { noIdLike } from '../../notation/noIdLike.ts';
import { readSpecKitCode } from './readCode.ts';
import { readSpec } from './readSpec.ts';
import { readWork } from './readWork.ts';
import { typing } from './typing.ts';
import { rewritten, write } from './write.ts';

/**
 * spec-kit (GitHub): a folder of a feature, `specs/001-kettle/`, whose `spec.md` defines user stories, functional requirements and success criteria, and
 * whose other files refer to them by `FR-001`, `[US1]`, `US1/AC2`.
 */
export const specKit = {
  name: 'spec-kit',
  files: FILES,
  holds: (path, text) => heldFile(path, text) !== undefined,
  ids: {
    normal: (id) => normalName(id),
    isName(name, type) {
      if (type === 'criterion') return criterionAt(name, 0)?.end === name.length;
      return isId(name) || /^US-?\d{1,9}[a-z]?$/u.test(name);
    },
    noName: noIdLike('FR-001', 'AC-US1-02'),
    typing,
    rewritten,
    parts({ reference: { text, criterion, composed }, resolution }) {
      const isScenario = criterion !== undefined || (resolution?.kind === 'item' && resolution.item.type === 'criterion');
      const { idEnd, criterion: number } = partsOf(text, isScenario);
      if (composed) return undefined;
      return { id: [0, idEnd], ...(number && { criterion: number }) };
    },
  },
  needles: ['User Story', 'user story', 'US-', ...Array.from({ length: 10 }, (_one, digit) => `US${digit}`)],
  readDocument: read,
  readCode: readSpecKitCode,
  readCodeAt(code, position, context) {
    const facts = new Facts(code.path, code.role);
    facts.begin();
    readSpecKitCode(code, facts, context);
    return {
      references: at(
        facts.finish().annotations.map(({ reference }) => reference),
        position,
      ),
      invalidWaivers: [],
    };
  },
  readDocumentAt(document, position, context) {
    const facts = new Facts(document.path, 'document');
    facts.begin();
    read(document, facts, context);
    const { annotations } = facts.finish();
    return {
      references: at(
        annotations.map(({ reference }) => reference),
        position,
      ),
      invalidWaivers: [],
    };
  },
  write,
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink, { ids }: FormatContext): void {
  const { path, text } = document;
  const held = document.part === undefined ? heldFile(path, text) : undefined;
  const part = document.part ?? held?.part ?? 'design';
  const namespace = document.namespace ?? held?.namespace ?? path;
  facts.belong({ namespace, part });
  facts.document({ documentKey: path.replace(/\.md$/u, '') });
  if (part === 'spec') readSpec(document, namespace, { distance: held?.distance ?? 0, byTitle: true }, facts, ids);
  else readWork(document, part, facts, ids);
}

function normalName(name: string): string {
  const criterion = criterionAt(name, 0);
  return criterion?.end === name.length ? `AC${criterion.number}` : normalId(name);
}

function at(references: readonly Reference[], position: Position): readonly Reference[] {
  return references.filter(({ range }) => contains(range, position));
}
