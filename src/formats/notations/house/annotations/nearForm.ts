import type { FoundReference } from '../../../ids/idGrammar.ts';
import { isCriterionLabel } from '../../../ids/criterionLabel.ts';
import { idPattern } from '../../../ids/idPatterns.ts';
import type { Message } from '../../../../model/message.ts';
import { say } from '../../../../model/message.ts';

/** Something that was clearly meant as a reference and is not one. */
export interface NearForm {
  readonly start: number;
  readonly end: number;
  /** One sentence for the finding. */
  readonly message: Message;
  /** What was probably meant. */
  readonly suggestion?: string;
}

const TOKEN = /[^\s,;"'`(){}<>[\]]{1,200}/y;
/** Ids with a fault that only an id can have; each needs a number, so names of classes and words never fit. */
const WRONG_CASE = /^((?:[\w./-]{1,100}#)?)([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z][A-Za-z0-9]*)*-\d+(?:\.\d+)*)(\/\S*)?$/u;
const UNDERSCORES = /^[A-Z]{2,}(?:_[A-Z]+)*_\d+(?:[._]\d+)*(?:\/\S*)?$/u;
const NO_HYPHEN = /^([A-Z]{2,})(\d+(?:\.\d+)+)(\/\S*)?$/u;
/** Short ids of documents that write no hyphen, `FR1`, which a class is hardly called: only with prefixes of requirements. */
const SHORT = /^(N?FR|REQ|US|SC|BR|UC)(\d+)(\/\S*)?$/u;
/** Letters before the number, `FR-A01`, with prefixes of requirements. */
const LETTERED = /^((?:N?FR|REQ|US|SC|EC|BR|UC)-[A-Z]{1,4})(\d+(?:\.\d+)*)(\/\S*)?$/u;
/** A folder before an id, with a slash where a `#` belongs: `specs/002-lid/FR-001`. */
const BEHIND_FOLDER = /^((?:[\w.-]{1,100}\/){1,8})([A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\d+(?:\.\d+)*(?:\/AC[-_]?\d+)?)$/u;
/** An id with something hyphened or underscored behind it: `REQ-1-AC1`, `REQ-1_AC1`, `REQ-1-REQ-4`. */
const JOINED = /^([A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\d+(?:\.\d+)*)[-_](?:(AC[-_]?\d+(?:\.\d+)*)|([A-Z][A-Z0-9]*-\d\S*)|\d+)$/u;
const TAIL = /^[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-\d+(?:\.\d+)*[A-Za-z_]\w{0,2}$/u;

/**
 * Says what is wrong with the word at an offset, or nothing where it was not meant as a reference:
 * `@implements {IFoo}` and `@implements IFoo` are silent, `@implements ip-1.1.1` is not.
 *
 * @param found the reference that the word begins with, if any: then what follows it is the fault.
 */
export function nearForm(text: string, at: number, lineEnd: number, found?: FoundReference): NearForm | undefined {
  TOKEN.lastIndex = at;
  const raw = TOKEN.exec(text)?.[0].slice(0, lineEnd - at);
  if (raw === undefined) return undefined;
  const rest = found ? raw.slice(found.end - at) : '';
  const word = found && !/^[/~#]/u.test(rest) ? raw.slice(0, found.end - at) : raw.replace(/[.:!?*]+$/u, '');
  const fault = found ? faultBehind(word, rest) : faultOf(word);
  return fault && { start: at, end: at + word.length, ...fault };
}

type Fault = Pick<NearForm, 'message' | 'suggestion'>;

function faultBehind(word: string, rest: string): Fault | undefined {
  if (rest.startsWith('~'))
    return { message: say('The pin of "{0}" must be six hex digits in lower case, as in IP-1.1.1/AC2~3f2a9c', word) };
  // `IP-1/*` and `IP-1//` belong to the comment, not to the reference.
  if (/^\/(?![/*])/u.test(rest)) return { message: say('"{0}" has no criterion after the slash. Example: IP-1.1.1/AC2', word) };
  if (rest.startsWith('#')) return { message: say('"{0}" has its document after the ID. Write document#ID', word) };
  return undefined;
}

function faultOf(word: string): Fault | undefined {
  if (isCriterionLabel(word)) return { message: say('"{0}" does not name a requirement. Example: IP-1.1.1/{0}', word) };
  const cased = WRONG_CASE.exec(word);
  if (cased) {
    const suggestion = `${cased[1] ?? ''}${(cased[2] ?? '').toUpperCase()}${(cased[3] ?? '').toUpperCase()}`;
    return suggestion === word
      ? undefined
      : { message: say('"{0}" is not a valid reference. IDs are uppercase: {1}', word, suggestion), suggestion };
  }
  if (UNDERSCORES.test(word)) {
    const [id = '', ...criterion] = word.split('/');
    const [, letters = '', digits = ''] = /^([A-Z_]+)_(\d.*)$/u.exec(id) ?? [];
    const suggestion = [`${letters.replaceAll('_', '-')}-${digits.replaceAll('_', '.')}`, ...criterion].join('/');
    return { message: notRead(word, id, suggestion), suggestion };
  }
  const [, folder = '', name = ''] = BEHIND_FOLDER.exec(word) ?? [];
  if (name !== '' && !/^[A-Z][A-Z0-9-]*-\d/u.test(folder)) {
    const suggestion = `${folder.slice(0, -1)}#${name}`;
    return { message: say('"{0}" is not a valid reference. Write {1}', word, suggestion), suggestion };
  }
  const joined = NO_HYPHEN.exec(word) ?? SHORT.exec(word) ?? LETTERED.exec(word);
  if (joined) {
    const suggestion = `${joined[1] ?? ''}-${joined[2] ?? ''}${joined[3] ?? ''}`;
    return { message: notRead(word, `${joined[1] ?? ''}${joined[2] ?? ''}`, suggestion), suggestion };
  }
  const [, id = '', criterion, other] = JOINED.exec(word) ?? [];
  if (id !== '') {
    const suggestion = criterion === undefined ? other && `${id}..${other}` : `${id}/${criterion}`;
    return suggestion === undefined
      ? { message: say('"{0}" is not a valid reference. An ID ends with its number, as in IP-1.1.1', word) }
      : { message: say('"{0}" is not a valid reference. Write {1}', word, suggestion), suggestion };
  }
  if (TAIL.test(word)) return { message: say('"{0}" is not a valid reference. An ID ends with its number, as in IP-1.1.1', word) };
  return undefined;
}

/** An id of another shape may be what documents write, which no single file knows. */
function notRead(word: string, id: string, suggestion: string): Message {
  const pattern = idPattern([id]);
  return pattern === undefined
    ? say('"{0}" is not a valid reference. Write {1}', word, suggestion)
    : say(
        '"{0}" is not a valid reference. Write {1}, or add the pattern \'{2}\' to ids in reqtrace.yaml if your documents write it so',
        word,
        suggestion,
        pattern,
      );
}
