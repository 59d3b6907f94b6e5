let ready = $state(false);

/** False on the server and until the page is alive; forms are plain HTML until then. */
export const enhanced = {
  get yes(): boolean {
    return ready;
  },
};

/** Called once, by the root layout. */
export function enhancePage(): void {
  ready = true;
  document.documentElement.dataset['alive'] = 'true';
}
