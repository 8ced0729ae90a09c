import { MantineProvider } from '@mantine/core';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { SessionContext } from '../features/session/sessionContext.ts';
import type { SessionFieldsFragment } from '../gql/generated.ts';
import { createClient } from './client.ts';
import { router } from './router.tsx';
import { forgetSession, isSessionLost, rememberSession, subscribeToSession } from './session.ts';
import { cssVariables, theme } from './theme.ts';

export function App() {
  const [client, setClient] = useState(createClient);
  const lost = useSyncExternalStore(subscribeToSession, isSessionLost);
  const signedIn = useCallback((session: SessionFieldsFragment) => {
    rememberSession(session);
    setClient(createClient());
  }, []);
  const signedOut = useCallback(() => {
    forgetSession();
    setClient(createClient());
  }, []);
  const session = useMemo(() => ({ lost, signedIn, signedOut }), [lost, signedIn, signedOut]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <SessionContext value={session}>
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </SessionContext>
    </MantineProvider>
  );
}
