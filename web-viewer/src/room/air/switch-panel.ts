import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asProblem } from '../../shared/api/http.js';
import type { Station } from '../../shared/api/station.js';
import { browserClock } from '../../shared/clock.js';
import { languageTag, t, Translated } from '../../shared/i18n/language.js';
import { explain } from '../../shared/i18n/problems.js';
import type { Room } from '../../shared/signal/messages.js';
import { controls } from '../../shared/ui/controls.js';
import { LayerSwitches, type SwitchChange, type Switches } from './switches.js';
import { switchWords as words } from './switch-words.js';

/** What the host puts above the picture: names with titles, the time, a mark. */
@customElement('ro-switches')
export class SwitchPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      summary {
        display: flex;
        align-items: center;
        min-height: 2.75rem;
        font-size: 0.875rem;
        font-weight: 650;
        cursor: pointer;
      }
      .rows {
        display: grid;
        gap: 0.5rem;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2.75rem;
      }
      .row > input[type='text'] {
        flex: 1;
        min-width: 0;
      }
      .switch {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 0.5rem;
        min-width: 0;
        min-height: 2.75rem;
        cursor: pointer;
      }
      .switch input {
        flex: none;
        width: 1.25rem;
        height: 1.25rem;
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .title {
        display: grid;
        gap: 0.25rem;
      }
      .title span {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) station: Station | null = null;
  private switches?: LayerSwitches;

  constructor() {
    super();
    new Translated(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.switches?.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { station, room } = this;
    if (changed.has('station')) {
      this.switches?.close();
      this.switches = station ? this.of(station, room.id) : undefined;
    }
    this.switches?.follow(room.broadcast.session ?? null);
  }

  private of(station: Station, room: string): LayerSwitches {
    const path = `/api/channels/${encodeURIComponent(room)}/layer`;
    return new LayerSwitches(
      room,
      (change?: SwitchChange | Blob) =>
        change instanceof Blob
          ? station.upload<Switches>(`${path}/logo`, change)
          : station.send<Switches>(change ? 'PATCH' : 'GET', path, change),
      () => this.requestUpdate(),
      (error) => this.say(explain(asProblem(error))),
      browserClock,
    );
  }

  protected override render() {
    const switches = this.switches;
    if (!switches?.now) return nothing;
    const { names, clock, logo, picture } = switches.now;
    return html`<details data-test="switches">
      <summary>${t(words.panel)}</summary>
      <div class="rows">
        <p class="tiny quiet">${t(words.hint)}</p>
        ${this.toggle(t(words.names), 'switch-names', names, (on) =>
          on ? switches.showNames(this.people) : switches.change({ names: false }),
        )}
        ${names ? this.titles(switches) : nothing}
        ${this.toggle(t(words.clock), 'switch-clock', clock, (on) => switches.change({ clock: on }))}
        ${this.mark(switches, logo, picture)} ${this.captions(switches)}
      </div>
    </details>`;
  }

  private get people(): string[] {
    return [...new Set(this.room.participants.map(({ name }) => name))];
  }

  private toggle(name: string, hook: string, on: boolean, turn: (on: boolean) => Promise<void>) {
    return html`<label class="switch">
      <input
        type="checkbox"
        role="switch"
        data-test=${hook}
        .checked=${on}
        @change=${(event: Event) => void turn((event.target as HTMLInputElement).checked)}
      />
      <span>${name}</span>
    </label>`;
  }

  private titles(switches: LayerSwitches) {
    return repeat(
      this.people,
      (name) => name,
      (name) =>
        html`<label class="title">
          <span class="tiny quiet">${t(words.title, name)}</span>
          <input
            type="text"
            maxlength="200"
            autocomplete="off"
            data-test="switch-title"
            data-name=${name}
            .value=${switches.titleOf(name)}
            @change=${(event: Event) =>
              void switches.change({
                titles: { [name]: (event.target as HTMLInputElement).value.trim() },
              })}
          />
        </label>`,
    );
  }

  private mark(switches: LayerSwitches, logo: string, picture: string) {
    const text = logo || switches.remembered.logo;
    return html`${this.toggle(t(words.mark), 'switch-mark', logo !== '' || picture !== '', async (on) => {
        await switches.change({ logo: on ? text || this.room.title.slice(0, 40) : '' });
      })}
      ${logo && !picture
        ? html`<label class="title">
            <span class="tiny quiet">${t(words.markText)}</span>
            <input
              type="text"
              maxlength="40"
              autocomplete="off"
              data-test="switch-mark-text"
              .value=${logo}
              @change=${(event: Event) =>
                void switches.change({ logo: (event.target as HTMLInputElement).value.trim() })}
            />
          </label>`
        : nothing}
      ${logo || picture
        ? html`<label class="title">
            <span class="tiny quiet">${t(picture ? words.otherPicture : words.picture)}</span>
            <input
              type="file"
              accept="image/png,image/jpeg,image/gif,image/bmp"
              data-test="switch-mark-picture"
              @change=${(event: Event) => {
                const file = (event.target as HTMLInputElement).files?.[0];
                if (file) void switches.show(file);
              }}
            />
          </label>`
        : nothing}`;
  }

  /** A line and Enter: it is there, in the language of this page. */
  private captions(switches: LayerSwitches) {
    return html`<form @submit=${(event: SubmitEvent) => this.type(event, switches)}>
      <label class="title">
        <span class="tiny quiet">${t(words.caption)}</span>
        <input
          type="text"
          name="line"
          maxlength="200"
          autocomplete="off"
          enterkeyhint="send"
          data-test="switch-caption"
        />
      </label>
    </form>`;
  }

  private type(event: SubmitEvent, switches: LayerSwitches): void {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem('line') as HTMLInputElement;
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    void switches.change({ caption: { text, language: languageTag() } });
  }

  private say(detail: string): void {
    this.dispatchEvent(new CustomEvent<string>('trouble', { detail }));
  }
}
