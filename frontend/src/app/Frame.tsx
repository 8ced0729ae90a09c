import {
  AppShell,
  Burger,
  Group,
  NativeSelect,
  NavLink,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { NavLink as RouterLink, ScrollRestoration } from 'react-router';
import { SignOutButton } from '../features/session/SignOutButton.tsx';

const PAGES = [
  { to: '/invoices', label: 'Invoices' },
  { to: '/ageing', label: 'Ageing' },
];

interface FrameProps {
  readonly userName: string;
  readonly companies: readonly { readonly id: string; readonly name: string }[];
  readonly companyId: string | null;
  readonly onCompany: (id: string) => void;
  readonly children: ReactNode;
}

/** What stands around every page: whose books are open, where to go, who is signed in. */
export function Frame({ userName, companies, companyId, onCompany, children }: FrameProps) {
  const [opened, { toggle, close }] = useDisclosure();
  const company = companies.find(({ id }) => id === companyId);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 190, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="md">
          <Group wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? 'Close navigation' : 'Open navigation'}
              aria-expanded={opened}
            />
            <Group gap={6} wrap="nowrap">
              <Mark />
              <Text fw={700}>Plumb</Text>
            </Group>
            {companies.length > 1 ? (
              <NativeSelect
                aria-label="Company"
                data={companies.map(({ id, name }) => ({ value: id, label: name }))}
                value={companyId ?? ''}
                onChange={(event) => onCompany(event.currentTarget.value)}
                size="xs"
                maw={360}
              />
            ) : (
              <Text c="dimmed" size="sm" truncate title={company?.name}>
                {company?.name}
              </Text>
            )}
          </Group>
          <Text size="sm" truncate visibleFrom="sm" maw={220} title={userName}>
            {userName}
          </Text>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Pages">
        <Stack justify="space-between" h="100%">
          <div>
            {PAGES.map(({ to, label }) => (
              <NavLink
                key={to}
                component={RouterLink}
                to={to}
                label={label}
                onClick={close}
                className="nav-link"
              />
            ))}
          </div>
          <Stack gap="xs">
            <Text size="xs" c="dimmed" hiddenFrom="sm">
              {userName}
            </Text>
            <ColorSchemeControl />
            <SignOutButton />
          </Stack>
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {children}
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}

/** A plumb bob, as in the browser's tab. */
const Mark = () => (
  <svg viewBox="0 0 16 16" width={18} height={18} aria-hidden="true">
    <path fill="#d9480f" d="M7 0h2v8h3l-4 8-4-8h3z" />
  </svg>
);

function ColorSchemeControl() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label="Colours"
      size="xs"
      fullWidth
      data={[
        { value: 'auto', label: 'Auto' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
      value={colorScheme}
      onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
    />
  );
}
