import { css } from 'lit';

export const look = css`
  .bar {
    display: flex;
    gap: 4px;
  }
  button {
    flex-direction: column;
    gap: 2px;
    min-width: 80px;
    min-height: 56px;
    padding: 6px 8px;
    border-color: transparent;
    background: transparent;
    font-size: 12px;
    line-height: 16px;
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
    margin-left: 12px;
    border-color: var(--line);
  }
  @media (max-width: 760px) {
    .bar {
      justify-content: space-between;
    }
    button {
      flex: 1;
      min-width: 44px;
      min-height: 48px;
      padding: 8px 0;
    }
    .words {
      display: none;
    }
    .leave {
      margin-left: 0;
    }
  }
`;
