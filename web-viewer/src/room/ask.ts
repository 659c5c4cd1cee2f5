import type { Request } from '../shared/signal/messages.js';

/** Components ask upwards; only the room talks to the session. */
export function ask(from: EventTarget, request: Request): void {
  from.dispatchEvent(
    new CustomEvent<Request>('ask', { detail: request, bubbles: true, composed: true }),
  );
}

declare global {
  interface HTMLElementEventMap {
    ask: CustomEvent<Request>;
  }
}
