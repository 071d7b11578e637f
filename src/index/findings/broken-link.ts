import { linkTargets } from '../references/documentLinks.ts';
import { say } from '../../model/message.ts';
import type { FindingRule } from './rule.ts';

/** `[the plan](../strategy/overview)` in a document that defines requirements, where no such page exists. */
export const brokenLink: FindingRule = {
  code: 'broken-link',
  check: (file) => {
    if (file.requirements.length === 0) return [];
    return file.facts.links.flatMap(({ target, range }) => {
      const targets = linkTargets(target, file.path, file.configuration.siteRoot);
      if (targets.kind === 'elsewhere') return [];
      if (targets.kind === 'outside') {
        return [
          { range, message: say('The link to {0} leaves the workspace folder, so readers of the documents cannot follow it', target) },
        ];
      }
      if (file.leadsSomewhere(targets)) return [];
      return [{ range, message: say('The link to {0} leads nowhere: there is no {1}', target, targets.files[0] ?? targets.folder) }];
    });
  },
};
