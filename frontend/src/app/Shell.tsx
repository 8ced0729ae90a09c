import { useLocalStorage } from '@mantine/hooks';
import { lazy, Suspense, useMemo } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Empty, Failure, Loading } from '../components/states.tsx';
import { useSession } from '../features/session/sessionContext.ts';
import { useViewerQuery, type ViewerQuery } from '../gql/generated.ts';
import { CompanyContext, type Permission } from '../lib/company.ts';
import { faultMessage } from '../lib/mutations.ts';
import { Frame } from './Frame.tsx';

// Seldom needed, and a form weighs more than everything else here.
const SignInAgainDialog = lazy(async () => ({
  default: (await import('../features/session/SignInAgainDialog.tsx')).SignInAgainDialog,
}));

/** What every page needs first: who is signed in, and for which company they work. */
export function Shell() {
  const [{ data, error, fetching }, refetch] = useViewerQuery();
  const location = useLocation();
  if (data === undefined) {
    if (fetching) return <Loading label="Loading" />;
    if (error?.networkError !== undefined) {
      return (
        <Failure
          message={faultMessage(error)}
          onRetry={() => refetch({ requestPolicy: 'network-only' })}
        />
      );
    }
  }
  const viewer = data?.viewer;
  if (viewer == null) {
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  }
  return <SignedIn key={viewer.id} viewer={viewer} />;
}

type Viewer = NonNullable<ViewerQuery['viewer']>;

function SignedIn({ viewer }: { viewer: Viewer }) {
  const { lost } = useSession();
  const [companyId, setCompanyId] = useLocalStorage({
    key: 'plumb-company',
    getInitialValueInEffect: false,
  });
  const { memberships } = viewer;
  const membership = memberships.find((one) => one.company.id === companyId) ?? memberships[0];
  const choice = useMemo(
    () =>
      membership === undefined
        ? null
        : { company: membership.company, may: permissionsOf(memberships) },
    [membership, memberships],
  );
  return (
    <Frame
      userName={viewer.name}
      companies={memberships.map(({ company }) => company)}
      companyId={membership?.company.id ?? null}
      onCompany={setCompanyId}
    >
      {choice === null ? (
        <Empty title="You belong to no company yet">
          Ask its owner to add you, then reload this page.
        </Empty>
      ) : (
        // Another company is another set of data: nothing typed or chosen may carry over.
        <CompanyContext value={choice} key={choice.company.id}>
          <Outlet />
        </CompanyContext>
      )}
      {lost ? (
        <Suspense>
          <SignInAgainDialog email={viewer.email} />
        </Suspense>
      ) : null}
    </Frame>
  );
}

const permissionsOf =
  (memberships: Viewer['memberships']) => (permission: Permission, companyId: string) =>
    memberships.some(
      ({ company, permissions }) => company.id === companyId && permissions.includes(permission),
    );
