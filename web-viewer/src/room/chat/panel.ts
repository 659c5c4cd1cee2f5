import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asProblem } from '../../shared/api/http.js';
import { common } from '../../shared/i18n/common.js';
import { timeOfDay } from '../../shared/i18n/format.js';
import { t, Translated } from '../../shared/i18n/language.js';
import { explain } from '../../shared/i18n/problems.js';
import type { ChatLine } from '../../shared/signal/messages.js';
import '../../shared/ui/confirm.js';
import { controls } from '../../shared/ui/controls.js';
import '../../shared/ui/icon.js';
import { ask } from '../ask.js';
import { may, myself, type SessionState } from '../session-state.js';
import { asText, download } from './export.js';
import { pieces } from './links.js';
import type { ChatLog } from './log.js';
import { look } from './panel-look.js';
import { chatWords as words } from './words.js';

/** Characters of one message; the server refuses more. */
const LONGEST = 2_000;

/** So few characters are left that it is worth saying. */
const SAID_BELOW = 200;

/** Messages that are drawn at a time. */
const SHOWN = 300;

/** So far from the end one reads it still, pixels. */
const NEAR = 48;

/** What was written, and where one writes oneself. */
@customElement('ro-chat')
export class ChatPanel extends LitElement {
  static override styles = [controls, look];

  @property({ attribute: false }) session!: SessionState;
  @property({ attribute: false }) log!: ChatLog;
  /** Fails with the refusal. */
  @property({ attribute: false }) send!: (text: string) => Promise<void>;
  @state() private typed = '';
  @state() private trouble = '';
  @state() private shown = SHOWN;
  @state() private fresh = false;
  @state() private clearing = false;
  @state() private sending = false;
  @query('.log') private list!: HTMLElement;
  @query('textarea') private field?: HTMLTextAreaElement;
  private atEnd = true;

  constructor() {
    super();
    new Translated(this);
  }

  protected override firstUpdated(): void {
    this.toEnd();
    if (matchMedia('(pointer: coarse)').matches) {
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    } else (this.field ?? this.list).focus();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const before = changes.get('log');
    if (!before || this.atEnd) return;
    const last = this.log.lines[this.log.lines.length - 1];
    if (last && last.number > before.last) this.fresh = true;
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('log') && this.atEnd) this.toEnd();
  }

  protected override render() {
    return html`<section
      aria-labelledby="chat"
      data-test="chat-panel"
      @keydown=${this.pressed}
    >
      <div class="head">
        <h2 id="chat" tabindex="-1">${t(words.chat)}</h2>
        <button class="plain" data-test="chat-close" aria-label=${t(words.close)} @click=${this.close}>
          <ro-icon name="remove"></ro-icon>
        </button>
      </div>
      <div class="middle">
        <div
          class="log"
          role="log"
          tabindex="0"
          aria-label=${t(words.chat)}
          data-test="chat-log"
          @scroll=${this.scrolled}
        >
          ${this.lines()}
        </div>
        ${this.fresh
          ? html`<button class="primary fresh" data-test="chat-fresh" @click=${this.toEnd}>
              ${t(words.fresh)}
            </button>`
          : nothing}
      </div>
      ${may(this.session, 'mute-others') ? this.options() : nothing}
      <div class="below">${this.composer()}</div>
      ${this.clearing ? this.question() : nothing}
    </section>`;
  }

  private lines() {
    const { lines } = this.log;
    const drawn = lines.slice(-this.shown);
    const kept = this.session.room?.chat.kept;
    return html`<p class="note tiny quiet">${t(kept ? words.readersKept : words.readers)}</p>
      ${drawn.length < lines.length
        ? html`<button class="plain small" @click=${() => (this.shown += SHOWN)}>
            ${t(words.earlier)}
          </button>`
        : nothing}
      ${lines.length === 0 ? html`<p class="small quiet">${t(words.empty)}</p>` : nothing}
      <ul>
        ${repeat(
          drawn,
          ({ number }) => number,
          (line) => html`<li data-test="chat-${line.number}">${this.line(line)}</li>`,
        )}
      </ul>`;
  }

  private line({ number, at, name, host, text }: ChatLine) {
    return html`<p class="by">
        <span class="name">${name}</span>
        ${host ? html`<span class="tiny quiet">${t(common.host)}</span>` : nothing}
        <time class="tiny quiet figures" datetime=${at}>${timeOfDay(at)}</time>
      </p>
      <p class="text" dir="auto">${pieces(text).map(piece)}</p>
      ${may(this.session, 'mute-others')
        ? html`<button
            class="plain erase"
            data-test="erase-${number}"
            aria-label=${t(words.erase, name)}
            title=${t(words.erase, name)}
            @click=${() => ask(this, { type: 'erase', message: number })}
          >
            <ro-icon name="remove"></ro-icon>
          </button>`
        : nothing}`;
  }

  private options() {
    const chat = this.session.room?.chat;
    if (!chat) return nothing;
    return html`<details>
      <summary data-test="chat-options">${t(words.options)}</summary>
      <div class="options">
        <button
          data-test="chat-open"
          aria-pressed=${chat.open}
          @click=${() => ask(this, { type: 'chat', open: !chat.open })}
        >
          ${t(words.open)}
        </button>
        <button
          data-test="chat-kept"
          aria-pressed=${chat.kept}
          @click=${() => ask(this, { type: 'chat', kept: !chat.kept })}
        >
          ${t(words.kept)}
        </button>
        <button data-test="chat-save" @click=${this.save}>
          <ro-icon name="download"></ro-icon>${t(words.save)}
        </button>
        <button data-test="chat-clear" @click=${() => (this.clearing = true)}>
          <ro-icon name="remove"></ro-icon>${t(words.clear)}
        </button>
      </div>
    </details>`;
  }

  private question() {
    return html`<ro-confirm
      question=${t(words.clearQuestion)}
      detail=${t(words.clearDetail)}
      yes=${t(words.clear)}
      no=${t(common.cancel)}
      @no=${() => (this.clearing = false)}
      @yes=${() => {
        this.clearing = false;
        ask(this, { type: 'erase' });
      }}
    ></ro-confirm>`;
  }

  /** Where one writes, or why one cannot. */
  private composer() {
    const { room } = this.session;
    if (myself(this.session)?.silenced) return this.barred(t(words.silenced));
    if (room && !room.chat.open && !may(this.session, 'mute-others')) {
      return this.barred(t(words.closed));
    }
    const left = LONGEST - [...this.typed].length;
    return html`<div role="alert">
        ${this.trouble
          ? html`<p class="tiny over" data-test="chat-trouble">${this.trouble}</p>`
          : nothing}
      </div>
      ${left < SAID_BELOW
        ? html`<p class="tiny ${left < 0 ? 'over' : 'quiet'}">${t(words.left, left)}</p>`
        : nothing}
      <form @submit=${this.submit}>
        <textarea
          rows="1"
          data-test="chat-text"
          aria-label=${t(words.write)}
          placeholder=${t(words.write)}
          title=${t(words.hint)}
          enterkeyhint="send"
          .value=${this.typed}
          @input=${this.input}
          @keydown=${this.key}
        ></textarea>
        <button
          class="primary send"
          data-test="chat-send"
          aria-label=${t(words.send)}
          ?disabled=${left < 0 || this.typed.trim() === ''}
        >
          <ro-icon name="send"></ro-icon>
        </button>
      </form>`;
  }

  private barred(why: string) {
    return html`<p class="small quiet" role="status" data-test="chat-barred">${why}</p>`;
  }

  private input(event: Event): void {
    this.typed = (event.target as HTMLTextAreaElement).value;
    this.trouble = '';
  }

  /** Enter sends, unless it ends a word of an input method. */
  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    void this.submit(event);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.typed.trim();
    if (text === '' || [...text].length > LONGEST || this.sending) return;
    this.sending = true;
    try {
      await this.send(text);
      this.typed = '';
      this.trouble = '';
      this.toEnd();
    } catch (error) {
      this.trouble = explain(asProblem(error), 'talk');
    } finally {
      this.sending = false;
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || this.clearing) return;
    event.stopPropagation();
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  private save(): void {
    const title = this.session.room?.title ?? '';
    const day = new Date().toISOString().slice(0, 10);
    download(`chat-${this.session.room?.id ?? ''}-${day}.txt`, asText(title, this.log.lines));
  }

  private scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.atEnd) this.fresh = false;
  }

  private readonly toEnd = (): void => {
    this.atEnd = true;
    this.fresh = false;
    this.list.scrollTop = this.list.scrollHeight;
  };
}

const piece = ({ text, href }: { text: string; href?: string }) =>
  href
    ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`
    : text;
