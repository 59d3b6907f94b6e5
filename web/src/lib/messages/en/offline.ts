export const offline = {
  title: 'No connection',
  text: 'This page needs the desk. Without it you can go on with:',
  again: 'Try again',
};
