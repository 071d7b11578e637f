import { readFile } from '../../src/workspace/files/readFile.ts';

/** The text that ReqTrace reads of a file, of a packed one that which stands for it: `textOfFile('examples/notations/sheets/customer/kettle.xlsx')`. */
export function textOfFile(systemPath: string): string {
  const content = readFile(systemPath);
  return content.kind === 'text' ? content.text : '';
}
