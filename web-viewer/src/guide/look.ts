import { css } from 'lit';
import { tvLook } from './tv-look.js';

const table = css`
  :host {
    --lane: 4.5rem;
    --rooms: 14rem;
  }
  main {
    max-width: 105rem;
    margin: 0 auto;
    padding: 0.5rem 1.5rem 2rem;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin-bottom: 1rem;
  }
  .top h1 {
    margin-right: auto;
  }
  .hours {
    display: flex;
    gap: 0.5rem;
  }
  .axis,
  .row {
    display: grid;
    grid-template-columns: var(--rooms) minmax(0, 1fr);
    border-bottom: 1px solid var(--line);
  }
  .axis .track {
    height: 2rem;
  }
  .track {
    position: relative;
    overflow: hidden;
  }
  .tick {
    position: absolute;
    top: 0;
    bottom: 0;
    padding-left: 0.375rem;
    border-left: 1px solid var(--line);
    font-size: 0.75rem;
    line-height: 2rem;
    color: var(--quiet);
    white-space: nowrap;
  }
  .room {
    display: grid;
    grid-template-columns: 5.5rem minmax(0, 1fr);
    align-items: center;
    gap: 0.75rem;
    padding: 0.5rem 1rem 0.5rem 0;
    font-size: 0.875rem;
    line-height: 1.3;
    font-weight: 600;
  }
  .room ro-still {
    border-radius: 0.25rem;
    overflow: hidden;
  }
  .room span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .line {
    position: absolute;
    top: 0;
    bottom: 0;
    width: 2px;
    background: var(--accent);
    pointer-events: none;
    opacity: 0.7;
  }
  .keys {
    margin-top: 1rem;
  }
  .empty {
    padding: 4rem 1.5rem;
    text-align: center;
    color: var(--quiet);
  }
  .empty h2 {
    color: var(--text);
  }
`;

const block = css`
  .slot {
    position: absolute;
    z-index: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    height: calc(var(--lane) - 0.5rem);
    padding: 0.25rem 0.625rem;
    border: 1px solid var(--line);
    border-left-width: 0.25rem;
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--surface) 80%, transparent);
    color: var(--text);
    font-size: 0.875rem;
    line-height: 1.35;
    text-decoration: none;
    overflow: hidden;
  }
  .slot.now {
    border-color: var(--on-air-line);
    background: color-mix(in srgb, var(--on-air) 14%, transparent);
  }
  .slot.coming {
    border-left-color: var(--accent);
  }
  .slot:not(.now):is(:hover, :focus-visible) {
    background: var(--hover);
  }
  .slot:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
    z-index: 2;
  }
  .slot b {
    display: block;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .slot .when {
    display: block;
    font-size: 0.86em;
    color: var(--quiet);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .slot.now .state {
    color: var(--on-air-line);
    font-weight: 700;
  }
`;

/** The program that one stands at. */
const about = css`
  .about {
    display: grid;
    grid-template-columns: minmax(0, 20rem) minmax(0, 1fr);
    gap: 1.5rem;
    margin-top: 1.5rem;
    min-height: 11.25rem;
  }
  .about ro-still {
    border-radius: var(--radius);
    overflow: hidden;
    align-self: start;
  }
  .about p {
    margin-top: 0.25rem;
    font-size: 0.875rem;
    line-height: 1.45;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .about h2 {
    font-size: 1.25rem;
    overflow-wrap: anywhere;
  }
`;

/** There is no width for an axis: each room's programs stand below it. */
const narrow = css`
  @media (max-width: 43.75rem) {
    :host(:not([tv])) {
      .axis,
      .about,
      .keys,
      .line {
        display: none;
      }
      main {
        padding: 0 1rem 2rem;
      }
      .row {
        display: block;
        padding: 0.5rem 0;
      }
      .room {
        padding-right: 0;
        font-size: 1rem;
      }
      .track {
        overflow: visible;
        height: auto !important;
      }
      .slot {
        position: static;
        width: auto !important;
        height: auto;
        min-height: 3.5rem;
        margin-top: 0.5rem;
      }
      .slot b {
        white-space: normal;
        overflow-wrap: anywhere;
      }
    }
  }
`;

export const look = [table, block, about, narrow, tvLook];
