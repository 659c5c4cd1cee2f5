/** A change of what stands above the picture; docs/protocol.md, Layer. */
export type LayerEvent = { readonly at: number } & (
  | { readonly show: 'picture'; readonly name: string }
  | { readonly show: 'names'; readonly on: boolean }
  | { readonly show: 'title'; readonly name: string; readonly title: string }
  | { readonly show: 'clock'; readonly on: boolean }
  | { readonly show: 'logo'; readonly text: string; readonly picture?: string }
  | { readonly show: 'question'; readonly text: string; readonly name: string }
  | { readonly show: 'caption'; readonly text: string; readonly language: string }
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
  /** What is said, as somebody types it; and in which language. */
  readonly caption: string;
  readonly language: string;
}

export const nothingShown: Shown = {
  name: '',
  title: '',
  logo: '',
  picture: '',
  clock: false,
  question: '',
  asker: '',
  caption: '',
  language: '',
};

const kinds = ['picture', 'names', 'title', 'clock', 'logo', 'question', 'caption'];

/** Seconds that a line stands, unless another one comes: whoever reads slowly reads twelve letters a second. */
const lasts = (text: string): number => Math.min(7, Math.max(2, text.length * 0.08));

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
        break;
      case 'caption':
        shown = { ...shown, ...said(event, moment) };
    }
  }
  return names ? { ...shown, name: picture, title: titles.get(picture) ?? '' } : shown;
}

const said = ({ at, text, language }: LayerEvent & { show: 'caption' }, moment: number) =>
  moment < at + lasts(text) ? { caption: text, language } : { caption: '', language: '' };

/** When something changes next, in seconds of the program; Infinity: not as far as is known. */
export function nextChange(events: readonly LayerEvent[], moment: number): number {
  const next = events.find(({ at }) => at > moment)?.at ?? Infinity;
  const line = events.findLast(({ at, show }) => show === 'caption' && at <= moment);
  const ends = line?.show === 'caption' ? line.at + lasts(line.text) : 0;
  return ends > moment ? Math.min(ends, next) : next;
}

export const isEmpty = ({ name, logo, picture, clock, question, caption }: Shown): boolean =>
  !name && !logo && !picture && !clock && !question && !caption;

/** Nothing but a file beside it is shown. */
const fileOf = (name = ''): string => (/^logo-[0-9a-f]{8}\.png$/.test(name) ? name : '');
