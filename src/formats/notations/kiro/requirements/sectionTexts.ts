import type { Attribute } from '../../../../model/facts.ts';
import type { Section } from '../../../carriers/markdown/sections.ts';

/** The words of its paragraphs. */
export function proseOf({ blocks }: Section): string {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph').map(({ inline }) => inline.plain);
  return paragraphs.join(' ').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** What a requirement without a title is about: its user story. */
export function storyOf(section: Section): string | undefined {
  return attributesOf(section)[0]?.value.replaceAll(/\s+/gu, ' ');
}

/** `**User Story:** As a visitor, …` and its like. */
export function attributesOf({ blocks }: Section): readonly Attribute[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    const { plain, strong, rangeOf } = block.inline;
    const name = strong[0]?.start === 0 ? plain.slice(0, strong[0].end) : '';
    const behind = plain.slice(name.length);
    const value = behind.replace(/^\s*[:：]/u, '').trim();
    const isNamed = name !== '' && value !== '' && (/[:：]\s*$/u.test(name) || /^\s*[:：]/u.test(behind));
    if (!isNamed || value.includes('\n')) return [];
    return [{ name: name.replace(/\s*[:：]\s*$/u, ''), value, range: rangeOf.call(block.inline, 0, plain.length) }];
  });
}
