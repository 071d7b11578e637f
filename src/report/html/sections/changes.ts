import { lineOf } from '../../../model/position.ts';
import { say } from '../../../model/message.ts';
import { nameOf } from '../../../query/list.ts';
import type { Entry } from '../../../query/diff/difference.ts';
import type { RuleChange } from '../../../query/diff/rules/ruleChange.ts';
import type { DiffReport } from '../../diff/diffReport.ts';
import { endName, sectionsOf } from '../../diff/diffReport.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { HtmlWords } from '../pageLanguage.ts';

/** The part of the page that says what a branch did: rules that it changed on top, lists that nobody has to look at folded. */
export function changesHtml({ base, head, difference, notes }: DiffReport, html: HtmlWords): string {
  const { rules, doubts } = difference;
  const sections = sectionsOf(difference).map(({ title, entries, isOpen }) => {
    const list = `<ul class="findings">${entries.map(entryHtml).join('\n')}</ul>`;
    return isOpen
      ? `<h3>${html(title)} (${entries.length})</h3>\n${list}`
      : `<details><summary class="title">${html(title)} (${entries.length})</summary>\n${list}\n</details>`;
  });
  const told = [
    ...[...doubts, ...notes].map((doubt) => `<p class="doubt">${escapeHtml(doubt)}</p>`),
    ...(rules.length
      ? [
          `<h3>${html(say('Rules Changed'))} (${rules.length})</h3>\n<ul class="findings">${rules.map((rule) => ruleHtml(rule, html)).join('\n')}</ul>`,
        ]
      : []),
    ...sections,
  ];
  return `<section aria-labelledby="changes">
<h2 id="changes">${html(say('From {0} to {1}', endName(base), endName(head)))}</h2>
${told.length ? told.join('\n') : `<p>${html(say('No requirement changed.'))}</p>`}
</section>`;
}

function ruleHtml({ effect, reason, path, line }: RuleChange, html: HtmlWords): string {
  const at = `${path}:${line + 1}`;
  return `<li>${escapeHtml(reason)} <span class="place">${effect === 'less' ? html(say('asks for less, {0}', at)) : escapeHtml(at)}</span></li>`;
}

function entryHtml({ item, reason }: Entry): string {
  const place = `${item.path}:${lineOf(item.facts.nameRange)}`;
  return `<li><strong>${escapeHtml(item.id)}</strong> ${escapeHtml(nameOf(item))}: ${escapeHtml(reason)} <span class="place">${escapeHtml(place)}</span></li>`;
}
