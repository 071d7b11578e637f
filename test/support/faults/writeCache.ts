import { openProject } from '../../../src/workspace/openProject.ts';
import { pictureOf } from './picture.ts';

/* Opens a folder with a cache and prints what is in it, in a process that may be given little room: `node writeCache.cjs FOLDER CACHE`. */

const [root = '', cacheFolder = ''] = process.argv.slice(2);
void openProject(root, { today: '2026-11-21', cacheFolder }).then((project) => process.stdout.write(JSON.stringify(pictureOf(project))));
