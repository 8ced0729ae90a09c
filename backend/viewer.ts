export type Role = 'OWNER' | 'ADMIN' | 'BOOKKEEPER' | 'PROJECT_MANAGER' | 'VIEWER';

export type Permission =
  | 'company:update'
  | 'clients:write'
  | 'projects:write'
  | 'invoices:write'
  | 'invoices:issue'
  | 'invoices:close'
  | 'payments:record'
  | 'payments:reverse'
  | 'reports:read';

const READ: readonly Permission[] = ['reports:read'];
const WRITE: readonly Permission[] = [
  ...READ,
  'clients:write',
  'projects:write',
  'invoices:write',
  'invoices:issue',
  'invoices:close',
  'payments:record',
  'payments:reverse',
];
const GOVERN: readonly Permission[] = [...WRITE, 'company:update'];

const PERMISSIONS: Record<Role, readonly Permission[]> = {
  OWNER: GOVERN,
  ADMIN: GOVERN,
  BOOKKEEPER: WRITE,
  PROJECT_MANAGER: WRITE,
  VIEWER: READ,
};

/** Who asks, with the companies they belong to, as the database said at this request. */
export interface Viewer {
  readonly userId: number;
  readonly memberships: readonly {
    readonly companyId: number;
    readonly role: Role;
    readonly timeZone: string;
  }[];
}

export const rolePermissions = (role: Role): readonly Permission[] => PERMISSIONS[role];

export const companyIds = (viewer: Viewer): number[] =>
  viewer.memberships.map((membership) => membership.companyId);

export const may = (viewer: Viewer, companyId: number, permission: Permission): boolean =>
  viewer.memberships.some(
    (one) => one.companyId === companyId && PERMISSIONS[one.role].includes(permission),
  );

/** The cheap first look, before it is known which company an input is about. */
export const mayAnywhere = (viewer: Viewer, permission: Permission): boolean =>
  viewer.memberships.some((one) => PERMISSIONS[one.role].includes(permission));
