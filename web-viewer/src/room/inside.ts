import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { asProblem } from '../shared/api/http.js';
import type { Station } from '../shared/api/station.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain, type TooMany } from '../shared/i18n/problems.js';
import type { Participant, Request } from '../shared/signal/messages.js';
import { announce } from '../shared/ui/announcer.js';
import '../shared/ui/confirm.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/header.js';
import '../shared/ui/icon.js';
import '../shared/ui/on-air.js';
import './air/air.js';
import type { Air } from './air/air.js';
import './air/ended-card.js';
import './air/switch-panel.js';
import './bar.js';
import type { Bar, BarAction } from './bar.js';
import './chat/floating.js';
import { unread } from './chat/log.js';
import './chat/panel.js';
import './chat/react.js';
import './chat/rename.js';
import { chatWords } from './chat/words.js';
import './connection-state.js';
import './door.js';
import './host-tools.js';
import { look } from './inside-look.js';
import './invite.js';
import './keys-sheet.js';
import { keepDevice, keptDevice } from './kept-devices.js';
import './monitor.js';
import './more.js';
import { News } from './news.js';
import { Notices } from './notices.js';
import { keepName } from './own-name.js';
import { ownStation } from './own-station.js';
import './people.js';
import { Presses } from './presses.js';
import { handUp, isOnAir, may, myself, seesHimself } from './session-state.js';
import { ShortcutKeys } from './shortcut-keys.js';
import type { Shortcut } from './shortcuts.js';
import './stage.js';
import type { Stage } from './stage.js';
import type { Stay } from './stay.js';
import { cardOf, warningOf } from './warnings.js';
import { barWords, words } from './words.js';

const NOTICE_FOR = 7_000;

/** The room from within: stage, people, controls. */
@customElement('ro-inside')
export class Inside extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) stay!: Stay;
  @state() private notice = '';
  /** What others did or want: read when there is a pause. */
  @state() private note = '';
  @state() private keys = false;
  @state() private more = false;
  @state() private chatting = false;
  @state() private reacting = false;
  @state() private renaming = false;
  /** The number of the message that one read last. */
  private read = 0;
  private told = 0;
  @state() private removing?: Participant;
  @state() private loudspeaker: string | null = keptDevice('audiooutput');
  @state() private soundBlocked = false;
  @query('audio') private audio!: HTMLAudioElement;
  @query('ro-air') private air!: Air;
  @query('ro-stage') private stage!: Stage;
  @query('ro-bar') private bar!: Bar;
  private station: Station | null = null;
  private readonly news = new News();
  private readonly notices = new Notices();
  private readonly presses = new Presses(
    () => this.stay,
    (text, millis) => this.say(text, millis),
  );
  private noteTimer?: ReturnType<typeof setTimeout>;
  private stop?: () => void;
  private noticeTimer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    new Translated(this);
    new ShortcutKeys(this, (pressed) => this.carryOut(pressed));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.stay.onChange(() => this.changed());
    this.station = ownStation(this.stay.session.state.room?.id ?? '');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    clearTimeout(this.noticeTimer);
    clearTimeout(this.noteTimer);
  }

  protected override render() {
    const { session, lines } = this.stay;
    const { state } = session;
    return html`<div
      class="inside"
      @ask=${this.ask}
      @press-on-air=${() => this.air.press()}
    >
      ${this.header()}
      <main data-chat=${this.chatting || nothing}>
        <ro-stage
          .session=${state}
          .own=${lines.video}
          ?sharing=${lines.source === 'screen'}
          ><ro-floating .session=${state}></ro-floating
        ></ro-stage>
        <aside aria-label=${t(words.people)}>
          ${this.standing()}
          ${may(state, 'admit') && state.room
            ? html`<ro-door .door=${state.room.door} .knocks=${state.knocks}></ro-door>`
            : nothing}
          ${may(state, 'broadcast') && state.room
            ? html`<ro-ended .broadcast=${state.room.broadcast} .station=${this.station}></ro-ended>`
            : nothing}
          ${may(state, 'broadcast') && isOnAir(state) ? html`${this.monitor()} ${this.switches()}` : nothing}
          <ro-people
            .session=${state}
            @in-sight=${(event: CustomEvent<string[]>) => this.stay.sight.show(event.detail)}
            @remove-person=${(event: CustomEvent<Participant>) => (this.removing = event.detail)}
          ></ro-people>
          ${seesHimself(state)
            ? nothing
            : html`<ro-invite room=${state.room?.id ?? ''}></ro-invite>`}
        </aside>
        ${this.chatting
          ? html`<ro-chat
              .session=${state}
              .log=${state.chat}
              .send=${(text: string) => session.request({ type: 'write', text })}
              @close=${this.closeChat}
            ></ro-chat>`
          : nothing}
      </main>
      <footer>
        ${this.messages()}
        <ro-bar
          ?microphone=${lines.audio !== null && !lines.muted}
          ?silenced=${myself(state)?.audio.mutedByHost ?? false}
          source=${lines.source}
          ?hand=${handUp(state)}
          ?reacting=${this.reacting}
          ?chatting=${this.chatting}
          .unread=${this.unread}
          @do=${(event: CustomEvent<BarAction>) => this.perform(event.detail)}
        ></ro-bar>
        ${may(state, 'lock') || may(state, 'broadcast')
          ? html`<ro-host-tools .room=${state.room} .rights=${state.rights}></ro-host-tools>`
          : nothing}
      </footer>
      <audio data-test="mix-audio" autoplay></audio>
      <ro-air
        .stay=${this.stay}
        .station=${this.station}
        @trouble=${(event: CustomEvent<string>) => this.say(event.detail)}
      ></ro-air>
      ${this.dialogs()}
    </div>`;
  }

  private header() {
    const { state } = this.stay.session;
    const broadcast = state.room?.broadcast;
    return html`<ro-header compact bare server="rooms">
      <h1 data-test="room-title">${state.room?.title}</h1>
      ${isOnAir(state)
        ? html`<ro-on-air data-test="on-air" .since=${broadcast?.since ?? null}></ro-on-air>`
        : nothing}
      <ro-connection
        .phase=${state.phase}
        @hurry=${() => this.stay.session.hurry()}
      ></ro-connection>
    </ro-header>`;
  }

  private monitor() {
    const { room } = this.stay.session.state;
    return html`<ro-monitor
      room=${room?.id ?? ''}
      .page=${room?.broadcast.page ?? null}
      .program=${room?.broadcast.session ?? null}
      .station=${this.station}
    ></ro-monitor>`;
  }

  private switches() {
    return html`<ro-switches
      .room=${this.stay.session.state.room}
      .station=${this.station}
      @trouble=${(event: CustomEvent<string>) => this.say(event.detail)}
    ></ro-switches>`;
  }

  /** What stays for a while covers nothing; News reads it out. */
  private standing() {
    const { state } = this.stay.session;
    const interrupted = state.room?.broadcast.state === 'interrupted';
    const warning = state.room && may(state, 'broadcast') ? warningOf(state.room) : null;
    const card = state.room && may(state, 'broadcast') && isOnAir(state) ? cardOf(state.room) : null;
    if (!interrupted && !warning && !card) return nothing;
    const notice = (name: string, said: string) => html`<p class="notice" data-test=${name}>
      <ro-icon name="warning"></ro-icon><span>${said}</span>
    </p>`;
    return html`<div class="standing">
      ${interrupted ? notice('interrupted', t(barWords.interrupted)) : nothing}
      ${warning ? notice('warning', warning) : nothing}
      ${card ? notice('card', card) : nothing}
    </div>`;
  }

  private messages() {
    return html`<div class="messages">
      ${this.reacting ? html`<ro-react @keydown=${this.escapeReact}></ro-react>` : nothing}
      ${this.soundBlocked
        ? html`<button class="primary" @click=${this.unblockSound}>${t(words.soundBlocked)}</button>`
        : nothing}
      <div role="alert">
        ${this.notice ? html`<p class="notice" data-test="notice">${this.notice}</p>` : nothing}
      </div>
      <div role="status">
        ${this.note ? html`<p class="notice" data-test="note">${this.note}</p>` : nothing}
      </div>
    </div>`;
  }

  private dialogs() {
    return html`${this.more
      ? html`<ro-more
          .lines=${this.stay.lines}
          .still=${this.stay.still}
          .peer=${() => this.stay.session.media}
          .loudspeaker=${this.loudspeaker}
          .unread=${this.unread}
          @chat=${this.openChat}
          @rename=${() => (this.renaming = true)}
          @loudspeaker=${this.pickLoudspeaker}
          @float=${this.float}
          @keys=${() => (this.keys = true)}
          @close=${() => (this.more = false)}
        ></ro-more>`
      : nothing}
    ${this.keys
      ? html`<ro-keys
          .rights=${this.stay.session.state.rights}
          @close=${() => (this.keys = false)}
        ></ro-keys>`
      : nothing}
    ${this.renaming
      ? html`<ro-rename
          name=${myself(this.stay.session.state)?.name ?? ''}
          @close=${() => (this.renaming = false)}
          @rename=${(event: CustomEvent<string>) => this.rename(event.detail)}
        ></ro-rename>`
      : nothing}
    ${this.removing
      ? html`<ro-confirm
          question=${t(barWords.removeQuestion, this.removing.name)}
          detail=${t(barWords.removeDetail)}
          yes=${t(barWords.remove)}
          no=${t(common.cancel)}
          @no=${() => (this.removing = undefined)}
          @yes=${this.removeChosen}
        ></ro-confirm>`
      : nothing}`;
  }

  protected override updated(_: PropertyValues): void {
    const { state } = this.stay.session;
    this.news.tell(state);
    if (this.audio.srcObject === state.sound) return;
    this.audio.srcObject = state.sound;
    if (this.loudspeaker) void this.audio.setSinkId?.(this.loudspeaker).catch(() => undefined);
    if (state.sound) void this.audio.play().catch(() => (this.soundBlocked = true));
  }

  private async perform(action: BarAction): Promise<void> {
    if (action === 'more') this.more = true;
    else if (action === 'chat') this.chatting ? this.closeChat() : this.openChat();
    else if (action === 'react') await this.toggleReact();
    else if (action === 'leave') this.air.leave();
    else await this.carry(this.presses[action]());
  }

  private get unread(): number {
    const { chat, you } = this.stay.session.state;
    return this.chatting ? 0 : unread(chat, this.read, you);
  }

  private readonly openChat = (): void => {
    this.chatting = true;
  };

  private readonly closeChat = (): void => {
    this.read = this.stay.session.state.chat.last;
    this.chatting = false;
    this.bar.toChat();
  };

  private async toggleReact(): Promise<void> {
    this.reacting = !this.reacting;
    await this.updateComplete;
    const signs = this.renderRoot.querySelector<HTMLElement & { toFirst(): void }>('.messages ro-react');
    signs?.toFirst();
  }

  private escapeReact(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.reacting = false;
  }

  private rename(name: string): void {
    keepName(name);
    void this.carry(this.stay.session.rename(name), 'talk');
  }

  private carryOut(pressed: Shortcut): void {
    const { state } = this.stay.session;
    if (pressed === 'help') this.keys = true;
    else if (pressed !== 'lock') void this.perform(pressed);
    else if (may(state, 'lock')) {
      void this.carry(this.stay.session.request({ type: 'lock', on: !state.room?.locked }));
    }
  }

  private ask(event: CustomEvent<Request>): void {
    void this.carry(this.stay.session.request(event.detail), oftenness(event.detail));
  }

  /** What was refused is said in words; the picture on the screen stays what the server says. */
  private async carry(work: Promise<unknown>, often?: TooMany): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.say(explain(asProblem(error), often));
    }
  }

  private say(text: string, millis = NOTICE_FOR): void {
    this.notice = text;
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => (this.notice = ''), millis);
  }

  private changed(): void {
    this.tellWritten();
    const noted = this.notices.of(this.stay.session.state);
    if (noted.length > 0) {
      this.note = noted.join(' ');
      clearTimeout(this.noteTimer);
      this.noteTimer = setTimeout(() => (this.note = ''), NOTICE_FOR);
    }
    this.requestUpdate();
  }

  private async float(): Promise<void> {
    const said = await this.stage.float();
    if (said) this.say(said);
  }

  /** Who does not look at the chat is told that there is something. */
  private tellWritten(): void {
    const { chat, you } = this.stay.session.state;
    const since = this.told;
    this.told = chat.last;
    if (chat.last < this.read) this.read = 0; // another stay, whose numbers begin anew
    if (this.chatting || chat.last <= since) return;
    const fresh = unread(chat, since, you);
    const name = chat.lines[chat.lines.length - 1]?.name ?? '';
    if (fresh > 1) announce(t(chatWords.wroteMany, fresh));
    else if (fresh === 1) announce(t(chatWords.wrote, name));
  }

  private removeChosen(): void {
    const id = this.removing?.id;
    this.removing = undefined;
    if (id) void this.carry(this.stay.session.request({ type: 'remove', participant: id }));
  }

  private async pickLoudspeaker(event: CustomEvent<string | null>): Promise<void> {
    keepDevice('audiooutput', event.detail);
    await this.audio.setSinkId(event.detail ?? '').catch(() => undefined);
    this.loudspeaker = event.detail;
  }

  private async unblockSound(): Promise<void> {
    await this.audio.play().catch(() => undefined);
    this.soundBlocked = this.audio.paused;
  }
}

/** What one does to be heard or seen is refused in other words than what one asks of the server. */
const oftenness = ({ type }: Request): TooMany | undefined => (type === 'react' ? 'talk' : undefined);
