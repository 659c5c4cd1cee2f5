import { css } from 'lit';

export const look = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.25rem;
  }
  button {
    flex-direction: column;
    gap: 0.125rem;
    min-width: 5rem;
    min-height: 3.5rem;
    padding: 0.375rem 0.5rem;
    border-color: transparent;
    background: transparent;
    font-size: 0.75rem;
    line-height: 1rem;
    font-weight: 500;
  }
  .off {
    color: var(--quiet);
  }
  .off ro-icon {
    color: var(--attention);
  }
  .active {
    background: color-mix(in srgb, var(--accent) 16%, transparent);
    color: var(--accent);
  }
  button {
    position: relative;
  }
  .count {
    position: absolute;
    top: 0.125rem;
    left: calc(50% + 0.25rem);
    min-width: 1.125rem;
    padding: 0 0.25rem;
    border-radius: 0.5625rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.6875rem;
    line-height: 1.125rem;
    font-weight: 600;
  }
  .more .count {
    display: none;
  }
  .leave {
    margin-left: 0.75rem;
    border-color: var(--line);
  }
  @media (max-width: 47.5rem) or (max-height: 30rem) {
    button {
      flex: 1;
      min-width: 2.75rem;
      min-height: 2.75rem;
      padding: 0.5rem 0;
    }
    .words {
      display: none;
    }
    .react {
      display: none;
    }
    .leave {
      margin-left: 0;
    }
  }
  /* No place for it: it stands behind “More”. */
  @media (max-width: 22rem) {
    .chat {
      display: none;
    }
    .more .count {
      display: block;
    }
  }
`;
