import { css } from 'lit';

export const look = css`
  section,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  fieldset {
    display: grid;
    gap: 0.5rem;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choice {
    display: flex;
    gap: 0.75rem;
    align-items: flex-start;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--accent);
  }
  .choice input {
    flex: none;
    width: 1.25rem;
    min-height: 1.25rem;
    height: 1.25rem;
    margin: 2px 0 0;
    accent-color: var(--accent);
  }
  .choice b {
    font-weight: 600;
  }
  .hint {
    display: block;
    margin-top: 0.25rem;
    line-height: 1.25rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .error {
    color: var(--attention);
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  .error:empty {
    display: none;
  }
  @media (max-width: 37.5rem) {
    .panel {
      padding: 1rem;
    }
    .row button {
      flex: 1 1 auto;
    }
  }
`;
