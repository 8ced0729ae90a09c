import { Failure } from '../components/states.tsx';

/** A page that could not load or draw, such as after an update replaced its code. */
export const RouteError = () => (
  <Failure
    message="This page could not be shown. Plumb may have been updated meanwhile."
    onRetry={() => window.location.reload()}
  />
);
