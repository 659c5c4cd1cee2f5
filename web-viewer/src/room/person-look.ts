import { css } from 'lit';

export const look = css`
  :host {
    display: block;
  }
  .person {
    position: relative;
    display: flex;
    align-items: center;
    border: 1px solid transparent;
    border-radius: var(--radius);
    transition:
      background var(--quick),
      border-color var(--quick);
  }
  @media (hover: hover) {
    .person:hover {
      background: var(--hover);
    }
  }
  :host([shown]) .person {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 9%, transparent);
  }
  :host([onair]) .person {
    border-color: transparent;
    box-shadow: inset 0 0 0 3px var(--on-air);
  }
  .tally {
    position: absolute;
    top: -0.5rem;
    left: 1rem;
    z-index: 1;
    padding: 0 0.375rem;
    border-radius: 0.25rem;
    background: var(--on-air);
    color: #fff;
    font-size: 0.75rem;
    line-height: 1rem;
    font-weight: 700;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  .choose {
    flex: 1;
    min-width: 0;
    justify-content: flex-start;
    gap: 0.75rem;
    padding: 0.5rem;
    border: 0;
    background: transparent !important;
    text-align: left;
  }
  .choose:disabled {
    opacity: 1;
    cursor: default;
  }
  /* As wide with a picture as without, so that names stand below each other. */
  .face {
    display: grid;
    place-items: center;
    flex: none;
    width: 5rem;
    height: 2.8125rem;
  }
  .face img {
    width: 100%;
    height: 100%;
    border-radius: 0.25rem;
    background: #000;
    object-fit: contain;
  }
  @media (max-width: 22rem) {
    .face {
      width: 4rem;
      height: 2.25rem;
    }
  }
  ro-avatar,
  .face img {
    transition: box-shadow var(--quick);
  }
  :host([speaking]) :is(ro-avatar, .face img) {
    box-shadow:
      0 0 0 2px var(--ground),
      0 0 0 0.25rem var(--accent);
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  .name {
    display: block;
    overflow-wrap: break-word;
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 550;
  }
  .name .quiet {
    font-weight: 400;
  }
  .second {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .status {
    flex: 1;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 1rem;
    font-weight: 400;
  }
  ro-meter {
    flex: 1;
    max-width: 6rem;
  }
  .signs {
    display: flex;
    gap: 0.375rem;
    color: var(--quiet);
  }
  .signs ro-icon {
    width: 1.25rem;
    height: 1.25rem;
  }
  .signs .hand {
    display: inline-flex;
    align-items: center;
    color: var(--attention);
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 650;
  }
  .signs .shown {
    color: var(--accent);
  }
  .signs .off {
    color: var(--attention);
  }
  .trouble {
    margin: 0 0.75rem 0.5rem;
    color: var(--attention);
  }
  .tools {
    padding: 0.5rem;
    color: var(--quiet);
  }
`;
