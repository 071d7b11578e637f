import { linkTargets } from '../documentLinks.ts';
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
        return [{ range, message: `The link to ${target} leaves the workspace folder, so readers of the documents cannot follow it` }];
      }
      if (file.leadsSomewhere(targets)) return [];
      return [{ range, message: `The link to ${target} leads nowhere: there is no ${targets.files[0] ?? targets.folder}` }];
    });
  },
};
