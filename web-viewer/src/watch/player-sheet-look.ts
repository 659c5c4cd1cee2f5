import { css } from 'lit';

/** What stands in the panels over the picture, which is dark whatever the page is. */
export const sheetLook = css`
  ro-player-sheet {
    --line: #2c3540;
    --text: #f0f3f6;
    --quiet: #a3adb8;
    --accent: #6cb2ff;
    --raised: #1f2630;
    --hover: #2c3540;
    font-size: 0.875rem;
    text-align: left;
  }
  ro-player-sheet .label {
    margin: 0 0 0.25rem;
  }
  .speeds {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(3.5rem, 1fr));
    gap: 0.25rem;
  }
  .speeds button {
    min-width: 0;
    padding: 0.5rem;
    font-size: 0.875rem;
  }
  .speeds button[aria-pressed='true'],
  .row[aria-current] {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 650;
  }
  .hint {
    margin-top: 0.5rem;
    color: var(--quiet);
  }
  .rows {
    display: grid;
    gap: 0.25rem;
  }
  .speeds + .rows,
  .hint + .rows {
    margin-top: 1rem;
  }
  .row {
    justify-content: flex-start;
    width: 100%;
    padding: 0.5rem;
    border-color: transparent;
    background: transparent;
    color: var(--text);
    font-size: 0.875rem;
    line-height: 1.25rem;
    text-align: left;
  }
  .row[aria-pressed='true'] {
    border-color: var(--line);
    background: var(--raised);
  }
  .row .at {
    flex: none;
    min-width: 4.5ch;
    color: var(--quiet);
    text-align: right;
  }
  .row .name {
    overflow-wrap: anywhere;
  }
  .keys > div {
    display: flex;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.25rem 0;
  }
  .keys dt {
    display: flex;
    flex: 0 0 6.5rem;
    gap: 0.25rem;
  }
  kbd {
    min-width: 1.75rem;
    padding: 0.125rem 0.375rem;
    border: 1px solid var(--line);
    border-radius: 0.25rem;
    background: var(--raised);
    font: inherit;
    text-align: center;
  }
`;
