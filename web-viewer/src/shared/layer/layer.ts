/** A change of what stands above the picture; docs/protocol.md, Layer. */
export type LayerEvent = { readonly at: number } & (
  | { readonly show: 'picture'; readonly name: string }
  | { readonly show: 'names'; readonly on: boolean }
  | { readonly show: 'title'; readonly name: string; readonly title: string }
  | { readonly show: 'clock'; readonly on: boolean }
  | { readonly show: 'logo'; readonly text: string; readonly picture?: string }
  | { readonly show: 'question'; readonly text: string; readonly name: string }
);

/** What stands there at one moment; empty texts are nothing. */
export interface Shown {
  readonly name: string;
  readonly title: string;
  readonly logo: string;
  /** Its picture, a file beside the layer; of that `logo` is the description. */
  readonly picture: string;
  readonly clock: boolean;
  readonly question: string;
  readonly asker: string;
}

export const nothingShown: Shown = {
  name: '',
  title: '',
  logo: '',
  picture: '',
  clock: false,
  question: '',
  asker: '',
};

const kinds = ['picture', 'names', 'title', 'clock', 'logo', 'question'];

/** Those that can be drawn, by their time; of two at one time the later told one stays behind. */
export function inOrder(told: readonly LayerEvent[]): LayerEvent[] {
  return told
    .filter(({ at, show }) => Number.isFinite(at) && kinds.includes(show))
    .toSorted((one, other) => one.at - other.at);
}

/**
 * What stands above the picture at a moment.
 *
 * @param events in order
 * @param moment in seconds of the program
 */
export function shownAt(events: readonly LayerEvent[], moment: number): Shown {
  let picture = '';
  let names = false;
  const titles = new Map<string, string>();
  let shown = nothingShown;
  for (const event of events) {
    if (event.at > moment) break;
    switch (event.show) {
      case 'picture':
        picture = event.name;
        break;
      case 'names':
        names = event.on;
        break;
      case 'title':
        titles.set(event.name, event.title);
        break;
      case 'clock':
        shown = { ...shown, clock: event.on };
        break;
      case 'logo':
        shown = { ...shown, logo: event.text, picture: fileOf(event.picture) };
        break;
      case 'question':
        shown = { ...shown, question: event.text, asker: event.name };
    }
  }
  return names ? { ...shown, name: picture, title: titles.get(picture) ?? '' } : shown;
}

/** When something changes next, in seconds of the program; Infinity: not as far as is known. */
export function nextChange(events: readonly LayerEvent[], moment: number): number {
  return events.find(({ at }) => at > moment)?.at ?? Infinity;
}

export const isEmpty = ({ name, logo, picture, clock, question }: Shown): boolean =>
  !name && !logo && !picture && !clock && !question;

/** Nothing but a file beside it is shown. */
const fileOf = (name = ''): string => (/^logo-[0-9a-f]{8}\.png$/.test(name) ? name : '');
