import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS, CONTEXT_KEYS, SETTING_NAMES, VIEW } from '../../src/extension/contributions.ts';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly contributes: {
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
  };
}

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifestText = read('package.json');
const { contributes } = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;
const menuItems = Object.values(contributes.menus).flat();
const conditions = [
  ...menuItems.map((item) => item.when),
  ...contributes.commands.map((command) => command.enablement),
  ...contributes.viewsWelcome.map((welcome) => welcome.when),
].filter((condition) => condition !== undefined);

const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort();

describe('package.json and the code of the extension', () => {
  it('have the same commands', () => {
    assert.deepEqual(sorted(contributes.commands.map((each) => each.command)), sorted(COMMANDS));
  });

  it('have the same view', () => {
    const containers = contributes.viewsContainers.activitybar.map((container) => container.id);
    assert.deepEqual(Object.keys(contributes.views), containers);
    assert.deepEqual(Object.values(contributes.views).flat().map((view) => view.id), [VIEW]);
    assert.deepEqual(sorted(contributes.viewsWelcome.map((welcome) => welcome.view)), [VIEW]);
  });

  it('have the same settings, each with a default', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(sorted(Object.keys(properties)), sorted(SETTING_NAMES));
    assert.deepEqual(Object.keys(properties).filter((name) => properties[name]?.default === undefined), []);
  });

  it('have the same context keys', () => {
    const used = conditions.flatMap((condition) => condition.match(/\breqtrace\.\w+/g) ?? []).filter((name) => name !== VIEW);
    assert.deepEqual(sorted(used), sorted(CONTEXT_KEYS));
  });
});

describe('package.json', () => {
  it('puts only its own commands into menus', () => {
    const own = new Set<string>(COMMANDS);
    assert.deepEqual(menuItems.filter((item) => !own.has(item.command)), []);
  });

  it('gives every command the category and none of its titles repeats it', () => {
    assert.deepEqual(contributes.commands.filter((command) => command.category !== 'ReqTrace'), []);
    assert.deepEqual(Object.values(strings).filter((text) => text.startsWith('ReqTrace: ')), []);
  });

  it('keeps commands that need a row out of the palette', () => {
    const hidden = (contributes.menus['commandPalette'] ?? []).filter((item) => item.when === 'false').map((item) => item.command);
    const onRows = (contributes.menus['view/item/context'] ?? []).map((item) => item.command);
    assert.deepEqual(onRows.filter((command) => !hidden.includes(command)), []);
  });

  it('shows at most two buttons on a row', () => {
    const inline = (contributes.menus['view/item/context'] ?? []).filter((item) => item.group?.startsWith('inline'));
    assert.ok(inline.length >= 1 && inline.length <= 2, `${inline.length} buttons`);
  });

  it('takes every visible text from package.nls.json, and nothing there is left over', () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual(sorted(used), sorted(Object.keys(strings)));
    assert.deepEqual(contributes.commands.filter((command) => !/^%[\w.]+%$/.test(command.title)), []);
    assert.deepEqual(contributes.viewsWelcome.filter((welcome) => !/^%[\w.]+%$/.test(welcome.contents)), []);
  });

  it('links from its texts only to commands that exist', () => {
    const known = new Set<string>([...COMMANDS, 'vscode.openFolder']);
    const linked = Object.values(strings).flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? ''));
    assert.ok(linked.length > 0);
    assert.deepEqual(linked.filter((command) => !known.has(command)), []);
  });

  it('names icons that are there', () => {
    assert.deepEqual(contributes.viewsContainers.activitybar.filter((container) => !read(container.icon).includes('<svg')), []);
  });
});

describe('the strings of the extension', () => {
  it('are all in the bundle for translators, and nothing there is left over', () => {
    const folder = 'src/extension';
    const files = readdirSync(path.join(root, folder)).map((name) => read(`${folder}/${name}`));
    const calls = files.flatMap((text) => [...text.matchAll(/\bl10n\.t\((?<quote>['"`])(?<text>.*?)\k<quote>/g)]);
    const bundle = JSON.parse(read('l10n/bundle.l10n.json')) as Record<string, string>;
    assert.deepEqual(sorted(calls.map((call) => call.groups?.['text'] ?? '')), sorted(Object.keys(bundle)));
    assert.equal(calls.length, files.join('').split('l10n.t(').length - 1, 'a text that is not written as a literal');
  });
});
