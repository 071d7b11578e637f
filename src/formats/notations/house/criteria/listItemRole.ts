import type { CriterionKind } from '../../../../model/facts.ts';
import type { Lead } from '../requirements/lead.ts';
import type { LabelReading } from './labelLines.ts';
import type { ListItemWords } from './listItems.ts';
import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';

/** What is around a list item. */
export interface AroundItem {
  /** The label that governs it. */
  readonly label?: LabelReading | undefined;
  /** True inside a requirement that the document declares. */
  readonly inRequirement: boolean;
  /** True where a task is a criterion without a label. */
  readonly tasksCount: boolean;
  /** True where a numbered item is a step, and with it a criterion. */
  readonly stepsCount: boolean;
  /** Says what becomes of the id that the item begins with; asked only where nothing else decides what the item is. */
  readonly leads: (() => 'defines' | 'mentions' | 'near-miss' | undefined) | undefined;
}

/** A list item that is a criterion. */
export interface CriterionRole {
  readonly kind: 'criterion';
  readonly as: CriterionKind;
  /** True if it is one because a label governs it. */
  readonly isGoverned: boolean;
  /** The id at its beginning, which is defined elsewhere. */
  readonly mentions?: Lead;
  readonly why: Message;
}

/** What a list item is where it stands. */
export type ListItemRole =
  | CriterionRole
  | { readonly kind: 'label'; readonly label: LabelReading }
  | { readonly kind: 'requirement'; readonly lead: Lead }
  | { readonly kind: 'text'; readonly mentions?: Lead };

/**
 * Decides what a list item is: `- [ ] **FR-1**: Pay` is a criterion under a label and in a requirement, a requirement
 * anywhere else.
 */
export function listItemRole(words: ListItemWords, around: AroundItem): ListItemRole {
  const { item, label, isScenario, leads } = words;
  const { inRequirement } = around;
  if (around.label && (!around.label.tasksOnly || item.checkbox)) return criterion(say('List item under "{0}"', around.label.words), true);
  if (label?.kind === 'label' && !label.label.value) return { kind: 'label', label: label.label };
  if (item.checkbox && around.tasksCount)
    return criterion(inRequirement ? say('Task item inside a requirement') : say('Task item (implicit: tasks)'));
  if (isScenario && inRequirement) return criterion(say('Given, when and then in one item'));
  const lead = leads && around.leads?.();
  if (leads && lead === 'defines') return { kind: 'requirement', lead: leads.lead };
  const mentions = leads && lead === 'mentions' && { mentions: leads.lead };
  return around.stepsCount
    ? { kind: 'criterion', as: 'step', isGoverned: false, ...mentions, why: say('Numbered step') }
    : { kind: 'text', ...mentions };
}

function criterion(why: Message, isGoverned = false): ListItemRole {
  return { kind: 'criterion', as: 'criterion', isGoverned, why };
}

/** Why a list item is but text, for `reqtrace explain`. */
export function whyText({ item }: ListItemWords, { label, inRequirement }: AroundItem): Message {
  if (label) return say('"{0}" governs task items only, and this is not one', label.words);
  if (!item.checkbox) return say('List item that no criteria label governs: prose');
  return inRequirement
    ? say('Task item under a heading that ends in "Status": a record, not a criterion')
    : say('Task item outside a requirement and without a criteria label');
}
