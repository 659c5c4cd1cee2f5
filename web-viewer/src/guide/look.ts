import { css } from 'lit';

export const look = css`
  :host {
    --lane: 72px;
    --rooms: 160px;
    --words: 14px;
  }
  :host([tv]) {
    --lane: 104px;
    --rooms: 240px;
    --words: 24px;
  }
  main {
    max-width: 1680px;
    margin: 0 auto;
    padding: 8px 24px 32px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 16px;
  }
  .top h1 {
    margin-right: auto;
  }
  .hours {
    display: flex;
    gap: 8px;
  }
  .axis,
  .row {
    display: grid;
    grid-template-columns: var(--rooms) minmax(0, 1fr);
    border-bottom: 1px solid var(--line);
  }
  .axis .track {
    height: 32px;
  }
  .track {
    position: relative;
    overflow: hidden;
  }
  .tick {
    position: absolute;
    top: 0;
    bottom: 0;
    padding-left: 6px;
    border-left: 1px solid var(--line);
    font-size: 12px;
    line-height: 32px;
    color: var(--quiet);
    white-space: nowrap;
  }
  .room {
    display: flex;
    align-items: center;
    padding: 8px 16px 8px 0;
    font-size: var(--words);
    line-height: 1.3;
    font-weight: 600;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .slot {
    position: absolute;
    display: flex;
    flex-direction: column;
    justify-content: center;
    height: calc(var(--lane) - 8px);
    padding: 4px 10px;
    border: 1px solid var(--line);
    border-left-width: 4px;
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--surface) 80%, transparent);
    color: var(--text);
    font-size: var(--words);
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
  .slot:hover,
  .slot:focus-visible {
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
  }
  .slot.now .state {
    color: var(--on-air-line);
    font-weight: 700;
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
  .slot {
    z-index: 1;
  }
  .about {
    display: grid;
    grid-template-columns: minmax(0, 320px) minmax(0, 1fr);
    gap: 24px;
    margin-top: 24px;
    min-height: 180px;
  }
  .about ro-still {
    border-radius: var(--radius);
    overflow: hidden;
    align-self: start;
  }
  .about p {
    margin-top: 4px;
    font-size: max(14px, var(--words));
    line-height: 1.45;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .about h2 {
    font-size: max(20px, var(--words));
    overflow-wrap: anywhere;
  }
  .keys {
    margin-top: 16px;
  }
  .empty {
    padding: 64px 24px;
    text-align: center;
    color: var(--quiet);
  }
  .empty h2 {
    color: var(--text);
  }
  :host([tv]) .about {
    height: 180px;
    margin: 0 0 24px;
    overflow: hidden;
  }
  :host([tv]) .about p:last-child {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  :host([tv]) .top h1 {
    font-size: 40px;
  }
  :host([tv]) .tick {
    font-size: 20px;
  }
  :host([tv]) .keys {
    font-size: 20px;
  }
  @media (max-width: 700px) {
    :host(:not([tv])) {
      .axis,
      .about,
      .keys,
      .line {
        display: none;
      }
      main {
        padding: 0 16px 32px;
      }
      .row {
        display: block;
        padding: 8px 0;
      }
      .track {
        overflow: visible;
        height: auto !important;
      }
      .slot {
        position: static;
        width: auto !important;
        height: auto;
        min-height: 56px;
        margin-top: 8px;
      }
    }
  }
`;
