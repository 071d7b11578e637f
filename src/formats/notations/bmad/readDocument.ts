import type { Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { readCapabilities } from './requirements/capabilities.ts';
import { coverageIn, linesOf } from './requirements/coverage.ts';
import { referenceOf } from './ids.ts';
import { kindOf, namespaceOf, partOf, stemOf, storyNumberOf } from './layout.ts';
import type { Kind } from './layout.ts';
import { linksIn, readMentions, Taken } from './mentions.ts';
import { isMapping, leadingId, readRequirements } from './requirements/requirements.ts';
import { readStories, readStoryFile, readWork } from './stories/stories.ts';
import type { FoundStory, StoryDocument } from './stories/stories.ts';
import { readTasks } from './stories/tasks.ts';
import { textLines } from './textLines.ts';
import { itemName } from '../../../model/keys.ts';

/** How far from the work each kind of document is; of two that say one thing, the nearer one counts. */
const DISTANCE: Readonly<Record<'requirements' | 'stories', Partial<Record<Kind, number>>>> = {
  requirements: { 'prd shard': 1, prd: 2, 'epics shard': 3, epics: 4 },
  stories: { story: 0, work: 0, 'epics shard': 1, 'prd shard': 2, epics: 3, prd: 4 },
};

/** Reads a document of BMAD: what it defines, what its stories and tasks say of that, and what its prose mentions. */
export function readDocument(document: CarriedDocument, facts: FactSink, { ids }: FormatContext): void {
  new DocumentReader(document, facts).read((blocks, taken, mention) => readMentions(blocks, taken, ids, mention));
}

class DocumentReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #kind: Kind;
  readonly #namespace: string;
  readonly #scope: string | undefined;
  readonly #taken = new Taken();

  constructor(document: CarriedDocument, facts: FactSink) {
    this.#document = document;
    this.#facts = facts;
    this.#kind = kindOf(document.path);
    this.#namespace = namespaceOf(document.path);
    this.#scope = scopeOf(document);
  }

  read(prose: (blocks: readonly Block[], taken: Taken, mention: (reference: Reference) => void) => void): void {
    const { path, markdown, text } = this.#document;
    const names = this.#kind === 'story' || this.#kind === 'work' ? namedFiles(text) : [];
    this.#facts.document({ documentKey: path.replace(/\.[^./]+$/u, '') });
    this.#facts.belong({ namespace: this.#namespace, part: partOf(path), ...(names.length > 0 && { names }) });
    this.#define();
    this.#plan();
    prose(markdown.blocks, this.#taken, (reference) => this.#mention(reference));
    for (const link of linksIn(markdown.blocks)) {
      this.#note(link.range, 'link', say('Link to {0}', link.target));
      this.#facts.link(link);
    }
  }

  #define(): void {
    const { path, markdown, lines } = this.#document;
    switch (this.#kind) {
      case 'prd':
      case 'prd shard':
      case 'epics':
      case 'epics shard':
        this.#requirements();
        for (const story of readStories(this.#stories())) this.#story(story);
        return;
      case 'story':
      case 'work': {
        const title = titleOf(this.#document);
        const story =
          readStoryFile(this.#stories(), storyNumberOf(path), title) ??
          (this.#kind === 'work' ? readWork(this.#stories(), stemOf(path), title) : undefined);
        if (story) this.#story(story);
        else
          this.#document.note(0, 'nothing', () => say('A file named after a story that has neither its heading nor acceptance criteria'));
        return;
      }
      case 'capabilities':
        for (const capability of readCapabilities(sectionsOf(markdown), lines, this.#namespace)) {
          this.#take(capability.idRange);
          this.#note(capability.nameRange, 'requirement', say('Capability {0}', capability.localId));
          this.#facts.define(capability);
        }
        return;
      case 'papers':
    }
  }

  #stories(): StoryDocument {
    const { markdown, lines } = this.#document;
    const distance = DISTANCE.stories[this.#kind] ?? 0;
    return { lines, blocks: markdown.blocks, namespace: this.#namespace, distance, scope: this.#scope };
  }

  #requirements(): void {
    const { markdown, lines } = this.#document;
    const isEpics = this.#kind === 'epics' || this.#kind === 'epics shard';
    const { defined, twice } = readRequirements(sectionsOf(markdown), lines, {
      namespace: isEpics ? (this.#scope ?? this.#namespace) : this.#namespace,
      distance: DISTANCE.requirements[this.#kind] ?? 0,
      strict: isEpics,
    });
    for (const one of defined) {
      this.#take(one.idRange);
      this.#note(
        one.nameRange,
        'requirement',
        isEpics ? say('{0}, taken over from the product requirements', one.localId) : say('Requirement {0}', one.localId),
      );
      for (const { nameRange, localId } of one.criteria) this.#note(nameRange, 'criterion', say('Criterion {0}/{1}', one.localId, localId));
      this.#facts.define(one);
    }
    // A list of epics gives what it takes over in its own words, once for all and once for an epic.
    if (!isEpics) for (const { localId, range } of twice) this.#twice(localId, range);
  }

  #story({ facts, twice }: FoundStory): void {
    const { localId, idRange, nameRange, criteria, covers } = facts;
    if (this.#defined.has(localId)) {
      this.#again(facts);
      return;
    }
    this.#defined.set(localId, facts.title);
    this.#take(idRange);
    for (const criterion of criteria) this.#take(criterion.idRange);
    for (const reference of covers) {
      this.#take(reference.range);
      this.#note(reference.range, 'annotation', say('Covers {0}', reference.id));
    }
    this.#note(nameRange, 'requirement', facts.implicit ? say('A piece of work with acceptance criteria') : say('Story {0}', localId));
    for (const criterion of criteria) this.#note(criterion.nameRange, 'criterion', say('Criterion {0}/{1}', localId, criterion.localId));
    this.#facts.define(facts);
    for (const one of twice) this.#twice(one.localId, one.range);
  }

  readonly #defined = new Map<string, string>();

  /** A second heading of a story discusses it, unless its title is another one. */
  #again({ localId, title, idRange, nameRange }: FoundStory['facts']): void {
    const range = idRange ?? nameRange;
    const before = this.#defined.get(localId) ?? '';
    const length = Math.min(12, before.length, title.length);
    if (before.slice(0, length).toLowerCase() === title.slice(0, length).toLowerCase()) return;
    this.#take(range);
    this.#twice(localId, range);
  }

  #twice(localId: string, range: Range): void {
    const message = say('{0} is defined twice in this document. Renumber the second definition', localId);
    this.#note(range, 'problem', say('A second {0}', localId));
    this.#facts.problem({ code: 'duplicate-id', range, message });
  }

  /** What lines and tasks outside of definitions say of requirements and criteria. */
  #plan(): void {
    const { markdown } = this.#document;
    const around = { scope: this.#scope };
    for (const line of linesOf(markdown.blocks)) {
      const coverage = coverageIn(line, around);
      if (coverage?.unread) this.#unread(line.inline.rangeOf(coverage.unread.start, coverage.unread.end));
      for (const reference of coverage?.references ?? []) if (!this.#taken.has(reference.range)) this.#planned(reference);
    }
    if (this.#kind === 'epics' || this.#kind === 'epics shard') this.#coverageMap();
    const story = this.#storyOfFile();
    if (story === undefined || (this.#kind !== 'story' && this.#kind !== 'work')) return;
    readTasks(tasksIn(markdown.blocks), story, {
      plan: ({ reference, done }) => this.#planned(reference, done),
      unread: (range) => this.#unread(range),
    });
  }

  #storyOfFile(): string | undefined {
    const [localId] = this.#defined.keys();
    return localId?.startsWith('STORY-') ? localId.slice('STORY-'.length) : undefined;
  }

  /** `FR1: Epic 1 - boiling` below the heading of a coverage map, as lines or as rows. */
  #coverageMap(): void {
    for (const { title, blocks } of sectionsOf(this.#document.markdown)) {
      if (!isMapping(title)) continue;
      const cells = blocks.flatMap((block) => (block.type === 'table' ? block.rows.flatMap((row) => row.cells.slice(0, 1)) : []));
      for (const line of [...linesOf(blocks), ...cells.flatMap(({ inline }) => textLines(inline))]) {
        const found = leadingId(line);
        if (!found) continue;
        const reference = referenceOf(line.inline, found);
        if (!this.#taken.has(reference.range)) this.#planned({ ...reference, ...(this.#scope !== undefined && { scope: this.#scope }) });
      }
    }
  }

  #planned(reference: Reference, done?: boolean): void {
    this.#take(reference.range);
    this.#note(reference.range, 'annotation', say('Plans {0}', itemName(reference)));
    this.#facts.refer({ kind: 'plans', source: 'keyword', reference, ...(done !== undefined && { done }) });
  }

  #mention(reference: Reference): void {
    this.#note(reference.range, 'mention', say('Mentions {0}, if that is a known ID', reference.id));
    this.#facts.mention(this.#scope !== undefined && reference.notation !== undefined ? { ...reference, scope: this.#scope } : reference);
  }

  #unread(range: Range): void {
    const message = say(
      '"{0}" cannot be read: list numbers with commas, or write a range from the lower to the higher one',
      this.#textOf(range),
    );
    this.#note(range, 'problem', say('A list that cannot be read to its end'));
    this.#facts.problem({ code: 'malformed-annotation', range, message });
  }

  #textOf({ start, end }: Range): string {
    const line = this.#document.lines[start.line] ?? '';
    return line.slice(start.character, start.line === end.line ? end.character : line.length);
  }

  #take(range: Range | undefined): void {
    if (range) this.#taken.add(range);
  }

  #note(range: Range, what: Parameters<CarriedDocument['note']>[1], why: Message): void {
    this.#document.note(range.start.line, what, () => why);
  }
}

/** The working sections of a story: those that are called tasks, or, where none is, all. */
function tasksIn(blocks: readonly Block[]): readonly Block[] {
  const isTasks = (block: Block): boolean =>
    block.type === 'heading' &&
    /^(?:[\d.]+\s+)?(?:\p{Extended_Pictographic}\s*)?(?:dev(?:elopment)? |implementation )?(?:tasks?\b|subtasks?\b|任务|任務|aufgaben|tareas|tarefas|t[âa]ches|タスク|작업|задачи|attivit)/iu.test(
      block.inline.plain.trim(),
    );
  const at = blocks.findIndex(isTasks);
  const heading = blocks[at];
  if (heading?.type !== 'heading') return [];
  const end = blocks.findIndex((block, index) => index > at && block.type === 'heading' && block.level <= heading.level && !isTasks(block));
  return blocks.slice(at + 1, end < 0 ? blocks.length : end);
}

/** The title in the front matter, else the first heading, else the name of the file. */
function titleOf({ path, markdown }: CarriedDocument): string {
  const { title } = markdown.frontMatter.data;
  if (typeof title === 'string' && title.trim() !== '') return title.trim();
  const heading = markdown.blocks.find((block) => block.type === 'heading');
  return heading?.type === 'heading' ? heading.inline.plain.trim() : stemOf(path);
}

/** The namespace of the requirements that a list of epics was made from, as its front matter says: `inputDocuments: [prds/prd-kettle/prd.md]`. */
function scopeOf({ path, markdown }: CarriedDocument): string | undefined {
  const { inputDocuments } = markdown.frontMatter.data;
  if (!Array.isArray(inputDocuments)) return undefined;
  const prds = inputDocuments.filter((one): one is string => typeof one === 'string' && /\.md$/iu.test(one) && /prd/iu.test(kindOf(one)));
  const [first] = prds;
  if (first === undefined || prds.length > 1) return undefined;
  const folder = path.split('/').slice(0, -1).join('/');
  const written = first.replace(/^(?:\{project-root\}|\.)?\/+/u, '');
  const root = /^(?<root>.*?)_bmad-output\//u.exec(path)?.groups?.['root'] ?? '';
  return namespaceOf(
    written.includes('_bmad-output/') ? `${root}${written.slice(written.indexOf('_bmad-output/'))}` : `${folder}/${written}`,
  );
}
