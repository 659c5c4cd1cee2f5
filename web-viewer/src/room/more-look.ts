import { css } from 'lit';

export const look = css`
  dialog {
    width: min(480px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: 16px 24px 24px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    box-shadow: var(--shadow-high);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-right: -12px;
  }
  .devices {
    display: grid;
    gap: 16px;
    margin: 8px 0 24px;
  }
  .verdict {
    margin: 4px 0 12px;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 8px 24px;
  }
  dt {
    color: var(--quiet);
  }
`;
