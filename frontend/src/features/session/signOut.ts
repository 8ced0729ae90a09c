/** What the button sends along: a link from elsewhere must not sign anybody out. */
export const SIGN_OUT = { signOut: true } as const;

export const isSignOut = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'signOut' in state && state.signOut === true;
