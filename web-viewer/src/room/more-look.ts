import { css } from 'lit';

export const look = css`
  dialog {
    width: 30rem;
  }
  .devices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    margin: 0.5rem 0 1.5rem;
  }
  .switch {
    display: flex;
    align-items: start;
    gap: 0.75rem;
    min-height: 2.75rem;
    margin-bottom: 1rem;
    padding: 0.5rem 0;
    cursor: pointer;
  }
  .switch input {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0.125rem 0 0;
    accent-color: var(--accent);
  }
  .float {
    margin-bottom: 1.5rem;
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
  .part {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin: 0.5rem 0 1rem;
  }
`;
