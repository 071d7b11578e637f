import type { RequirementFacts } from '../../../../model/facts.ts';
import { collapse, rangeOfLines } from '../../../../text/lines.ts';
import type { ListItem } from '../../../carriers/markdown/blocks.ts';
import type { Section } from '../../../carriers/markdown/sections.ts';
import { criterion, requirement } from '../../../notation/definition.ts';
import { BMAD } from '../ids.ts';
import { textLines } from '../textLines.ts';
import type { TextLine } from '../textLines.ts';

const CAPABILITY = /^(?<id>CAP-\d+(?:\.\d+)*)(?![\p{L}\p{N}_]|-[\p{L}\p{N}])\s*[:.–—-]?\s*/u;

/**
 * The capabilities of a SPEC.md: `- **CAP-1**` with an `**intent:**`, which is what it is about, and a `**success:**`, which is the criterion that a
 * test can decide.
 */
export function readCapabilities(sections: readonly Section[], lines: readonly string[], namespace: string): readonly RequirementFacts[] {
  const lists = sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.type === 'list' ? block.items : []));
  return lists.flatMap((item) => capabilityOf(item, lines, namespace));
}

function capabilityOf(item: ListItem, lines: readonly string[], namespace: string): RequirementFacts[] {
  const [line] = textLines(item.inline);
  const match = line && CAPABILITY.exec(line.text);
  const localId = match?.groups?.['id'];
  if (!line || !match || localId === undefined || !line.lead) return [];
  const fields = [
    ...textLines(item.inline).slice(1),
    ...item.below.flatMap((block) => (block.type === 'list' ? block.items : [])).flatMap((inner) => textLines(inner.inline)),
  ];
  const intent = fieldOf(fields, 'intent');
  const success = fieldOf(fields, 'success');
  const title = collapse(line.text.slice(match[0].length));
  const said = intent?.text ?? '';
  return [
    requirement({
      localId,
      notation: BMAD,
      namespace,
      idRange: line.inline.rangeOf(line.start, line.start + localId.length),
      title: title === '' ? said : title,
      text: title === '' ? '' : said,
      range: rangeOfLines(lines, item.first, item.last, item.column),
      nameRange: line.inline.rangeOf(line.start, line.end),
      criteria: success
        ? [
            criterion({
              localId: 'AC1',
              text: success.text,
              range: success.line.inline.rangeOf(success.line.start, success.line.end),
              nameRange: success.line.inline.rangeOf(success.line.end - success.text.length, success.line.end),
            }),
          ]
        : [],
    }),
  ];
}

function fieldOf(fields: readonly TextLine[], name: string): { readonly text: string; readonly line: TextLine } | undefined {
  const line = fields.find(({ lead }) => lead?.text.toLowerCase() === name);
  const text = line?.lead && line.inline.plain.slice(line.lead.end, line.end).trim();
  return line && text ? { line, text } : undefined;
}
