import { css } from 'lit';

export const look = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }
  .stage {
    position: relative;
    display: grid;
    place-items: center;
    width: 100%;
    height: 100%;
    overflow: hidden;
    border-radius: var(--radius);
    background: #000;
    color: #f0f3f6;
  }
  .picture {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .missing {
    display: grid;
    justify-items: center;
    gap: 16px;
    padding: 24px;
    max-width: 40ch;
    text-align: center;
    text-wrap: balance;
    color: #a3adb8;
  }
  .missing ro-avatar {
    width: 96px;
    height: 96px;
    font-size: 28px;
    background: #1f2630;
    color: #f0f3f6;
  }
  .caption,
  .tally {
    position: absolute;
    padding: 4px 8px;
    border-radius: 4px;
    font-size: 14px;
    line-height: 20px;
  }
  .caption {
    left: 16px;
    bottom: 16px;
    max-width: 60%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    background: rgb(14 17 22 / 80%);
  }
  .tally {
    top: 16px;
    left: 16px;
    background: var(--on-air);
    color: #fff;
    font-weight: 600;
  }
  .on-air::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    box-shadow: inset 0 0 0 2px var(--on-air);
    pointer-events: none;
  }
  .on-air.me::after {
    box-shadow: inset 0 0 0 6px var(--on-air);
  }
  .own {
    position: absolute;
    right: 16px;
    bottom: 16px;
    width: clamp(88px, 18%, 208px);
    aspect-ratio: 16 / 9;
    object-fit: contain;
    border-radius: 6px;
    background: #161b22;
    box-shadow:
      0 0 0 1px rgb(240 243 246 / 25%),
      0 4px 16px rgb(0 0 0 / 50%);
  }
  .mirror {
    transform: scaleX(-1);
  }
  @media (max-width: 760px) {
    .stage {
      border-radius: 0;
    }
    .caption {
      left: 8px;
      bottom: 8px;
    }
    .own {
      right: 8px;
      bottom: 8px;
    }
    .tally {
      top: 8px;
      left: 8px;
    }
  }
`;
