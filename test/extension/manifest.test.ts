import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  AGENT_TOOLS,
  CLIENT_SETTINGS,
  COMMANDS,
  CONTEXT_KEYS,
  INTERNAL_COMMANDS,
  LIBRARY_SETTINGS,
  MATRIX_PANEL,
  REVIEW_VIEW,
  SERVER_SETTINGS,
  VIEW,
  WALKTHROUGH,
} from '../../src/extension/contributions.ts';
import { READING_TOOLS } from '../../src/agents/readingTools.ts';
import { inputSchema } from '../../src/agents/tool.ts';
import { STATUSES } from '../../src/model/status.ts';
import { DEFAULT_SETTINGS, settingsFrom } from '../../src/server/client/settings.ts';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Setting {
  readonly type: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly order?: number;
  readonly scope?: string;
  readonly markdownDescription?: string;
}

interface WalkthroughStep {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface LanguageModelTool {
  readonly name: string;
  readonly displayName: string;
  readonly modelDescription: string;
  readonly when: string;
  readonly inputSchema: { readonly properties: Readonly<Record<string, unknown>> };
}

interface Manifest {
  readonly contributes: {
    readonly languageModelTools: readonly LanguageModelTool[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly colors: readonly { readonly id: string; readonly description: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly snippets: readonly { readonly language?: string; readonly path: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly WalkthroughStep[] }[];
  };
}

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifestText = read('package.json');
const { contributes } = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;
const menuItems = Object.values(contributes.menus).flat();
const settings: Readonly<Record<string, Setting>> = Object.assign({}, ...contributes.configuration.map((group) => group.properties));
const conditions = [
  ...contributes.keybindings.map((each) => each.when),
  ...menuItems.map((item) => item.when),
  ...contributes.commands.map((command) => command.enablement),
  ...contributes.viewsWelcome.map((welcome) => welcome.when),
  ...contributes.languageModelTools.map((tool) => tool.when),
].filter((condition) => condition !== undefined);

const sources = readdirSync(path.join(root, 'src/extension'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`src/extension/${name}`));

const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort();

describe('package.json and the code of the extension', () => {
  // @verifies RT-7.4/AC1~221d96
  it('have the same commands', () => {
    assert.deepEqual(sorted([...contributes.commands.map((each) => each.command), ...INTERNAL_COMMANDS]), sorted(COMMANDS));
  });

  it('have the same views', () => {
    const containers = contributes.viewsContainers.activitybar.map((container) => container.id);
    assert.deepEqual(Object.keys(contributes.views), containers);
    assert.deepEqual(
      Object.values(contributes.views)
        .flat()
        .map((view) => view.id),
      [VIEW, REVIEW_VIEW],
    );
    assert.deepEqual(sorted(contributes.viewsWelcome.map((welcome) => welcome.view)), [VIEW, REVIEW_VIEW]);
  });

  // @verifies RT-7.4/AC2~563b2c
  it('have the same settings', () => {
    assert.deepEqual(sorted(Object.keys(settings)), sorted([...CLIENT_SETTINGS, ...SERVER_SETTINGS, ...LIBRARY_SETTINGS]));
  });

  it("both mean every setting: the client reads its own, the server gives up its default for a user's choice", () => {
    const unread = CLIENT_SETTINGS.filter((name) => !sources.some((text) => text.includes(`readSetting('${name}'`)));
    assert.deepEqual(unread, []);
    for (const name of SERVER_SETTINGS) {
      const path = name.split('.').slice(1);
      const other = settings[name]?.enum?.find((word) => word !== settings[name]?.default) ?? settings[name]?.default !== true;
      const sent = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), other);
      assert.notDeepEqual(settingsFrom(sent), DEFAULT_SETTINGS, name);
      const same = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), settings[name]?.default);
      assert.deepEqual(settingsFrom(same), DEFAULT_SETTINGS, name);
    }
  });

  it('have the same colours', () => {
    assert.deepEqual(
      sorted(contributes.colors.map((each) => each.id)),
      sorted([...STATUSES, 'unresolved'].map((name) => `reqtrace.${name}`)),
    );
  });

  // @verifies RT-7.8/AC3~4b750d
  it('have the tools of the server for agents, only where that cannot run', () => {
    assert.deepEqual(
      READING_TOOLS.map(({ name }) => name),
      AGENT_TOOLS,
    );
    assert.deepEqual(
      contributes.languageModelTools.map(({ name, modelDescription, when, inputSchema: { properties, ...schema } }) => {
        const { folder, ...others } = properties;
        return { name, modelDescription, when, schema: { ...schema, properties: others }, folder: folder !== undefined };
      }),
      READING_TOOLS.map((tool) => ({
        name: `reqtrace_${tool.name}`,
        modelDescription: tool.description,
        when: 'reqtrace.agentTools',
        schema: inputSchema(tool),
        folder: true,
      })),
    );
  });

  it('have the same context keys', () => {
    const used = conditions
      .flatMap((condition) => condition.match(/\breqtrace\.\w+/g) ?? [])
      .filter((name) => ![VIEW, REVIEW_VIEW, MATRIX_PANEL].includes(name));
    assert.deepEqual(sorted(used), sorted(CONTEXT_KEYS));
  });
});

describe('package.json', () => {
  it('puts only its own commands into menus', () => {
    const own = new Set<string>(COMMANDS);
    assert.deepEqual(
      menuItems.filter((item) => !own.has(item.command)),
      [],
    );
  });

  it('gives every command the category and none of its titles repeats it', () => {
    assert.deepEqual(
      contributes.commands.filter((command) => command.category !== 'ReqTrace'),
      [],
    );
    assert.deepEqual(
      Object.values(strings).filter((text) => text.startsWith('ReqTrace: ')),
      [],
    );
  });

  it('keeps commands that need a row out of the palette', () => {
    const hidden = (contributes.menus['commandPalette'] ?? []).filter((item) => item.when === 'false').map((item) => item.command);
    const buttons = (contributes.menus['view/item/context'] ?? [])
      .filter((item) => item.group?.startsWith('inline'))
      .map((item) => item.command);
    assert.deepEqual(
      buttons.filter((command) => !hidden.includes(command)),
      [],
    );
  });

  it('has few settings, in groups, each with a type, a default, a place, a scope and words', () => {
    assert.ok(Object.keys(settings).length <= 15, `${Object.keys(settings).length} settings`);
    const whole = (each: Setting): boolean =>
      each.default !== undefined &&
      each.order !== undefined &&
      each.scope !== undefined &&
      /^%[\w.]+%$/.test(each.markdownDescription ?? '');
    assert.deepEqual(
      Object.keys(settings).filter((name) => !whole(settings[name] as Setting)),
      [],
    );
    for (const { title, properties } of contributes.configuration) {
      assert.match(title, /^%[\w.]+%$/);
      const orders = Object.values(properties).map((each) => each.order);
      assert.equal(new Set(orders).size, orders.length, `${title} has two settings at one place`);
    }
  });

  it('binds keys only to its own commands, and only where they make sense', () => {
    assert.deepEqual(
      contributes.keybindings.filter(({ command, when }) => !(COMMANDS as readonly string[]).includes(command) || when === ''),
      [],
    );
    const keys = contributes.keybindings.map((each) => each.key);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('gives each colour a value in every kind of theme', () => {
    assert.deepEqual(
      contributes.colors.filter(({ defaults }) => Object.keys(defaults).sort().join() !== 'dark,highContrast,highContrastLight,light'),
      [],
    );
  });

  it('has snippets that name what they write in a comment of the language', () => {
    for (const { path: file, language } of contributes.snippets) {
      const snippets = JSON.parse(read(file)) as Record<
        string,
        { prefix: string | string[]; body: string | string[]; scope?: string; description: string }
      >;
      for (const [name, { prefix, body, scope, description }] of Object.entries(snippets)) {
        assert.ok([prefix].flat().some((each) => each.startsWith('req-')) && description !== '', name);
        if (language === undefined) {
          assert.ok(scope !== undefined && scope !== '', `${name} would be proposed everywhere`);
          assert.match([body].flat().join('\n'), /^\$(LINE_COMMENT|BLOCK_COMMENT_START) @(implements|verifies|waives) /, name);
        }
      }
    }
  });

  it('has a walkthrough of four steps, each with a picture for every theme, words for it, and an end that can be reached', () => {
    const [walkthrough, ...others] = contributes.walkthroughs;
    assert.deepEqual([walkthrough?.id, walkthrough?.steps.length, others], [WALKTHROUGH, 4, []]);
    for (const { id, media, completionEvents, description } of walkthrough?.steps ?? []) {
      const picture = read(media.svg);
      assert.match(media.altText, /^%[\w.]+%$/);
      // Colours of the theme and no others.
      assert.deepEqual(picture.match(/(?:fill|stroke)="(?!none|var\(--vscode-)[^"]*"/g) ?? [], [], media.svg);
      const linked = [...(strings[description.slice(1, -1)] ?? '').matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? '');
      const ends = completionEvents.map((event) => event.replace(/^onCommand:/, '').replace(/^onView:(.*)$/, '$1.focus'));
      assert.ok(
        ends.some((end) => linked.includes(end)),
        `step ${id}`,
      );
    }
  });

  it('shows at most two buttons on a row', () => {
    const inline = (contributes.menus['view/item/context'] ?? []).filter((item) => item.group?.startsWith('inline'));
    for (const view of ['reqtrace.requirements', 'reqtrace.review']) {
      const buttons = inline.filter((item) => item.when?.startsWith(`view == ${view} `)).length;
      assert.ok(buttons >= 1 && buttons <= 2, `${buttons} buttons in ${view}`);
    }
  });

  it('takes every visible text from package.nls.json, and nothing there is left over', () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual(sorted(used), sorted(Object.keys(strings)));
    assert.deepEqual(
      contributes.commands.filter((command) => !/^%[\w.]+%$/.test(command.title)),
      [],
    );
    assert.deepEqual(
      contributes.viewsWelcome.filter((welcome) => !/^%[\w.]+%$/.test(welcome.contents)),
      [],
    );
  });

  it('links from its texts only to commands that exist', () => {
    const known = new Set<string>([...COMMANDS, 'vscode.openFolder', 'workbench.trust.manage', `${VIEW}.focus`]);
    const linked = Object.values(strings).flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? ''));
    assert.ok(linked.length > 0);
    assert.deepEqual(
      linked.filter((command) => !known.has(command)),
      [],
    );
  });

  it('names icons that are there', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.filter((container) => !read(container.icon).includes('<svg')),
      [],
    );
  });
});
