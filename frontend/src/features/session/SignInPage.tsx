import { Center, Paper, Title } from '@mantine/core';
import { useLocation, useNavigate } from 'react-router';
import { SignInForm } from './SignInForm.tsx';

/** Where the reader wanted to go; never an address outside this site. */
function destination(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/invoices';
}

export function SignInPage() {
  const navigate = useNavigate();
  const location = useLocation();
  return (
    <Center mih="100dvh" p="md" component="main">
      <title>Sign in · Plumb</title>
      <Paper withBorder p="xl" w="100%" maw={400}>
        <Title order={1} size="h3" mb="md">
          Sign in to Plumb
        </Title>
        <SignInForm onSignedIn={() => navigate(destination(location.state), { replace: true })} />
      </Paper>
    </Center>
  );
}
