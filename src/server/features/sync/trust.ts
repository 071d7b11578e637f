import type { Feature } from '../../feature.ts';
import { TRUST_GRANTED } from '../../protocol.ts';

/** Leaves Restricted Mode once the user trusts the workspace: every folder is indexed anew, with git. */
export const trust: Feature = {
  register(session) {
    session.connection.onNotification(TRUST_GRANTED, () => session.trust());
  },
};
