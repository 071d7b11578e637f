import type { Feature } from '../feature.ts';
import { guarded } from '../guarded.ts';
import type { PackedAddress } from '../protocol.ts';
import { PACKED_TEXT } from '../protocol.ts';

// @implements RT-7.2/AC20
/** The text that stands for a packed file, for an editor in which people can read it. */
export const packedText: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      PACKED_TEXT,
      guarded('text of a packed file', log, async ({ uri }: PackedAddress): Promise<string | null> => {
        const file = folders.find(uri);
        return (await file?.folder.text(file.path)) ?? null;
      }),
    );
  },
};
