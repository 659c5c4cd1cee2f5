import { css } from 'lit';

export const look = css`
  section,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  fieldset {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choice {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 12px;
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
    width: 20px;
    min-height: 20px;
    height: 20px;
    margin: 2px 0 0;
    accent-color: var(--accent);
  }
  .choice b {
    font-weight: 600;
  }
  .hint {
    display: block;
    margin-top: 4px;
    line-height: 20px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .error {
    color: var(--attention);
    font-size: 14px;
    line-height: 20px;
  }
  .error:empty {
    display: none;
  }
  @media (max-width: 600px) {
    .panel {
      padding: 16px;
    }
    .row button {
      flex: 1 1 auto;
    }
  }
`;
