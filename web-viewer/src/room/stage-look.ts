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
    gap: 1rem;
    padding: 1.5rem;
    max-width: 40ch;
    text-align: center;
    text-wrap: balance;
    color: #a3adb8;
  }
  .missing ro-avatar {
    width: 6rem;
    height: 6rem;
    font-size: 1.75rem;
    background: #1f2630;
    color: #f0f3f6;
  }
  .caption,
  .tally {
    position: absolute;
    padding: 0.25rem 0.5rem;
    border-radius: 0.25rem;
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  .caption {
    left: 1rem;
    bottom: 1rem;
    max-width: 60%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    background: rgb(14 17 22 / 80%);
  }
  .tally {
    top: 1rem;
    left: 1rem;
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
  .stage.framed::after {
    box-shadow: inset 0 0 0 0.375rem var(--on-air);
  }
  .own {
    position: absolute;
    right: 1rem;
    bottom: 1rem;
    width: clamp(6rem, 18%, 13rem);
    overflow: hidden;
    border-radius: 0.375rem;
    background: #161b22;
    box-shadow:
      0 0 0 1px rgb(240 243 246 / 25%),
      0 0.25rem 1rem rgb(0 0 0 / 50%);
  }
  .own.framed {
    box-shadow: 0 0 0 0.25rem var(--on-air);
  }
  .own video {
    display: block;
    width: 100%;
    aspect-ratio: 16 / 9;
    object-fit: contain;
  }
  .own .tally {
    position: static;
    display: block;
    padding: 0.125rem 0.25rem;
    border-radius: 0;
    font-size: 0.75rem;
    line-height: 1rem;
    text-align: center;
  }
  .own.whole {
    inset: 0;
    width: auto;
    border-radius: inherit;
    background: #000;
    box-shadow: none;
  }
  .own.whole video {
    height: 100%;
    aspect-ratio: auto;
  }
  /* What is said over one's own picture; without one it stands below the initials. */
  .alone {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem 1rem;
    padding: 1.5rem 1rem 1rem;
    background: linear-gradient(transparent, rgb(14 17 22 / 85%) 40%);
    text-align: center;
  }
  .mirror {
    transform: scaleX(-1);
  }
  @media (max-width: 47.5rem) {
    .stage {
      border-radius: 0;
    }
    .caption {
      left: 0.5rem;
      bottom: 0.5rem;
    }
    .own {
      right: 0.5rem;
      bottom: 0.5rem;
    }
    .tally {
      top: 0.5rem;
      left: 0.5rem;
    }
  }
`;
