/** The session has ended: sign in again and come back. A whole page load, so that nothing of it stays. */
export function toSignIn(): void {
  const to = encodeURIComponent(location.pathname + location.search);
  location.assign(`/sign-in?to=${to}&ended`);
}
