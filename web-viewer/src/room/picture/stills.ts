import type { Participant, Room } from '../../shared/signal/messages.js';

/** The latest small picture of each who shows one, as an address for an image. */
export type Stills = Readonly<Record<string, string>>;

/** Whether there may be a still of that person: what it showed must still be what he shows. */
export function showsStill({ connected, video }: Participant): boolean {
  const seen = video.sending && !video.mutedBySelf && !video.mutedByHost;
  return connected && video.still && seen && video.source !== 'none';
}

/** One more came; of whom nothing may be seen any more it came too late. */
export function withStill(stills: Stills, room: Room | null, id: string, jpeg: string): Stills {
  const person = room?.participants.find((one) => one.id === id);
  if (!person || !showsStill(person)) return stills;
  return { ...stills, [id]: `data:image/jpeg;base64,${jpeg}` };
}

/** Those that are left when the room has become another; the same object where all are. */
export function stillsAfter(stills: Stills, before: Room | null, after: Room): Stills {
  const kept = Object.entries(stills).filter(([id]) => {
    const was = before?.participants.find((one) => one.id === id);
    const is = after.participants.find((one) => one.id === id);
    return is && showsStill(is) && was?.video.source === is.video.source;
  });
  return kept.length === Object.keys(stills).length ? stills : Object.fromEntries(kept);
}
