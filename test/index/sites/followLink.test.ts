import assert from 'node:assert/strict';
import { followLink } from '../../../src/index/sites/followLink.ts';
import { SiteIndex } from '../../../src/index/sites/siteIndex.ts';
import { MORE_SITE_LINKS, SITE_LINKS, SITE_NAMES, sitePages } from '../../support/sites/links.ts';
import { siteProject, TRIED } from '../../support/sites/projects.ts';
import type { TriedGenerator } from '../../support/sites/projects.ts';

describe('A link is followed as on the site that is made of the documents', () => {
  for (const [at, name] of SITE_NAMES.entries()) {
    const tried: TriedGenerator = TRIED[name];
    const files = sitePages(name, tried);
    const index = siteProject(files);
    const sites = new SiteIndex(index.configuration.sites ?? [], {
      files: { roles: index.files, has: (path) => index.files.has(path) },
      facts: (path) => index.facts(path),
    });
    const questions = { exists: (path: string) => index.files.has(path), asks: () => undefined };
    const rows = [
      ...SITE_LINKS.map(([link, results]) => [link.replace('~', tried.url), results.split(' ')[at]] as const),
      ...MORE_SITE_LINKS.filter(([of]) => of === name).map(([, link, result]) => [link, result] as const),
    ];
    for (const [link, expected] of rows) {
      // @verifies RT-1.6/AC1~77d8dd
      it(`${tried.title}: ${link} ${expected}`, () => {
        const followed = followLink(sites, `${tried.folder}/business/product/a.md`, { target: link }, questions);
        assert.equal(followed && { page: '+', file: '+', dead: '-', unknown: '?' }[followed.kind], expected);
      });
    }
  }
});
