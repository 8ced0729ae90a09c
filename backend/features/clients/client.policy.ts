import { companyIds, type Viewer } from '../../viewer.ts';

/** Which clients exist for a viewer: those of their companies. */
export const visibleClients = (viewer: Viewer) => ({ companyId: { in: companyIds(viewer) } });
