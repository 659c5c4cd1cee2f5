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
    top: -8px;
    left: 16px;
    z-index: 1;
    padding: 0 6px;
    border-radius: 4px;
    background: var(--on-air);
    color: #fff;
    font-size: 12px;
    line-height: 16px;
    font-weight: 700;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  .choose {
    flex: 1;
    min-width: 0;
    justify-content: flex-start;
    gap: 12px;
    padding: 8px;
    border: 0;
    background: transparent !important;
    text-align: left;
  }
  .choose:disabled {
    opacity: 1;
    cursor: default;
  }
  ro-avatar {
    transition: box-shadow var(--quick);
  }
  :host([speaking]) ro-avatar {
    box-shadow:
      0 0 0 2px var(--ground),
      0 0 0 4px var(--accent);
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  .name {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 14px;
    line-height: 20px;
    font-weight: 550;
  }
  .name .quiet {
    font-weight: 400;
  }
  .status {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 16px;
    font-weight: 400;
  }
  ro-meter {
    flex: 1;
    max-width: 96px;
  }
  .signs {
    display: flex;
    gap: 6px;
    color: var(--quiet);
  }
  .signs ro-icon {
    width: 20px;
    height: 20px;
  }
  .signs .shown {
    color: var(--accent);
  }
  .signs .off {
    color: var(--attention);
  }
  .trouble {
    margin: 0 12px 8px;
    color: var(--attention);
  }
  .tools {
    padding: 8px;
    color: var(--quiet);
  }
`;
