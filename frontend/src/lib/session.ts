/** The refresh cookie is scoped to this path, so that no other request carries it. */
export const SESSION_URL = '/graphql/session';
