import { useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { Failure, Loading } from '../../components/states.tsx';
import { useSessionEndMutation } from '../../gql/generated.ts';
import { faultMessage } from '../../lib/mutations.ts';
import { SESSION_URL } from '../../lib/session.ts';
import { useSession } from './sessionContext.ts';
import { isSignOut } from './signOut.ts';

/** A page of its own, so that unsaved text is asked about like on any other way out. */
export function SignOutPage() {
  return isSignOut(useLocation().state) ? <SigningOut /> : <Navigate to="/" replace />;
}

function SigningOut() {
  const { signedOut } = useSession();
  const navigate = useNavigate();
  const [{ error }, end] = useSessionEndMutation();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again when the reader says so
  useEffect(() => {
    const signOut = async () => {
      const answer = await end({ input: {} }, { url: SESSION_URL });
      // Unless the server knows, the cookie lives on and a reload would bring everything back.
      if (answer.error !== undefined) return;
      signedOut();
      await navigate('/sign-in', { replace: true });
    };
    void signOut();
  }, [attempt]);
  return error === undefined ? (
    <Loading label="Signing out" />
  ) : (
    <Failure message={faultMessage(error)} onRetry={() => setAttempt(attempt + 1)} />
  );
}
