import path from 'node:path';
import { addNotation } from './notation/addNotation.ts';

/*
 * `npm run notation -- NAME`: adds a notation that reads what the template does. Replace what it reads, and its page, by what people write; the tests
 * of pages (`npx mocha test/docs`) say what is read of each example, and write it with UPDATE_GOLDEN=1.
 */

const [name] = process.argv.slice(2);
if (name === undefined) throw new Error('Give a name: npm run notation -- spec-kit');
for (const file of addNotation(path.resolve(import.meta.dirname, '..'), name)) console.log(file);
console.log('Next: say what it reads, show it on its page, and run npx mocha test/docs test/formats');
