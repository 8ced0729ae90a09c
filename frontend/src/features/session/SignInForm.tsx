import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSessionCreateMutation } from '../../gql/generated.ts';
import { problemText } from '../../lib/mutations.ts';
import { SESSION_URL } from '../../lib/session.ts';
import { useSession } from './sessionContext.ts';

const EMAIL = /^\s*[^\s@]+@[^\s@]+\s*$/;

interface SignInFormProps {
  /** Whose session ended; left out, anybody may sign in. */
  readonly email?: string;
  readonly onSignedIn: () => void;
}

export function SignInForm({ email: known = '', onSignedIn }: SignInFormProps) {
  const { signedIn } = useSession();
  const [{ fetching }, create] = useSessionCreateMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const { register, handleSubmit, formState, setFocus, resetField } = useForm({
    defaultValues: { email: known, password: '' },
  });
  const submit = handleSubmit(async ({ email, password }) => {
    const input = { email: email.trim(), password };
    const { data, error } = await create({ input }, { url: SESSION_URL });
    const session = data?.sessionCreate.session;
    if (session == null) {
      setProblem(problemText(error, data?.sessionCreate.userErrors) ?? 'Try again.');
      resetField('password');
      setFocus('password');
      return;
    }
    signedIn(session);
    onSignedIn();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {problem === null ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          autoFocus={known === ''}
          readOnly={known !== ''}
          error={formState.errors.email?.message}
          {...register('email', {
            pattern: { value: EMAIL, message: 'Write an address such as name@example.com.' },
            required: 'Write your address.',
          })}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          data-autofocus
          error={formState.errors.password?.message}
          {...register('password', { required: 'Write your password.' })}
        />
        <Button type="submit" loading={fetching}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
