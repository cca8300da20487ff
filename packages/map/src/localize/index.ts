export { messagesOf } from './messages.js';
export type { Messages } from './messages.js';
