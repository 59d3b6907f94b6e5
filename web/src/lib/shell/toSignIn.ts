let leaving = false;

/** The person signs out: that the session ends is no surprise then. */
export function leave(): void {
  leaving = true;
}

/** The session has ended: sign in again and come back. A whole page load, so that nothing of it stays. */
export function toSignIn(): void {
  if (leaving) return;
  const to = encodeURIComponent(location.pathname + location.search);
  location.assign(`/sign-in?to=${to}&ended`);
}
