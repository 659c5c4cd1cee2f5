import { css } from 'lit';

export const look = css`
  section,
  article,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 1rem 0;
    border-top: 1px solid var(--line);
  }
  .head {
    display: flex;
    gap: 1rem;
    align-items: flex-start;
  }
  .head img {
    flex: none;
    width: 9rem;
    aspect-ratio: 16 / 9;
    object-fit: contain;
    border-radius: var(--radius);
    background: #000;
  }
  .words {
    min-width: 0;
    display: grid;
    gap: 0.25rem;
  }
  h3 {
    margin: 0;
    font-size: 1rem;
    line-height: 1.5rem;
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
    gap: 0.5rem;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.25rem 1rem;
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
    min-height: 6rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
    color: inherit;
    font: 400 1rem/1.5rem var(--font);
    resize: vertical;
  }
  progress {
    width: 10rem;
    accent-color: var(--accent);
  }
  .hint {
    display: block;
    margin-top: 0.25rem;
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
    .head img {
      width: 6rem;
    }
    .row > button,
    .row > .button {
      flex: 1 1 auto;
    }
  }
`;
