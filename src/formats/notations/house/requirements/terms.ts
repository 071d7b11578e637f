import type { FormatContext } from '../../../notation/context.ts';
import type { IdGrammar } from '../../../ids/idGrammar.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** What the rules of documents go by: how ids look, and the words that make requirements and criteria. */
export interface Terms {
  readonly ids: IdGrammar;
  readonly vocabulary: Vocabulary;
}

/** The terms of a configuration. */
export function termsOf({ configuration, ids }: FormatContext): Terms {
  return { ids, vocabulary: vocabularyOf(configuration) };
}
