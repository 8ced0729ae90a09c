import {
  AppShell,
  Burger,
  Button,
  Group,
  NativeSelect,
  NavLink,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import { Navigate, Outlet, NavLink as RouterLink, useLocation } from 'react-router';
import { Empty, Failure, Loading } from '../components/states.tsx';
import { SignOutButton } from '../features/session/SignOutButton.tsx';
import { useViewerQuery, type ViewerQuery } from '../gql/generated.ts';
import { CompanyContext } from '../lib/company.ts';
import { faultMessage } from '../lib/mutations.ts';

const PAGES = [
  { to: '/invoices', label: 'Invoices' },
  { to: '/ageing', label: 'Ageing' },
];

/** What every page needs first: who is signed in, and for which company they work. */
export function Shell() {
  const [{ data, error, fetching }, refetch] = useViewerQuery();
  const location = useLocation();
  if (data === undefined) {
    if (fetching) return <Loading label="Loading" />;
    if (error?.networkError !== undefined) {
      return <Failure message={faultMessage(error)} onRetry={() => refetch()} />;
    }
  }
  const viewer = data?.viewer;
  if (viewer == null) {
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  }
  return <SignedIn viewer={viewer} />;
}

function SignedIn({ viewer }: { viewer: NonNullable<ViewerQuery['viewer']> }) {
  const [opened, { toggle, close }] = useDisclosure();
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
        : { company: membership.company, mayWrite: membership.role !== 'VIEWER' },
    [membership],
  );
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? 'Close navigation' : 'Open navigation'}
            />
            <Text fw={700}>Plumb</Text>
            {memberships.length > 1 && membership !== undefined ? (
              <NativeSelect
                aria-label="Company"
                data={memberships.map(({ company }) => ({
                  value: company.id,
                  label: company.name,
                }))}
                value={membership.company.id}
                onChange={(event) => setCompanyId(event.currentTarget.value)}
                size="xs"
              />
            ) : (
              <Text c="dimmed" size="sm" truncate>
                {membership?.company.name}
              </Text>
            )}
          </Group>
          <Text size="sm" truncate visibleFrom="sm">
            {viewer.name}
          </Text>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <Stack justify="space-between" h="100%">
          <div>
            {PAGES.map(({ to, label }) => (
              <NavLink key={to} component={RouterLink} to={to} label={label} onClick={close} />
            ))}
          </div>
          <Stack gap="xs">
            <ColorSchemeButton />
            <SignOutButton />
          </Stack>
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main>
        {choice === null ? (
          <Empty title="You belong to no company yet" />
        ) : (
          // Another company is another set of data: nothing typed or chosen may carry over.
          <CompanyContext value={choice} key={choice.company.id}>
            <Outlet />
          </CompanyContext>
        )}
      </AppShell.Main>
    </AppShell>
  );
}

function ColorSchemeButton() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
  const label = { auto: 'as the system', light: 'light', dark: 'dark' } as const;
  return (
    <Button variant="default" size="xs" onClick={() => setColorScheme(next[colorScheme])}>
      Colours: {label[colorScheme]}
    </Button>
  );
}
