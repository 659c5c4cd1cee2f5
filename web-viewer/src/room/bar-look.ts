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
    .leave {
      margin-left: 0;
    }
  }
`;
