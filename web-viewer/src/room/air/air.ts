import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { accessOf } from '../../shared/api/access.js';
import { asProblem } from '../../shared/api/http.js';
import type { Station } from '../../shared/api/station.js';
import { browserClock } from '../../shared/clock.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { explain } from '../../shared/i18n/problems.js';
import { announce } from '../../shared/ui/announcer.js';
import '../../shared/ui/confirm.js';
import type { Request } from '../../shared/signal/messages.js';
import { ask } from '../ask.js';
import { isIn, may } from '../session-state.js';
import { covered } from '../shortcut-keys.js';
import type { Stay } from '../stay.js';
import { barWords } from '../words.js';
import './counting.js';
import type { Counting } from './counting.js';
import { GoingOnAir, type Allowed, type Standing } from './going.js';
import { isKeyToGoOnAir } from './press.js';
import { rememberedProgram, rememberProgram, type Program } from './program.js';
import './sheet.js';
import type { AirSheet } from './sheet.js';
import { airWords as words } from './words.js';

/** The host's way on air, and what asks him before he leaves it. */
@customElement('ro-air')
export class Air extends LitElement {
  @property({ attribute: false }) stay!: Stay;
  @property({ attribute: false }) station: Station | null = null;
  @state() private leaving = false;
  private shown: Standing['kind'] = 'idle';
  private stop?: () => void;
  private readonly going = new GoingOnAir({
    clock: browserClock,
    allowed: () => this.allowed(),
    remembered: () => rememberedProgram(this.room),
    remember: (program) => rememberProgram(this.room, program),
    goOnAir: (program) => this.begin(program),
    onBroken: () => this.say(t(words.broken)),
    onChange: () => this.shut(),
  });

  constructor() {
    super();
    new Translated(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.stay.onChange(() => this.follow());
    addEventListener('keydown', this.key);
    addEventListener('beforeunload', this.unload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    removeEventListener('keydown', this.key);
    removeEventListener('beforeunload', this.unload);
    this.going.callBack();
  }

  /** Go on air, as far as one may: the sheet, the countdown, or its end. */
  press(): void {
    const { kind } = this.going.standing;
    if (kind === 'counting') return this.dismiss('counting');
    if (kind === 'idle' && this.allowed() === 'away') return this.say(t(words.away));
    this.going.press();
    void this.verify(this.going.standing);
  }

  /** Leaves, after a question where the program would end by it. */
  leave(): void {
    if (this.runs()) this.leaving = true;
    else this.stay.session.leave();
  }

  protected override render() {
    return html`${this.way()} ${this.leaving ? this.question() : nothing}`;
  }

  private way() {
    const { standing } = this.going;
    const { state } = this.stay.session;
    if (standing.kind === 'idle') return nothing;
    if (standing.kind === 'counting') {
      return html`<ro-counting
        .left=${standing.left}
        .program=${standing.program}
        .room=${state.room?.title ?? ''}
        @close=${() => this.dismiss('counting')}
        @change=${() => this.going.open()}
      ></ro-counting>`;
    }
    return html`<ro-air-sheet
      .session=${state}
      .own=${this.stay.lines.video}
      .station=${this.station}
      .remembered=${rememberedProgram(this.room)}
      ?ready=${this.allowed() === 'ready'}
      @close=${() => this.dismiss('sheet')}
      @start=${(event: CustomEvent<Program>) => this.going.start(event.detail)}
    ></ro-air-sheet>`;
  }

  private question() {
    return html`<ro-confirm
      onair
      question=${t(words.leaveQuestion)}
      detail=${t(words.leaveDetail)}
      yes=${t(words.stopAndLeave)}
      no=${t(barWords.stopNo)}
      @no=${() => (this.leaving = false)}
      @yes=${this.stopAndLeave}
    ></ro-confirm>`;
  }

  private get room(): string {
    return this.stay.session.state.room?.id ?? '';
  }

  private allowed(): Allowed {
    const { state } = this.stay.session;
    if (!may(state, 'broadcast') || state.room?.broadcast.state !== 'off') return 'taken';
    return state.phase.kind === 'inside' ? 'ready' : 'away';
  }

  /** Whether a program of ours runs, or is about to. */
  private runs(): boolean {
    const { state } = this.stay.session;
    const running = ['starting', 'on', 'interrupted'].includes(state.room?.broadcast.state ?? '');
    return isIn(state) && may(state, 'broadcast') && running;
  }

  private begin({ title }: Program): void {
    const request: Request = { type: 'broadcast', on: true, ...(title ? { title } : {}) };
    ask(this, request);
  }

  /** By Escape or a button; a dialog that made way for the next one tells us too late. */
  private dismiss(kind: Standing['kind']): void {
    if (this.going.standing.kind !== kind) return;
    this.going.callBack();
    if (kind === 'counting') announce(t(words.calledBack), 'assertive');
  }

  /** What is open closes by itself, so that the focus goes back to where it was. */
  private shut(): void {
    const { kind } = this.going.standing;
    if (this.shown !== kind) this.renderRoot?.querySelector<AirSheet | Counting>('ro-counting, ro-air-sheet')?.close();
    this.shown = kind;
    this.requestUpdate();
  }

  /** Others may watch than were remembered: the host looks at the sheet first. */
  private async verify(standing: Standing): Promise<void> {
    if (standing.kind !== 'counting' || !this.station || !standing.program.visibility) return;
    const now = await accessOf(this.station).catch(() => null);
    const same = !now || now.visibility === standing.program.visibility;
    if (!same && this.going.standing.kind === 'counting') this.going.open();
  }

  private follow(): void {
    this.going.follow();
    this.requestUpdate();
  }

  /** What the server refuses keeps us here, and is said. */
  private async stopAndLeave(): Promise<void> {
    this.leaving = false;
    const { session } = this.stay;
    try {
      if (this.runs()) await session.request({ type: 'broadcast', on: false });
      session.leave();
    } catch (error) {
      this.say(explain(asProblem(error)));
    }
  }

  private say(detail: string): void {
    this.dispatchEvent(new CustomEvent<string>('trouble', { detail }));
  }

  private readonly key = (event: KeyboardEvent) => {
    const idle = this.going.standing.kind === 'idle';
    if (!isKeyToGoOnAir(event) || (idle && covered(this.getRootNode() as ShadowRoot))) return;
    event.preventDefault();
    this.press();
  };

  /** The browser asks in its own words (HTML, 7.4.2.4). */
  private readonly unload = (event: BeforeUnloadEvent) => {
    if (this.runs()) event.preventDefault();
  };
}
