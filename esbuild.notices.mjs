import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The notices of all packages that are bundled, which their licences ask for: name, version, licence and its whole text, in order of names.
 *
 * @param {Pick<import('esbuild').Metafile, 'inputs'>} metafile what went into the programs
 * @returns {string}
 * @throws where a package has no licence that can be told.
 */
export function noticesOf({ inputs }) {
  const folders = new Set(
    Object.keys(inputs).flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file.replaceAll('\\', '/')) ?? []),
  );
  const notices = [...folders].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const rule = '-'.repeat(80);
  return ['ReqTrace contains parts of these packages.\n', ...notices.map(({ name, text }) => `${rule}\n${name}\n\n${text}\n`)].join('\n');
}

/**
 * @param {string} folder `node_modules/yaml`
 * @returns {{ name: string, text: string }}
 */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^(?:licen[cs]e|copying)(?:[.-]|$)/iu.test(entry) && existsSync(path.join(folder, entry)));
  if (typeof license !== 'string') throw new Error(`${folder} names no licence`);
  const holder = typeof author === 'string' ? author : author?.name;
  const text = file
    ? readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
    : `Copyright (c) ${holder}\n\n${standardText(license, folder)}`;
  return { name: `${name} ${version} (${license})`, text };
}

/** Texts of licences that packages name without bringing them along, as https://spdx.org/licenses has them, without the line of the copyright. */
const STANDARD_TEXTS = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN
CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"),
to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.`,
};

/**
 * @param {string} license
 * @param {string} folder
 */
function standardText(license, folder) {
  const text = Object.entries(STANDARD_TEXTS).find(([name]) => name === license)?.[1];
  if (text === undefined) throw new Error(`${folder} brings no text of its licence, ${license}`);
  return text;
}
