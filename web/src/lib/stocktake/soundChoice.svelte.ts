const NAME = 'daybook.sound';
let on = $state(true);

/** Whether verdicts are heard, as this device remembers it. */
export const soundChoice = {
  get on(): boolean {
    return on;
  },
  recall(): void {
    on = localStorage.getItem(NAME) !== 'off';
  },
  set(choice: boolean): void {
    on = choice;
    localStorage.setItem(NAME, choice ? 'on' : 'off');
  },
};
