/** Ids of rooms, participants and sessions (docs/protocol.md). */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

export const isId = (text: string): boolean => ID.test(text);

/** A room's id out of what people paste: the id itself or any link that ends in /r/{id}. */
export function roomIn(pasted: string): string | null {
  const text = pasted.trim();
  if (isId(text)) return text;
  const found = /\/r\/([A-Za-z0-9_-]{1,64})(?:[/?#]|$)/.exec(text);
  return found?.[1] ?? null;
}

/** The host key in a link's fragment, which browsers never send to a server. */
export function hostKeyIn(link: string): string | null {
  const found = /#(?:.*&)?host=([^&\s]+)/.exec(link);
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}
