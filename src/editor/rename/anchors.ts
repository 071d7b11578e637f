import { parseMarkdown } from '../../formats/carriers/markdown/parseMarkdown.ts';
import { sectionsOf } from '../../formats/carriers/markdown/sections.ts';
import type { IndexView } from '../../index/view.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { FilePath } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import { splitLines } from '../../text/lines.ts';
import { decodePercent } from '../../text/percent.ts';
import { applyEdits, editsByFile } from '../edits.ts';
import { linkedFile } from '../navigation/documentLinks.ts';
import type { TextOf } from './renameCheck.ts';

/** Anchors of headings as they are, each with what it is after some edits, where that is another one. */
type Moved = ReadonlyMap<string, string>;

/**
 * Edits may change headings and with them their anchors: `## REQ-1: Pay` is `#req-1-pay`. What has to be written again for links to lead there still:
 * their fragments in tables of contents, in text, in definitions of links and in tags, `[pay](#req-1-pay)`, `<a href="pay.md#req-1-pay">`.
 */
export async function anchorEdits(view: IndexView, edits: readonly TextEdit[], textOf: TextOf): Promise<readonly TextEdit[]> {
  const moved = new Map<FilePath, Moved>();
  for (const [path, ofFile] of editsByFile(edits)) {
    if (!['document', 'prose'].includes(view.facts(path)?.role ?? '')) continue;
    const text = await textOf(path);
    const anchors = text === undefined ? undefined : movedAnchors(text, applyEdits(text, ofFile));
    if (anchors && anchors.size > 0) moved.set(path, anchors);
  }
  if (moved.size === 0) return [];
  return [...view.files.keys()].flatMap((path) => linkEdits(view, path, moved));
}

function movedAnchors(before: string, after: string): Moved {
  const [were, are] = [anchorsOf(before), anchorsOf(after)];
  if (were.length !== are.length) return new Map();
  return new Map(were.flatMap((anchor, at) => (anchor === '' || anchor === are[at] ? [] : [[anchor, are[at] ?? anchor] as const])));
}

function anchorsOf(text: string): readonly string[] {
  return sectionsOf(parseMarkdown(splitLines(text))).map(({ slug }) => slug);
}

function linkEdits(view: IndexView, path: FilePath, moved: ReadonlyMap<FilePath, Moved>): TextEdit[] {
  return (view.facts(path)?.links ?? []).flatMap((link): TextEdit[] => {
    const {
      target,
      range: { start, end },
    } = link;
    const at = target.indexOf('#');
    // A target that is written with escapes is not the text that is there.
    if (at < 0 || start.line !== end.line || end.character - start.character !== target.length) return [];
    const file = at === 0 ? path : linkedFile(view, link, path);
    const written = target.slice(at + 1);
    const anchor = decodePercent(written);
    const now = file === undefined ? undefined : moved.get(file)?.get(anchor.toLowerCase());
    if (now === undefined) return [];
    const newText = written === anchor ? now : encodeURIComponent(now);
    return [{ path, range: rangeAt(start.line, start.character + at + 1, end.character), newText }];
  });
}
