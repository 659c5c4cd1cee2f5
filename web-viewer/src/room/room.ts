import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { roomInfo, type RoomInfo } from '../shared/api/center.js';
import { asProblem } from '../shared/api/http.js';
import { problem, type Problem } from '../shared/api/problem.js';
import { takeHostKey } from '../shared/host-key.js';
import { common } from '../shared/i18n/common.js';
import { t, Translated } from '../shared/i18n/language.js';
import { explain } from '../shared/i18n/problems.js';
import { knownRooms, remember } from '../shared/known-rooms.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/header.js';
import './inside.js';
import './lobby.js';
import { look } from './look.js';
import { outcome } from './outcome.js';
import { keepName, keptName } from './own-name.js';
import { isIn, type Phase } from './session-state.js';
import { openStay } from './stay.js';
import { Tabs } from './tabs.js';
import { barWords, lobbyWords, words } from './words.js';

/** The page of a room: lobby, then inside, then how it ended. Wires, and decides nothing else. */
@customElement('ro-room')
export class RoomPage extends LitElement {
  static override styles = [controls, look];

  readonly room = location.pathname.split('/')[2] ?? '';
  @state() private info?: RoomInfo;
  @state() private trouble?: Problem;
  @state() private nameMissing = false;
  private hostKey = takeHostKey(this.room);
  private readonly stay = openStay(this.room);
  private readonly tabs = new Tabs(
    this.room,
    () => isIn(this.stay.session.state),
    () => this.requestUpdate(),
  );
  private stood: Phase['kind'] = 'outside';

  constructor() {
    super();
    new Translated(this);
    this.stay.onChange(() => this.requestUpdate());
    addEventListener('pagehide', () => this.tabs.gone());
    void this.load();
  }

  private async load(): Promise<void> {
    this.trouble = undefined;
    try {
      this.info = await roomInfo(this.room);
      const known = knownRooms().some(({ id }) => id === this.room);
      if (known) remember({ id: this.room, title: this.info.title });
      document.title = t(words.page, this.info.title);
    } catch (error) {
      this.trouble = asProblem(error);
    }
  }

  protected override render() {
    const { state } = this.stay.session;
    if (isIn(state) && state.room) return html`<ro-inside .stay=${this.stay}></ro-inside>`;
    return html`<ro-header compact server="rooms"></ro-header>
      <main>${this.outside()}</main>`;
  }

  private outside(): TemplateResult {
    const { phase } = this.stay.session.state;
    if (this.trouble) {
      return outcome(explain(this.trouble), t(common.tryAgain), () => void this.load());
    }
    if (phase.kind === 'left') {
      return outcome(t(lobbyWords.left), t(lobbyWords.again), () => location.reload());
    }
    if (phase.kind === 'closed') {
      const said = closedWords[phase.reason] ?? lobbyWords.left;
      return outcome(t(said), t(lobbyWords.again), () => location.reload());
    }
    if (phase.kind === 'waiting') {
      const said = this.stay.session.state.you ? words.connecting : lobbyWords.waiting;
      return outcome(t(said), t(barWords.leave), () => this.stay.session.leave());
    }
    return this.info ? this.lobby(this.info) : html`<p class="waiting">${t(common.loading)}</p>`;
  }

  private lobby(info: RoomInfo): TemplateResult {
    const { phase } = this.stay.session.state;
    return html`<ro-lobby
      .info=${info}
      .lines=${this.stay.lines}
      .name=${keptName()}
      .error=${this.nameMissing ? explain(problem('name-missing')) : notIn(phase)}
      ?elsewhere=${this.tabs.elsewhere}
      ?host=${this.hostKey !== undefined}
      ?joining=${phase.kind === 'connecting' || phase.kind === 'reconnecting'}
      @join=${(event: CustomEvent<string>) => this.join(event.detail)}
    ></ro-lobby>`;
  }

  /** What had the focus goes with the page that it stood on: the next one says itself. */
  protected override updated(_: PropertyValues): void {
    const before = this.stood;
    this.stood = this.stay.session.state.phase.kind;
    if (this.stood === before) return;
    this.tabs.tell();
    if (this.stood === 'inside' && before !== 'reconnecting') announce(t(lobbyWords.entered));
    this.renderRoot.querySelector<HTMLElement>('.outcome h1')?.focus();
  }

  private join(name: string): void {
    this.nameMissing = name === '';
    if (!name) return;
    keepName(name);
    remember({ id: this.room, title: this.info?.title ?? this.room });
    const { phase } = this.stay.session.state;
    if (phase.kind === 'refused' && phase.problem.code === 'bad-host-key') this.hostKey = undefined;
    void this.stay.session.join({ name, hostKey: this.hostKey });
  }
}

/** Why one is not in yet. */
function notIn(phase: Phase): string {
  if (phase.kind === 'refused') return explain(phase.problem);
  if (phase.kind !== 'reconnecting' && phase.kind !== 'lost') return '';
  if (phase.why === 'broken') return explain(problem('unreachable'));
  return t(phase.kind === 'lost' ? lobbyWords.crowdLost : lobbyWords.crowd);
}

const closedWords = {
  removed: lobbyWords.closedRemoved,
  replaced: lobbyWords.closedReplaced,
  'room-closed': lobbyWords.closedRoom,
  idle: lobbyWords.closedIdle,
};
