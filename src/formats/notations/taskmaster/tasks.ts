import type { Attribute, CriterionFacts, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import { parseJson } from '../../carriers/json/jsonPlaces.ts';
import type { JsonPlace } from '../../carriers/json/jsonPlaces.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { idsIn } from '../../items/freeIds.ts';
import { mention } from '../../items/mentions/mention.ts';
import { isOwn, taskId, TASKMASTER } from './ids.ts';

/** The list of tasks of a file that has no others, and of one from before there were several. */
const MASTER = 'master';
/** Reads `tasks.json`: each task and subtask with what it depends on, and the requirements that its texts name. */
export function readTasks(document: CarriedDocument, facts: FactSink): void {
  const root = parseJson(document.text);
  if (!root) {
    const message = say('This file cannot be read as JSON');
    facts.problem({ code: 'skipped-file', range: FILE_START, message, unread: true });
    document.note(0, 'problem', () => message);
    return;
  }
  facts.belong({ names: namedFiles(document.text) });
  for (const [tag, tasks] of listsOf(root)) new TaskReader(document, facts, tag).read(tasks);
}

/** The lists of tasks by their tags: a file has several, `{ "master": { "tasks": [] } }`, or is one. */
function listsOf(root: JsonPlace): readonly (readonly [tag: string, tasks: JsonPlace])[] {
  const only = root.entry('tasks');
  if (only) return [[MASTER, only]];
  return root.entries().flatMap(([tag, list]) => {
    const tasks = list.entry('tasks');
    return tasks ? [[tag, tasks] as const] : [];
  });
}

/** What nobody is going to do, now or ever. */
const LEFT = /^(?:cancelled|canceled|deferred)$/iu;
const DONE = /^(?:done|completed)$/iu;
const TEXTS = ['title', 'description', 'details', 'testStrategy', 'implementationApproach'] as const;
const ATTRIBUTES: readonly (readonly [key: string, name: string])[] = [
  ['status', 'Status'],
  ['priority', 'Priority'],
  ['testStrategy', 'Test Strategy'],
];

/** Reads the tasks of one tag, which count from 1 in each. */
class TaskReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #namespace: string;
  /** The first place of each task. */
  readonly #places = new Map<string, Range>();

  constructor(document: CarriedDocument, facts: FactSink, tag: string) {
    this.#document = document;
    this.#facts = facts;
    this.#namespace = `${document.namespace ?? ''}/${tag.replaceAll(/[#\s]+/gu, '-')}`;
  }

  read(tasks: JsonPlace): void {
    for (const task of tasks.items()) {
      const written = task.entry('id')?.string ?? '';
      const id = taskId(written);
      if (id === undefined) {
        this.#document.note(task.range.start.line, 'nothing', () => say('A task without a number'));
        continue;
      }
      const left = LEFT.test(task.entry('status')?.string ?? '');
      this.#task(task, id, undefined, left);
      for (const step of task.entry('subtasks')?.items() ?? []) this.#subtask(step, id, left);
    }
  }

  #subtask(step: JsonPlace, parent: string, left: boolean): void {
    const written = step.entry('id')?.string ?? '';
    const number = /^(?:.*\.)?(?<number>\d{1,6})$/u.exec(written)?.groups?.['number'];
    if (number === undefined) this.#document.note(step.range.start.line, 'nothing', () => say('A subtask without a number'));
    else this.#task(step, `${parent}.${number}`, parent, left || LEFT.test(step.entry('status')?.string ?? ''));
  }

  /**
   * A task is work: it needs nothing, unless it says when it is accepted.
   *
   * @param parent the task that it is a part of.
   */
  #task(task: JsonPlace, id: string, parent: string | undefined, left: boolean): void {
    if (this.#isRepeated(task, id)) return;
    const title = task.entry('title');
    const criteria = criteriaOf(task.entry('acceptanceCriteria'));
    const isWork = criteria.length === 0;
    this.#document.note(task.range.start.line, 'requirement', () =>
      isWork || left ? say('The task {0}, which needs nothing', id) : say('Defines {0}, as it has criteria', id),
    );
    for (const { localId, range } of criteria)
      this.#document.note(range.start.line, 'criterion', () => say('Acceptance criterion {0} of {1}', localId, id));
    this.#facts.define(
      requirement({
        localId: id,
        notation: TASKMASTER,
        namespace: this.#namespace,
        title: collapse(title?.string ?? '') || id,
        text: collapse(task.entry('description')?.string ?? ''),
        range: task.range,
        nameRange: (title ?? task.entry('id') ?? task).innerRange,
        level: parent === undefined ? 1 : 2,
        attributes: ATTRIBUTES.flatMap(([key, name]) => attributeOf(task.entry(key), name)),
        criteria,
        ...(isWork && { usualNeeds: [] }),
        exempt: left,
      }),
    );
    for (const other of task.entry('dependencies')?.items() ?? []) this.#dependency(other, parent);
    for (const key of TEXTS) this.#text(task.entry(key), DONE.test(task.entry('status')?.string ?? ''));
  }

  /** Two tasks of one number cannot be told apart; the first is what is meant. */
  #isRepeated(task: JsonPlace, id: string): boolean {
    const { range } = task.entry('id') ?? task;
    const first = this.#places.get(id);
    if (!first) {
      this.#places.set(id, range);
      return false;
    }
    const message = say('{0} is defined twice in this document. Renumber the second definition', id);
    const related = [{ path: this.#document.path, range: first, message: say('{0} is defined here first', id) }];
    this.#facts.problem({ code: 'duplicate-id', range, message, related });
    this.#document.note(range.start.line, 'problem', () => message);
    return true;
  }

  /** A bare number means another part of the same task where a subtask depends on it, else another task. */
  #dependency(place: JsonPlace, parent: string | undefined): void {
    const written = place.string ?? '';
    const id = parent !== undefined && /^\d+$/u.test(written) ? `${parent}.${written}` : taskId(written);
    if (id === undefined) return;
    const reference = {
      text: written,
      range: place.innerRange,
      id,
      notation: TASKMASTER,
      scope: this.#namespace,
      reach: 'namespace',
    } as const;
    this.#document.note(place.range.start.line, 'mention', () => say('Depends on {0}', id));
    this.#facts.mention(reference);
  }

  /** Requirements that a task names are what it plans; other ids that it names are mentions. */
  #text(place: JsonPlace | undefined, done: boolean): void {
    const { written = '' } = place ?? {};
    if (!place || written === '') return;
    const planned = new Set<string>();
    for (const { id, start, end, between } of idsIn(written)) {
      const range = place.rangeOf(start, end);
      const reference: Reference = { text: written.slice(start, end), range, id, notation: TASKMASTER, ...(between && { between }) };
      if (!isOwn(id)) mention(this.#document, this.#facts, reference, () => false);
      else if (!planned.has(id)) {
        planned.add(id);
        this.#document.note(range.start.line, 'annotation', () =>
          done ? say('Plans {0}, which is said to be done', id) : say('Plans {0}, which is said not to be done', id),
        );
        this.#facts.refer({ kind: 'plans', source: 'keyword', reference, done });
      }
    }
  }
}

function attributeOf(place: JsonPlace | undefined, name: string): readonly Attribute[] {
  const value = collapse(place?.string ?? '');
  return place && value !== '' ? [{ name, value, range: place.innerRange }] : [];
}

/** A list of criteria, or one criterion. */
function criteriaOf(place: JsonPlace | undefined): readonly CriterionFacts[] {
  if (!place) return [];
  const all = place.string === undefined ? place.items() : [place];
  return all.flatMap((one, at) => {
    const text = collapse(one.string ?? '');
    return text === '' ? [] : [criterion({ localId: `AC${at + 1}`, text, range: one.range, nameRange: one.innerRange })];
  });
}
