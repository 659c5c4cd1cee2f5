import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../directory/still.js';
import type { Announcement, Channel } from '../shared/api/streaming.js';
import { common } from '../shared/i18n/common.js';
import { roughly } from '../shared/i18n/format.js';
import { t, Translated } from '../shared/i18n/language.js';
import { announce } from '../shared/ui/announcer.js';
import { controls } from '../shared/ui/controls.js';
import { EverySecond } from '../shared/ui/every-second.js';
import '../shared/ui/icon.js';
import { browserNotifying, Reminder } from './reminder.js';
import { countdown, fullTime, zoneName } from './when.js';
import { words } from './words.js';

/** A program to come: what, who, when, how long still, and how not to miss it. */
@customElement('ro-coming-program')
export class ComingProgram extends LitElement {
  static override styles = [
    controls,
    css`
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 1.5rem 2.5rem;
        align-items: center;
      }
      ro-still {
        overflow: hidden;
        border-radius: var(--radius);
      }
      .facts,
      .words {
        display: grid;
        gap: 0.5rem;
      }
      h1,
      p {
        overflow-wrap: anywhere;
      }
      .kind {
        color: var(--accent);
        font-weight: 600;
        font-size: 0.875rem;
      }
      .when {
        font-weight: 600;
      }
      .left {
        margin-top: 0.5rem;
        font-size: 1.75rem;
        line-height: 1.25;
        font-weight: 650;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      .about {
        grid-column: 1 / -1;
        max-width: 70ch;
        white-space: pre-line;
      }
      @media (max-width: 45rem) {
        article {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 45rem) and (max-height: 30rem) {
        ro-still {
          max-width: 16rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) announcement!: Announcement;
  /** What else is on air in its room. */
  @property({ attribute: false }) other: Channel | null = null;
  @state() private note: keyof Pick<typeof words, 'remindedHint' | 'refused'> | null = null;
  private readonly second = new EverySecond(this);
  private readonly reminder = new Reminder(browserNotifying(() => this.announcement.title));

  constructor() {
    super();
    new Translated(this);
  }

  /** It is on air: who wanted to be reminded is. */
  begun(): void {
    this.reminder.begun(t(words.begun));
  }

  private get left(): number {
    return Date.parse(this.announcement.startsAt) - this.second.now();
  }

  protected override willUpdate(): void {
    this.reminder.tick(this.left, t(words.inFive));
  }

  protected override render() {
    const { title, host, description, startsAt, length, picture } = this.announcement;
    return html`<article data-test="coming-program">
      <ro-still .src=${picture ?? ''}></ro-still>
      <div class="facts">
        <p class="kind">${t(common.coming)}</p>
        <h1 data-test="program-title">${title || t(common.untitled)}</h1>
        ${host ? html`<p data-test="program-host">${host}</p>` : nothing}
        <p class="when figures">
          <time datetime=${startsAt} data-test="coming-when">${fullTime(startsAt)}</time>
        </p>
        <p class="small quiet">
          ${t(words.zone, zoneName(startsAt))} · ${t(words.takes, roughly(length))}
        </p>
        ${this.counting()} ${this.actions()}
      </div>
      ${description ? html`<p class="about" data-test="program-description">${description}</p>` : nothing}
    </article>`;
  }

  private counting() {
    const { left } = this;
    if (left <= -60_000) return html`<p role="status">${t(words.late)}</p>`;
    return html`<div class="words">
      ${left <= 0
        ? html`<p class="left">${t(words.soon)}</p>`
        : html`<p class="left figures" role="timer" data-test="countdown">
            <span class="small quiet">${t(words.begins)}</span> ${countdown(left)}
          </p>`}
      <p class="small quiet">${t(words.waits)}</p>
    </div>`;
  }

  private actions() {
    const { id, channel } = this.announcement;
    const set = this.reminder.isSet;
    return html`<div class="actions">
        <a class="button primary" data-test="to-calendar" href="/announcements/${id}/program.ics"
          >${t(words.calendar)}</a
        >
        <button data-test="remind" ?disabled=${set} @click=${this.remind}>
          ${set ? html`<ro-icon name="check"></ro-icon>` : nothing}${t(
            set ? words.reminded : words.remind,
          )}
        </button>
      </div>
      <p class="small quiet" role="status" data-test="remind-note">
        ${this.note ? t(words[this.note]) : ''}
      </p>
      ${this.other
        ? html`<p class="notice" data-test="other-on-air">
            <span
              >${t(words.other, this.other.title || t(common.untitled))}
              <a href="/watch/${channel}">${t(words.watch)}</a></span
            >
          </p>`
        : nothing}`;
  }

  private async remind(): Promise<void> {
    const set = await this.reminder.want();
    this.note = set ? 'remindedHint' : 'refused';
    announce(t(words[this.note]));
  }
}
