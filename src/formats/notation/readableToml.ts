import { say } from '../../model/message.ts';
import { rangeAt } from '../../model/position.ts';
import type { CarriedDocument } from '../carried/carriedDocument.ts';
import { tomlTables } from '../carriers/toml/tomlTables.ts';
import type { TomlTable } from '../carriers/toml/tomlTables.ts';
import type { FactSink } from './factSink.ts';

/** The tables of a file in TOML; undefined for one that is none, which is told: `readableToml(document, facts) ?? []`. */
export function readableToml(document: CarriedDocument, facts: FactSink): readonly TomlTable[] | undefined {
  const read = tomlTables(document.text);
  if (read.kind !== 'fault') return read.tables;
  const message = say('This file cannot be read as TOML: {0}', read.reason);
  facts.problem({ code: 'skipped-file', range: rangeAt(read.line, 0, (document.lines[read.line] ?? '').length), message, unread: true });
  document.note(read.line, 'problem', () => message);
  return undefined;
}
