import { Button, Modal, Stack, Text } from '@mantine/core';
import { SignInForm } from './SignInForm.tsx';
import { useSession } from './sessionContext.ts';

/**
 * Over the page whose session ended, which stays as it is: what was typed survives. It is blurred,
 * since whoever sits here now may be somebody else.
 */
export function SignInAgainDialog({ email }: { email: string }) {
  const { signedOut } = useSession();
  return (
    <Modal
      opened
      onClose={signedOut}
      title="You are signed out"
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      overlayProps={{ blur: 12, backgroundOpacity: 0.7 }}
      zIndex={400}
    >
      <Stack>
        <Text size="sm">
          The session ended, here or in another tab. Sign in to go on where you were; nothing you
          typed is lost.
        </Text>
        <SignInForm email={email} onSignedIn={() => undefined} />
        <Button variant="subtle" onClick={signedOut}>
          Leave this page
        </Button>
      </Stack>
    </Modal>
  );
}
