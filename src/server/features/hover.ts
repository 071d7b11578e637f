import * as l10n from '@vscode/l10n';
import type { Hover, TextDocumentPositionParams } from 'vscode-languageserver';
import { MarkupContent } from 'vscode-languageserver';
import { configurationHover } from '../../editor/configuration/hover.ts';
import { hover as hoverAt, hoverInLine } from '../../editor/hover/hover.ts';
import { comparisonMarkdown, pinnedText, staleAt } from '../../editor/hover/pinnedText.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { link } from '../../editor/hover/markdown.ts';
import { plainOf } from '../../editor/hover/plainOf.ts';
import { itemsOf, subjectAt } from '../../editor/subject.ts';
import { withParts } from '../../model/item.ts';
import type { Position } from '../../model/position.ts';
import type { ItemAddress } from '../protocol.ts';
import type { Feature } from '../feature.ts';
import { guarded } from '../guarded.ts';
import type { FilePlace } from '../placeOf.ts';
import { placeOf } from '../placeOf.ts';
import type { Session } from '../session.ts';
import { isUntitled } from '../uris.ts';

/** What a reference, a definition or a key of reqtrace.yaml means, at the mouse. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    const { connection, folders, log } = session;
    connection.onHover(
      session.notebooks.answered(
        guarded('hover', log, async ({ textDocument: { uri }, position }: TextDocumentPositionParams, token) => {
          if (isUntitled(uri)) return forClient(session, untitledHover(session, uri, position));
          const place = await placeOf(folders, uri, token, 'early');
          const found = place && hoverAt(place.view, place.path, position, place.folder.uriOf);
          if (found) return forClient(session, await withOldText(session, withRuns(session, found, place, position), place, position));
          const configuration = place?.path === CONFIGURATION_FILE ? await place.folder.text(place.path) : undefined;
          return configuration === undefined ? null : forClient(session, configurationHover(configuration, position));
        }),
      ),
    );
  },
};

/** As plain text for a client that does not show Markdown. */
function forClient({ client }: Session, found: Hover | null): Hover | null {
  if (!found || client.abilities.markdown.hover || !MarkupContent.is(found.contents)) return found;
  return { ...found, contents: { kind: 'plaintext', value: plainOf(found.contents.value) } };
}

/** A text that was never saved is in no index; it counts as one of the first folder. */
function untitledHover({ documents, folders }: Session, uri: string, position: Position): Hover | null {
  const folder = folders.all[0];
  const { line } = position;
  const text = documents.get(uri)?.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const { early, reading, uriOf } = folder ?? {};
  return early && reading && uriOf && text !== undefined ? hoverInLine(early, reading.ids, text, position, uriOf) : null;
}

/** Adds to the hover of what has tests a way to run them, for clients that follow it. */
function withRuns({ client }: Session, found: Hover, { view, path, folder }: FilePlace, position: Position): Hover {
  const { runTests, debugTests } = client.commands;
  const subject = client.commandLinks ? subjectAt(view, path, position) : undefined;
  const [item, ...others] = subject ? itemsOf(subject) : [];
  const isTested = item && withParts(item).some(({ key }) => view.coverage(key).links.some(({ is }) => is === 'verifies'));
  if (!isTested || others.length > 0 || !MarkupContent.is(found.contents)) return found;
  const asked = encodeURIComponent(JSON.stringify([{ folder: folder.uri, key: item.key } satisfies ItemAddress]));
  const links = [
    ...(runTests === undefined ? [] : [link(l10n.t('Run Tests'), `command:${runTests}?${asked}`)]),
    ...(debugTests === undefined ? [] : [link(l10n.t('Debug Tests'), `command:${debugTests}?${asked}`)]),
  ];
  if (links.length === 0) return found;
  const { contents } = found;
  return { ...found, contents: { ...contents, value: `${contents.value}\n\n${links.join(' · ')}` } };
}

/** Adds to the hover of a stale link what it was pinned to, where git knows. */
async function withOldText(session: Session, found: Hover, { view, path, folder }: FilePlace, position: Position): Promise<Hover> {
  const stale = staleAt(view, path, position);
  const before = stale && (await session.oldTexts.findSoon(folder, stale.item, stale.pin));
  if (before === undefined || !stale || !MarkupContent.is(found.contents)) return found;
  const { contents } = found;
  return { ...found, contents: { ...contents, value: `${comparisonMarkdown(before, pinnedText(stale.item))}\n\n${contents.value}` } };
}
