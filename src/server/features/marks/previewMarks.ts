import { previewMarks as marksOf } from '../../../editor/marks/previewMarks.ts';
import type { PreviewMark } from '../../../editor/marks/previewMarks.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import { PREVIEW_MARKS } from '../../protocol.ts';

/** Marks of a document for its preview. */
export const previewMarks: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      PREVIEW_MARKS,
      guarded('preview marks', log, async ({ uri }: { uri: string }, token): Promise<PreviewMark[] | null> => {
        const place = await placeOf(folders, uri, token);
        if (!place) return null;
        const text = await place.folder.text(place.path);
        return text === undefined ? null : marksOf(place.view, place.path, text);
      }),
    );
  },
};
