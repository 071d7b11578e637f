import { parseDocument } from 'yaml';
import { isRecord } from '../../../text/parsed.ts';
import { tooDeepAt } from './nesting.ts';

/** A mapping that names more than this many aliases is hostile, not metadata. */
const MAX_ALIASES = 100;
/** Metadata is small. */
const MAX_LENGTH = 100_000;

/** The mapping that a YAML text of another tool is, as plain values; empty where it is not one: `title: A` is `{ title: 'A' }`. */
export function looseYaml(text: string): Readonly<Record<string, unknown>> {
  if (text.length > MAX_LENGTH || tooDeepAt(text) !== undefined) return {};
  try {
    const data: unknown = parseDocument(text, { logLevel: 'silent', strict: false, uniqueKeys: false }).toJS({
      maxAliasCount: MAX_ALIASES,
    });
    return isRecord(data) ? data : {};
  } catch {
    return {};
  }
}
