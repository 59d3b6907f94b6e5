export { inOrder } from '#domain/ticket/conversation.ts';
