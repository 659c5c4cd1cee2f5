import { css } from 'lit';

export const look = css`
  dialog {
    width: min(30rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    padding: 1rem 1.5rem 1.5rem;
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
    gap: 1rem;
    margin: 0.5rem 0 1.5rem;
  }
  .verdict {
    margin: 0.25rem 0 0.75rem;
  }
  .keys {
    margin-top: 1.5rem;
  }
  /* There are no keys to press on a phone. */
  @media (hover: none) and (pointer: coarse) {
    .keys {
      display: none;
    }
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.5rem 1.5rem;
  }
  dt {
    color: var(--quiet);
  }
`;
