import type { Change, Participant, Room } from '../shared/signal/messages.js';

/** The room after a change; null where the change does not follow what is known. */
export function changed(room: Room, change: Change): Room | null {
  if (change.since !== room.revision) return null;
  const placed = place(room.participants, change);
  const participants = change.order ? ordered(placed, change.order) : placed;
  return { ...room, ...change.room, revision: change.revision, participants };
}

function place(before: readonly Participant[], { participants, gone }: Change): Participant[] {
  const byId = new Map(before.map((one) => [one.id, one]));
  for (const id of gone) byId.delete(id);
  for (const one of participants) byId.set(one.id, one);
  return [...byId.values()];
}

function ordered(people: readonly Participant[], order: readonly string[]): Participant[] {
  const byId = new Map(people.map((one) => [one.id, one]));
  return order.flatMap((id) => byId.get(id) ?? []);
}
