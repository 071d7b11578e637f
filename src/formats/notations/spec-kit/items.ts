import type { Section } from '../../carriers/markdown/sections.ts';
import type { ItemGrammar, Lead } from '../../items/itemGrammar.ts';
import { prefixOf } from '../../items/itemGrammar.ts';

import { isUserScenarios } from '../../items/words/sectionWords.ts';
import { criterionAt, idAt, isOwn, shortStory, storyAt } from './grammar.ts';

const SCENARIO = /^\s*Scenario (?<number>\d{1,3})\s*(?:[:：]|[-–—](?=\s))\s*/u;

/** How the items of a specification are led. */
export const ITEMS: ItemGrammar = {
  notation: 'spec-kit',
  idAt: (text, offset, heading) => (heading || text.startsWith('US', offset) ? storyAt(text, offset) : undefined) ?? idAt(text, offset),
  isOwn,
  isStory: (id) => id.startsWith('US-'),
  criterionAt,
  criterionAliases: (id, number) => (id.startsWith('US-') ? [`${id}.${number}`] : undefined),
  facts(id) {
    const short = shortStory(id);
    return {
      ...(short !== undefined && { aliases: [short] }),
      // An outcome is measured, nobody builds it.
      ...(prefixOf(id) === 'SC' && { needs: ['verifies'] }),
    };
  },
  unnumbered: scenarioLead,
};

/** `### Scenario 1: Boil` below *User Scenarios* is the first story of a specification that numbers none otherwise; its tasks call it `[US1]`. */
function scenarioLead({ heading, parent }: Section): Lead | undefined {
  const plain = heading?.inline.plain ?? '';
  const match = isUserScenarios(parent?.title ?? '') ? SCENARIO.exec(plain) : null;
  const number = match?.groups?.['number'];
  if (!match || number === undefined) return undefined;
  const start = match[0].indexOf('S');
  const end = plain.indexOf(number, start) + number.length;
  return { id: `US-${number}`, start, end, behind: match[0].length, marked: true, separated: true, linked: false, several: false };
}
