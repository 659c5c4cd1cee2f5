import { css } from 'lit';

export const look = css`
  :host {
    display: block;
  }
  .studio {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .screen {
    display: grid;
    gap: 0.5rem;
    align-content: start;
  }
  video {
    display: block;
    width: 100%;
    max-height: 60vh;
    aspect-ratio: 16 / 9;
    object-fit: contain;
    border-radius: var(--radius);
    background: #000;
  }
  .tools {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    min-width: 0;
    margin: 0;
    padding: 1rem 0 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  legend {
    float: left;
    padding: 0;
    font-weight: 600;
  }
  legend + * {
    clear: both;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
  }
  ol {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chapter {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: center;
  }
  .file {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .file:focus-visible + .button {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .error {
    color: var(--attention);
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  .error:empty {
    display: none;
  }
`;
