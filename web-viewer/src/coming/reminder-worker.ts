/** As much of a service worker's world as is used here; the compiler knows the page's only. */
interface Window {
  readonly url: string;
  focus(): Promise<unknown>;
}

interface Worker {
  readonly clients: {
    matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(
    type: 'notificationclick',
    listener: (event: {
      readonly notification: { readonly data: string; close(): void };
      waitUntil(work: Promise<unknown>): void;
    }) => void,
  ): void;
}

const worker = globalThis as unknown as Worker;

/** A reminder that is pressed brings its page to the front, or opens it again. */
worker.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(show(notification.data));
});

async function show(page: string): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = open.find(({ url }) => url.split('#')[0] === page.split('#')[0]);
  await (there ? there.focus() : worker.clients.openWindow(page));
}

export {};
