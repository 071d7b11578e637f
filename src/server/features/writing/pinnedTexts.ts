import { nameOf } from '../../../editor/actions/offers.ts';
import { pinnedText, staleAt } from '../../../editor/hover/pinnedText.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import type { PinnedTexts, PinnedTextsParams } from '../../protocol.ts';
import { PINNED_TEXTS } from '../../protocol.ts';
import { editOf } from './editOf.ts';

/** What a stale reference was pinned to and what is there now, to be compared before it is pinned again. */
export const pinnedTexts: Feature = {
  register(session) {
    const { connection, folders, log, oldTexts } = session;
    connection.onRequest(
      PINNED_TEXTS,
      guarded('pinned texts', log, async ({ uri, position }: PinnedTextsParams, token): Promise<PinnedTexts | null> => {
        const place = await placeOf(folders, uri, token);
        const stale = place && staleAt(place.view, place.path, position);
        if (!stale) return null;
        const edit = await editOf(place.folder, { kind: 'pin', path: place.path, position }, session.client.abilities);
        if ('refusal' in edit) return null;
        const before = await oldTexts.find(place.folder, stale.item, stale.pin);
        return { id: nameOf(stale.item), ...(before !== undefined && { before }), now: pinnedText(stale.item), edit };
      }),
    );
  },
};
