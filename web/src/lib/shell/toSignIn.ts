let leaving = false;

/** The person signs out: that the session ends is no surprise then. */
export function leave(): void {
  leaving = true;
}

/**
 * The session has ended: sign in again and come back. A whole page load, so that nothing of it stays, and one only,
 * for the socket tells of the end more than once.
 */
export function toSignIn(): void {
  if (leaving) return;
  leaving = true;
  // The browser may have kept this very page, and come back to it.
  addEventListener('pageshow', () => (leaving = false), { once: true });
  const to = encodeURIComponent(location.pathname + location.search);
  location.assign(`/sign-in?to=${to}&ended`);
}
