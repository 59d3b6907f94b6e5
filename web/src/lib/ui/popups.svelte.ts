let open = $state(0);

/** Whether a menu is open: what it may half cover is not to be met by accident meanwhile. */
export const popups = {
  get open(): boolean {
    return open > 0;
  },
  /** Gives what ends it. */
  enter(): () => void {
    open += 1;
    return () => (open -= 1);
  },
};
