import {
  Alert,
  Button,
  Center,
  Paper,
  PasswordInput,
  Stack,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import { useSessionCreateMutation } from '../../gql/generated.ts';
import { problemText } from '../../lib/mutations.ts';
import { SESSION_URL } from '../../lib/session.ts';
import { useSession } from './sessionContext.ts';

/** Where the reader wanted to go; never an address outside this site. */
function destination(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/invoices';
}

const EMAIL = /^\s*[^\s@]+@[^\s@]+\s*$/;

export function SignInPage() {
  const { signedIn } = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  const [{ fetching }, create] = useSessionCreateMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { email: '', password: '' },
  });
  const submit = handleSubmit(async ({ email, password }) => {
    const input = { email: email.trim(), password };
    const { data, error } = await create({ input }, { url: SESSION_URL });
    const session = data?.sessionCreate.session;
    if (session == null) {
      setProblem(problemText(error, data?.sessionCreate.userErrors) ?? 'Try again.');
      return;
    }
    signedIn(session);
    await navigate(destination(location.state), { replace: true });
  });
  return (
    <Center mih="100dvh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <Title order={1} size="h3">
              Sign in to Plumb
            </Title>
            {problem === null ? null : (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            <TextInput
              label="Email"
              type="email"
              autoComplete="username"
              autoFocus
              error={formState.errors.email?.message}
              {...register('email', {
                pattern: { value: EMAIL, message: 'Write an address such as name@example.com.' },
                required: 'Write your address.',
              })}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              {...register('password')}
            />
            <Button type="submit" loading={fetching}>
              Sign in
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
