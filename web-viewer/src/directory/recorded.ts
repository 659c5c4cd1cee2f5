import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { common } from '../shared/i18n/common.js';
import { t } from '../shared/i18n/language.js';
import './card.js';
import type { Room } from './rooms.js';
import type { Shelf, Sorting } from './shelf.js';
import { words } from './words.js';

/** What was on air: which of it, in which order, page by page. */
export function recorded(shelf: Shelf, rooms: readonly Room[]) {
  const { list, query, channel } = shelf;
  if (!list || (query !== '' && list.length === 0)) return nothing;
  const none = list.length === 0 && channel === '';
  return html`<section aria-labelledby="recordings">
    <div class="heading">
      <h2 id="recordings">${t(common.recordings)}</h2>
      ${none ? nothing : choices(shelf, rooms)}
    </div>
    ${list.length === 0
      ? html`<p class="quiet">${t(none ? words.noRecordings : words.noneOfRoom)}</p>`
      : cards(shelf, list)}
  </section>`;
}

function cards(shelf: Shelf, list: NonNullable<Shelf['list']>) {
  return html`<ul class="small-cards grid" data-test="recordings-list" aria-busy=${shelf.loading}>
      ${repeat(
        list,
        ({ id }) => id,
        (recording) => html`<li><ro-card .recording=${recording}></ro-card></li>`,
      )}
    </ul>
    ${shelf.more
      ? html`<p class="more">
          <button
            data-test="more-recordings"
            ?disabled=${shelf.loading}
            @click=${() => void shelf.loadMore()}
          >
            ${t(shelf.loading ? common.loading : words.more)}
          </button>
        </p>`
      : nothing}`;
}

function choices(shelf: Shelf, rooms: readonly Room[]) {
  const value = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<div class="choices">
    <select
      data-test="by-room"
      aria-label=${t(words.byRoom)}
      @change=${(event: Event) => shelf.of(value(event))}
    >
      <option value="" ?selected=${shelf.channel === ''}>${t(words.allRooms)}</option>
      ${withChosen(rooms, shelf.channel).map(
        ({ id, name }) =>
          html`<option value=${id} ?selected=${shelf.channel === id}>${name}</option>`,
      )}
    </select>
    <select
      data-test="sort"
      aria-label=${t(words.sorting)}
      @change=${(event: Event) => shelf.sort(value(event) as Sorting)}
    >
      <option value="newest" ?selected=${shelf.sorting === 'newest'}>${t(words.newest)}</option>
      <option value="longest" ?selected=${shelf.sorting === 'longest'}>${t(words.longest)}</option>
    </select>
  </div>`;
}

/** A link may lead to a room of which there is nothing: one gets away from it all the same. */
const withChosen = (rooms: readonly Room[], channel: string): readonly Room[] =>
  channel === '' || rooms.some(({ id }) => id === channel)
    ? rooms
    : [...rooms, { id: channel, name: channel }];
