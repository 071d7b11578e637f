import { env, l10n } from 'vscode';
import { EXCLUDE, ITEM_PLACES, PERMALINK } from '../../server/protocol.ts';
import type { AreaAddress, ItemAddress, ItemPlaces, Place } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { showPlaces } from '../commands/showPlaces.ts';
import { applyEdit } from '../window/applyEdit.ts';
import { openPlace } from '../window/places.ts';
import { itemLink } from './itemLinks.ts';

/** What the menu of a row does with the items of the rows that are selected. */
export class RowActions {
  readonly #ask: LanguageServer['request'];
  readonly #extensionId: string;

  /** @param extensionId id of the extension, `reqtrace.reqtrace`, for links. */
  constructor(ask: LanguageServer['request'], extensionId: string) {
    this.#ask = ask;
    this.#extensionId = extensionId;
  }

  /** Shows the code of an item: the only place, or a list to choose from. */
  async openCode(item: ItemAddress | undefined): Promise<void> {
    const { code, place } = await this.#one(item);
    await this.#show(code, place, l10n.t('No code refers to it yet.'));
  }

  /** Shows the tests of an item. */
  async openTests(item: ItemAddress | undefined): Promise<void> {
    const { tests, place } = await this.#one(item);
    await this.#show(tests, place, l10n.t('No test refers to it yet.'));
  }

  /** Copies `IP-1.1.1/AC2`, an id a line. */
  async copyIds(items: readonly ItemAddress[]): Promise<void> {
    await env.clipboard.writeText((await this.#places(items)).map(({ id }) => id).join('\n'));
  }

  /** Copies what a comment in code says in the words of each item's notation, `@implements launch#IP-1.1.1/AC2`, one a line. */
  async copyReferences(items: readonly ItemAddress[]): Promise<void> {
    await env.clipboard.writeText((await this.#places(items)).map(({ annotation }) => annotation).join('\n'));
  }

  /** Copies links that open the items in VS Code, from anywhere. */
  async copyLinks(items: readonly ItemAddress[]): Promise<void> {
    if (items.length === 0) throw nothingChosen();
    await env.clipboard.writeText(items.map((item) => itemLink(item, env.uriScheme, this.#extensionId)).join('\n'));
  }

  /** Copies the addresses at which the forge shows the items at the present commit. */
  async copyPermalinks(items: readonly ItemAddress[]): Promise<void> {
    const answers = await Promise.all(items.map((item) => this.#ask<string | null>(PERMALINK, item)));
    const links = answers.flatMap((answer) => answer ?? []);
    if (links.length === 0) throw nothingChosen();
    await env.clipboard.writeText(links.join('\n'));
  }

  /** Shows what stale links were written for beside the present text, then offers to pin. */
  async pin(places: readonly Place[], review: (place: Place) => Promise<void>): Promise<void> {
    const [first] = places;
    if (!first) throw new Error(l10n.t('This reference is not stale any more.'));
    await review(first);
  }

  /** Places where a text was pinned that has changed since. */
  async stalePlaces(item: ItemAddress | undefined): Promise<readonly Place[]> {
    return (await this.#one(item)).stale;
  }

  /** Leaves folders or documents out, in reqtrace.yaml. */
  async exclude(area: AreaAddress | undefined): Promise<void> {
    if (!area) throw nothingChosen();
    await applyEdit(await this.#ask<Parameters<typeof applyEdit>[0]>(EXCLUDE, area));
  }

  async #show(places: readonly Place[], from: Place, nothing: string): Promise<void> {
    const [only, second] = places;
    if (!only) throw new Error(nothing);
    if (!second) await openPlace(this.#ask, only);
    else {
      // The list opens at a place of an editor: that of the item itself.
      await openPlace(this.#ask, from);
      await showPlaces(this.#ask, from.uri, from.range.start, places);
    }
  }

  async #one(item: ItemAddress | undefined): Promise<ItemPlaces> {
    const [places] = await this.#places(item ? [item] : []);
    if (!places) throw nothingChosen();
    return places;
  }

  async #places(items: readonly ItemAddress[]): Promise<ItemPlaces[]> {
    const answers = await Promise.all(items.map((item) => this.#ask<ItemPlaces | null>(ITEM_PLACES, item)));
    const places = answers.flatMap((answer) => answer ?? []);
    if (places.length === 0) throw nothingChosen();
    return places;
  }
}

function nothingChosen(): Error {
  return new Error(l10n.t('Choose a requirement or a criterion in the view Requirements first.'));
}
