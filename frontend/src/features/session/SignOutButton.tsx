import { Button } from '@mantine/core';
import { useSessionEndMutation } from '../../gql/generated.ts';
import { SESSION_URL } from '../../lib/session.ts';
import { useSession } from './sessionContext.ts';

export function SignOutButton() {
  const { signedOut } = useSession();
  const [{ fetching }, end] = useSessionEndMutation();
  const signOut = async () => {
    await end({ input: {} }, { url: SESSION_URL });
    signedOut();
  };
  return (
    <Button variant="default" size="xs" loading={fetching} onClick={signOut}>
      Sign out
    </Button>
  );
}
