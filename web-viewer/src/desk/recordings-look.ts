import { css } from 'lit';

export const look = css`
  section,
  article,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 16px 0;
    border-top: 1px solid var(--line);
  }
  .head {
    display: flex;
    gap: 16px;
    align-items: flex-start;
  }
  .head img {
    flex: none;
    width: 144px;
    aspect-ratio: 16 / 9;
    object-fit: contain;
    border-radius: var(--radius);
    background: #000;
  }
  .words {
    min-width: 0;
    display: grid;
    gap: 4px;
  }
  h3 {
    margin: 0;
    font-size: 16px;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .description {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .seen {
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin: 0;
  }
  dt {
    color: var(--quiet);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  textarea {
    width: 100%;
    min-height: 96px;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
    color: inherit;
    font: 400 16px/24px var(--font);
    resize: vertical;
  }
  progress {
    width: 160px;
    accent-color: var(--accent);
  }
  .hint {
    display: block;
    margin-top: 4px;
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
    .head img {
      width: 96px;
    }
    .row > button,
    .row > .button {
      flex: 1 1 auto;
    }
  }
`;
