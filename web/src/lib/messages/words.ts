import { page } from '$app/state';
import { messagesIn, type Messages } from './languages.ts';

/** The messages in the language of the reader; call it while a component is made. */
export const words = (): Messages => messagesIn(page.data.reader?.language);
