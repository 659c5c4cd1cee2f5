import { ChannelFeed, type ChannelFeedParts, type EventStream } from './channel-feed.js';
import { channels, eventsUrl } from './streaming.js';

type Listeners = Pick<ChannelFeedParts, 'onChannels' | 'onEnded' | 'onReachable' | 'onAnnounced'>;

/** A ChannelFeed on the browser's own EventSource, fetch and timers. */
export function openFeed(listeners: Listeners, base = ''): ChannelFeed {
  const feed = new ChannelFeed({
    ...listeners,
    open: () => new EventSource(eventsUrl(base)) as EventStream,
    poll: () => channels(base),
    later: (task, millis) => {
      const timer = setTimeout(task, millis);
      return () => clearTimeout(timer);
    },
  });
  feed.start();
  return feed;
}
