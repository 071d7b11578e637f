import { openProject } from '../../../src/workspace/openProject.ts';

/* Opens a folder and prints the most memory that took, in MB, the links to docs/a#REQ-1 and how many files were skipped: `node readFolder.cjs FOLDER`. */

const [root = ''] = process.argv.slice(2);
void openProject(root).then(({ index, skipped }) => {
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(JSON.stringify([maxRSS / 1024, index.referencesTo('docs/a#REQ-1').length, skipped.length]));
});
