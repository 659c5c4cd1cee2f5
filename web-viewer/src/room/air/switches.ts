import type { Clock } from '../../shared/clock.js';
import { asProblem } from '../../shared/api/http.js';
import { read, write } from '../../shared/keep.js';

/** What the host has switched on above the picture; docs/protocol.md, `/api/channels/{id}/layer`. */
export interface Switches {
  readonly session: string;
  readonly names: boolean;
  readonly clock: boolean;
  readonly logo: string;
  /** A file; empty: the mark is its words. */
  readonly picture: string;
  readonly titles: Readonly<Record<string, string>>;
}

export type SwitchChange = Partial<
  Pick<Switches, 'names' | 'clock' | 'logo'> & {
    titles: Record<string, string>;
    caption: { text: string; language: string };
  }
>;

/** What stays in this browser for the next program of the room. */
interface Remembered {
  readonly logo: string;
  readonly titles: Readonly<Record<string, string>>;
}

const EMPTY: Remembered = { logo: '', titles: {} };

/** Titles of more people are not remembered. */
const MOST = 100;

/** A program that begins just now is not known to the station yet. */
const LOOK_AGAIN_AFTER = 1_000;

/** What stands above the picture of a room's program, and its host's switches for it. */
export class LayerSwitches {
  now: Switches | null = null;
  remembered: Remembered = EMPTY;
  private program: string | null = null;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly room: string,
    private readonly send: (change?: SwitchChange | Blob) => Promise<Switches>,
    private readonly onChange: () => void,
    private readonly onTrouble: (error: unknown) => void,
    private readonly clock: Clock,
    private readonly store: () => Storage = () => localStorage,
  ) {
    this.remembered = this.recall();
  }

  /** That program is on air now; null: none. */
  follow(program: string | null): void {
    if (program === this.program) return;
    this.close();
    this.program = program;
    if (program) void this.load(program);
  }

  close(): void {
    this.cancel();
    this.program = null;
    this.now = null;
  }

  private async load(program: string): Promise<void> {
    const found = await this.send().catch(() => null);
    if (program !== this.program) return;
    if (found?.session === program) this.take(found);
    else this.cancel = this.clock.later(() => void this.load(program), LOOK_AGAIN_AFTER);
  }

  /** What was refused is said, and stays as the server has it. */
  async change(wanted: SwitchChange): Promise<void> {
    this.remember(wanted);
    await this.carry(wanted);
  }

  /** A picture as the mark. */
  show(picture: Blob): Promise<void> {
    return this.carry(picture);
  }

  private async carry(wanted: SwitchChange | Blob): Promise<void> {
    const program = this.program;
    try {
      const then = await this.send(wanted);
      if (program === this.program) this.take(then);
    } catch (error) {
      if (asProblem(error).status !== 404) this.onTrouble(error);
      this.onChange();
    }
  }

  /** What stands below a name, or stood there in an earlier program. */
  titleOf(name: string): string {
    return own(this.now?.titles, name) ?? own(this.remembered.titles, name) ?? '';
  }

  /** Names on, with the titles of who is here. */
  showNames(people: readonly string[]): Promise<void> {
    const titles = Object.fromEntries(
      people.map((name) => [name, this.titleOf(name)]).filter(([, title]) => title),
    ) as Record<string, string>;
    return this.change({ names: true, titles });
  }

  private take(news: Switches): void {
    this.now = news;
    this.onChange();
  }

  private remember({ logo, titles }: SwitchChange): void {
    const all = Object.entries({ ...this.remembered.titles, ...titles }).filter(([, title]) => title);
    this.remembered = {
      logo: logo || this.remembered.logo,
      titles: Object.fromEntries(all.slice(-MOST)),
    };
    write(this.key, JSON.stringify(this.remembered), this.store);
  }

  private recall(): Remembered {
    try {
      const kept = JSON.parse(read(this.key, this.store) ?? '{}') as Partial<Remembered>;
      return { logo: String(kept.logo ?? ''), titles: { ...kept.titles } };
    } catch {
      return EMPTY;
    }
  }

  private get key(): string {
    return `rostrum.layer.${this.room}`;
  }
}

/** A name may be that of something that every object has. */
const own = (titles: Readonly<Record<string, string>> | undefined, name: string) =>
  titles && Object.hasOwn(titles, name) ? titles[name] : undefined;
