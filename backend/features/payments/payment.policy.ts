import { companyIds, type Viewer } from '../../viewer.ts';

/** Which payments exist for a viewer: those of their companies. */
export const visiblePayments = (viewer: Viewer) => ({ companyId: { in: companyIds(viewer) } });
