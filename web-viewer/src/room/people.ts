import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t, Translated } from '../shared/i18n/language.js';
import { sameSelection, type Participant, type Selection } from '../shared/signal/messages.js';
import { controls } from '../shared/ui/controls.js';
import '../shared/ui/icon.js';
import { ask } from './ask.js';
import { chatWords } from './chat/words.js';
import './person.js';
import { RowsInSight } from './picture/rows-in-sight.js';
import { inTurn, isOnAir, may, raisedHands, type SessionState } from './session-state.js';
import { words } from './words.js';

/** Who is in the room; one press on a person chooses the picture. */
@customElement('ro-people')
export class People extends LitElement {
  static override styles = [
    controls,
    css`
      h2 {
        display: flex;
        align-items: baseline;
        gap: 0.5rem;
        font-size: 1rem;
        line-height: 1.5rem;
      }
      .general {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
        margin: 0.5rem 0;
      }
      .general button {
        padding: 0.5rem;
        font-size: 0.875rem;
        line-height: 1.25rem;
      }
      .general [aria-pressed='true'] {
        border-color: var(--accent);
        background: color-mix(in srgb, var(--accent) 14%, var(--raised));
      }
      .lower {
        width: 100%;
        padding: 0.5rem;
        font-size: 0.875rem;
      }
      .lower ro-icon,
      .general ro-icon {
        width: 1.25rem;
        height: 1.25rem;
      }
      .hint {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        margin: 0.5rem 0;
        color: var(--attention);
      }
      .hint ro-icon {
        width: 1rem;
        height: 1rem;
      }
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.25rem;
        margin-top: 1rem;
      }
    `,
  ];

  @property({ attribute: false }) session!: SessionState;

  constructor() {
    super();
    new Translated(this);
    new RowsInSight(
      this,
      () => this.renderRoot.querySelectorAll('ro-person'),
      (ids) => this.dispatchEvent(new CustomEvent('in-sight', { detail: ids })),
    );
  }

  protected override render() {
    const { room } = this.session;
    if (!room) return nothing;
    return html`<section aria-labelledby="people">
      <h2 id="people">
        ${t(words.people)}
        <span class="small quiet figures">${room.participants.length}</span>
      </h2>
      ${room.locked
        ? html`<p class="hint tiny" data-test="locked-hint">
            <ro-icon name="lock"></ro-icon>${t(this.assigning ? words.lockedForHost : words.lockedForYou)}
          </p>`
        : nothing}
      <div class="general" role="group" aria-label=${t(words.choose)}>
        ${this.general({ kind: 'speaker' })} ${this.general({ kind: 'none' })}
      </div>
      ${may(this.session, 'mute-others') && raisedHands(room.participants).length > 0
        ? html`<button
            class="lower"
            data-test="lower-all"
            @click=${() => ask(this, { type: 'lower-hands' })}
          >
            <ro-icon name="hand"></ro-icon>${t(chatWords.lowerAll)}
          </button>`
        : nothing}
      <ul>
        ${repeat(
          inTurn(room.participants, this.session.you),
          ({ id }) => id,
          (person) => html`<li>${this.person(person)}</li>`,
        )}
      </ul>
    </section>`;
  }

  private general(selection: Selection) {
    const speaker = selection.kind === 'speaker';
    return html`<button
      data-test=${speaker ? 'follow-speaker' : 'choose-nothing'}
      aria-pressed=${this.isSelected(selection)}
      ?disabled=${!this.choosable}
      @click=${() => this.choose(selection)}
    >
      <ro-icon name=${speaker ? 'voice' : 'nothing'}></ro-icon>
      ${t(speaker ? words.followSpeaker : words.noPicture)}
    </button>`;
  }

  private person(person: Participant) {
    const { room, you, view, levels, stills, signs } = this.session;
    const selection: Selection = { kind: 'participant', id: person.id };
    const turn = raisedHands(room?.participants ?? []).indexOf(person) + 1;
    return html`<ro-person
      .turn=${turn}
      .person=${person}
      data-id=${person.id}
      .still=${stills[person.id]}
      .level=${levels[person.id]}
      .sign=${signs.findLast((sign) => sign.participant === person.id)?.reaction ?? null}
      ?you=${person.id === you}
      ?speaking=${room?.speaker === person.id}
      ?onair=${isOnAir(this.session) && room?.broadcast.picture === person.id}
      ?selected=${this.isSelected(selection)}
      ?shown=${view?.participant === person.id}
      .choosable=${this.choosable}
      ?assigning=${room?.locked}
      .rights=${this.session.rights}
      @choose=${() => this.choose(selection)}
      @remove=${() => this.dispatchEvent(new CustomEvent('remove-person', { detail: person }))}
    ></ro-person>`;
  }

  /** Whether a press shows somebody to everybody. */
  private get assigning(): boolean {
    return this.session.room?.locked === true && may(this.session, 'lock');
  }

  private get choosable(): boolean {
    return this.assigning || (!this.session.room?.locked && may(this.session, 'choose'));
  }

  private isSelected(selection: Selection): boolean {
    const { view } = this.session;
    return view !== null && sameSelection(view.selection, selection);
  }

  private choose(selection: Selection): void {
    ask(this, { type: this.assigning ? 'assign' : 'choose', selection });
  }
}
