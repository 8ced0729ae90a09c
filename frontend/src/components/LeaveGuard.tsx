import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { FormDialog } from './FormDialog.tsx';

/**
 * Asks before typed text is lost to a link, the back button or a closed tab.
 * @param unsaved asked at that moment: saving leaves the page too.
 */
export function LeaveGuard({ unsaved }: { unsaved: () => boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && unsaved(),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  if (blocker.state !== 'blocked') return null;
  return (
    <FormDialog
      title="Leave without saving?"
      submitLabel="Leave"
      cancelLabel="Stay here"
      danger
      onSubmit={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      <Text size="sm">What you typed since the last save would be lost.</Text>
    </FormDialog>
  );
}
