/** A piece of a text: as it is, or a link with its address. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’「」『』《》【】（），。！？；：、]+/giu;

/** What stands at the end of an address and belongs to the sentence. */
const ENDING = /[.,;:!?)\]}*_~]+$/u;

/** The text in pieces; only http and https become links. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = trimmed(match[0]);
    const href = address(shown);
    if (!href) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index) });
    found.push({ text: shown, href });
    at = match.index + shown.length;
  }
  if (at < text.length) found.push({ text: text.slice(at) });
  return found;
}

/** A closing bracket stays where it was opened within. */
function trimmed(found: string): string {
  const short = found.replace(ENDING, '');
  const rest = found.slice(short.length);
  return short.includes('(') && !short.includes(')') && rest.startsWith(')') ? `${short})` : short;
}

function address(text: string): string | undefined {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
