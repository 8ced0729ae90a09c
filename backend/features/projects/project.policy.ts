import { companyIds, type Viewer } from '../../viewer.ts';

/** Which projects exist for a viewer: those of their companies. */
export const visibleProjects = (viewer: Viewer) => ({ companyId: { in: companyIds(viewer) } });
