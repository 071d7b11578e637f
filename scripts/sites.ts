import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HEADING_NAMES, SITE_HEADINGS } from '../test/support/sites/headings.ts';
import { MORE_SITE_LINKS, SITE_LINKS, SITE_NAMES, sitePages } from '../test/support/sites/links.ts';
import { TRIED } from '../test/support/sites/projects.ts';
import type { TriedGenerator } from '../test/support/sites/projects.ts';
import { BUILDERS } from './sites/builders.ts';
import type { Builder } from './sites/builders.ts';

/*
 * `npm run sites -- [NAME...] [--keep]`: has the real generators make a site of the pages that the tables of links and headings are about
 * (`test/support/sites/`), and says which link or anchor of the HTML is another than these tables, and so ReqTrace, say. Those of Debian are
 * run where they are installed: `apt-get install hugo jekyll ruby-jekyll-relative-links ruby-jekyll-redirect-from mkdocs python3-myst-parser python3-sphinx`;
 * the others come from npm, into a temporary folder, which `--keep` leaves behind.
 */

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

type Name = (typeof SITE_NAMES)[number];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'boolean', default: false } } });
const unknown = positionals.filter((name) => !SITE_NAMES.some((one) => one === name));
if (unknown.length > 0) throw new Error(`No such generator: ${unknown.join(', ')}. There are ${SITE_NAMES.join(', ')}.`);
for (const name of SITE_NAMES) if (positionals.length === 0 || positionals.includes(name)) runOne(name, BUILDERS[name], TRIED[name]);

function runOne(name: Name, builder: Builder, tried: TriedGenerator): void {
  const version = builder.packages ? undefined : printed(builder.version);
  if (!builder.packages && version === undefined) return console.log(`${name}: not on this machine`);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `site-${name}-`)));
  const links = linksFor(name, tried);
  try {
    for (const [file, text] of Object.entries(filesFor(name, builder, tried, links))) write(path.join(folder, file), text);
    if (builder.packages) install(folder, builder.packages);
    const [program = '', ...others] = builder.command;
    const ran = spawnSync(program, others, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8, timeout: 600_000, env: surroundings() });
    const out = path.join(folder, builder.out);
    const page = pageOf(out, `${tried.url}/business/product/a`);
    if (page === undefined) return report(`${name}: no site\n${`${ran.stdout}${ran.stderr}`.slice(-3000)}`);
    console.log(`${name}: ${(builder.packages ? printed(builder.version, folder) : version) ?? ''} (table: ${tried.title})`);
    const differences = [...otherLinks(name, builder, out, page, links), ...otherAnchors(name, builder, out, tried)];
    for (const one of differences) report(`  ${one}`);
  } finally {
    if (values.keep) console.log(`${name}: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** Forms of links with what the tables say of them. */
function linksFor(name: Name, { url }: TriedGenerator): readonly (readonly [link: string, expected: string])[] {
  const at = SITE_NAMES.indexOf(name);
  return [
    ...SITE_LINKS.map(([link, results]) => [link.replace('~', url), results.split(' ')[at] ?? ''] as const),
    ...MORE_SITE_LINKS.flatMap(([of, link, result]) => (of === name ? [[link, result] as const] : [])),
  ].filter(([link, expected]) => expected !== '?' && !link.includes('{'));
}

function filesFor(name: Name, builder: Builder, tried: TriedGenerator, links: ReturnType<typeof linksFor>): Record<string, string> {
  const front = '---\ntitle: x\n---\n';
  const written = links.map(([link], at) => `${link.endsWith('.png') ? '!' : ''}[L${at}E](${/[ \\]/u.test(link) ? `<${link}>` : link})\n`);
  const lower = (text: string): string => (builder.untitled ? text.replaceAll(/^#(?= )/gmu, '##').replace(/^=+$/mu, '---') : text);
  const headings = SITE_HEADINGS.map(([text], at) => [`${tried.folder}/headings/h${at}.md`, `${front}\n${lower(text)}\n`] as const);
  const pages = Object.entries(sitePages(name, tried)).map(([file, text]) => [file, text === '' ? ' ' : text] as const);
  return {
    ...Object.fromEntries(pages.filter(([file]) => file !== builder.without)),
    [`${tried.folder}/headings/p.png`]: '',
    [`${tried.folder}/headings/strategy.md`]: `${front}# S\n`,
    [`${tried.folder}/business/product/a.md`]: `${front}# A\n\n${written.join('\n')}`,
    ...Object.fromEntries(headings),
    ...builder.files,
  };
}

function otherLinks(name: Name, { known = {} }: Builder, out: string, page: string, links: ReturnType<typeof linksFor>): string[] {
  const html = readFileSync(page, 'utf8');
  const base = `/${path.relative(out, page).replaceAll('\\', '/')}`;
  // A host without `.html` in its addresses serves `/docs/a`, without a slash behind it.
  const bare = name === 'docusaurus' ? base.replace(/\/index\.html$/u, '') : base;
  return links.flatMap(([link, expected], at) => {
    const href = new RegExp(String.raw`<a\b[^>]*?\bhref="([^"]*)"[^>]*>(?:\s|<[^a/][^>]*>)*L${at}E\b`, 'u').exec(html)?.[1];
    const shown = new RegExp(String.raw`<img\b[^>]*?\bsrc="([^"]*)"[^>]*\balt="L${at}E"`, 'u').exec(html)?.[1];
    const reached = href ?? shown ?? new RegExp(String.raw`<img\b[^>]*\balt="L${at}E"[^>]*?\bsrc="([^"]*)"`, 'u').exec(html)?.[1];
    const real = reached !== undefined && isThere(out, new URL(reached.replaceAll('&amp;', '&'), `http://site${bare}`)) ? '+' : '-';
    const reason = known[link];
    if (real === expected) return reason === undefined ? [] : [`${link}: as in the table now, so ${reason} is not a reason any more`];
    return reason === undefined ? [`${link}: ${real}, in the table ${expected} (${reached ?? 'no link'})`] : [];
  });
}

function otherAnchors(name: Name, { known = {} }: Builder, out: string, tried: TriedGenerator): string[] {
  const column = HEADING_NAMES.findIndex((one) => one === ({ pretty: 'jekyll', html: 'mkdocs' }[name as string] ?? name));
  if (column < 0) return [];
  return SITE_HEADINGS.flatMap(([text, ...anchors], at) => {
    const page = pageOf(out, `${tried.url}/headings/h${at}`);
    const expected = anchors[column] ?? '';
    if (page === undefined) return [`${JSON.stringify(text)}: no page`];
    const html = readFileSync(page, 'utf8');
    const given = expected.split(' | ').map((one) => (one === '(given)' ? (/\{#([\w-]+)/u.exec(text)?.[1] ?? '') : one));
    const missing = given.filter(
      (one) =>
        one !== '' &&
        !html.includes(`id="${one}"`) &&
        !html.includes(`id=${one}>`) &&
        !html.includes(`id="${one.replaceAll('&', '&amp;')}"`),
    );
    const real = Array.from(html.matchAll(/<h[1-6][^>]*\bid="?([^" >]*)/gu), ([, id]) => id).join(' | ');
    return missing.length === 0 || known[text] !== undefined ? [] : [`${JSON.stringify(text)}: ${real}, in the table ${expected}`];
  });
}

/** True where a host that tries `x`, `x.html` and `x/index.html` has something. */
function isThere(out: string, { host, pathname }: URL): boolean {
  // A picture may be within the page.
  if (host === '') return true;
  if (host !== 'site') return false;
  const at = path.join(out, decodeURIComponent(pathname));
  const tried = pathname.endsWith('/') ? [path.join(at, 'index.html')] : [at, `${at}.html`, path.join(at, 'index.html')];
  return tried.some((file) => existsSync(file) && statSync(file).isFile());
}

function pageOf(out: string, url: string): string | undefined {
  return [`${url}.html`, `${url}/index.html`].map((file) => path.join(out, file)).find((file) => existsSync(file));
}

function install(folder: string, packages: readonly string[]): void {
  if (!existsSync(path.join(folder, 'package.json'))) write(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts=false', ...packages], {
    cwd: folder,
    stdio: 'inherit',
  });
}

function printed([program = '', ...others]: readonly string[], cwd?: string): string | undefined {
  const ran = spawnSync(program, others, { encoding: 'utf8', cwd });
  return ran.status === 0 ? ran.stdout.trim().split('\n')[0] : undefined;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, file.endsWith('.png') ? PICTURE : text);
}

/** Without colors, and without telling their makers anything. */
function surroundings(): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: '1', CI: 'true', ASTRO_TELEMETRY_DISABLED: '1', DISABLE_DOCUSAURUS_TELEMETRY: '1', LANG: 'C.UTF-8' };
}

function report(text: string): void {
  console.log(text);
  process.exitCode = 1;
}
