import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { SIGN_OUT } from './signOut.ts';

export function SignOutButton() {
  const navigate = useNavigate();
  return (
    <Button variant="default" size="xs" onClick={() => navigate('/sign-out', { state: SIGN_OUT })}>
      Sign out
    </Button>
  );
}
