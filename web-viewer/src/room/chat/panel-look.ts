import { css } from 'lit';

export const look = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    background: var(--surface);
    border-left: 1px solid var(--line);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 0.25rem 0.25rem 0.25rem 1rem;
  }
  h2 {
    font-size: 1rem;
    line-height: 1.5rem;
  }
  .middle {
    position: relative;
    flex: 1 1 0;
    min-height: 0;
  }
  .log {
    height: 100%;
    padding: 0 1rem 0.5rem;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  li {
    position: relative;
    padding: 0.375rem 0;
    overflow: hidden;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    padding-right: 2rem;
  }
  .name {
    overflow-wrap: anywhere;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .text {
    max-height: 24rem;
    overflow: hidden auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  .erase {
    position: absolute;
    top: 0;
    right: 0;
    min-width: 2rem;
    min-height: 2rem;
    padding: 0.375rem;
    color: var(--quiet);
  }
  .erase ro-icon {
    width: 1rem;
    height: 1rem;
  }
  .note {
    padding: 0.5rem 0;
  }
  .fresh {
    position: absolute;
    left: 50%;
    bottom: 0.5rem;
    transform: translateX(-50%);
    box-shadow: var(--shadow-high);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .below {
    display: grid;
    gap: 0.25rem;
    padding: 0.5rem 1rem;
    border-top: 1px solid var(--line);
  }
  form {
    display: flex;
    align-items: flex-end;
    gap: 0.5rem;
  }
  textarea {
    flex: 1;
    min-width: 0;
    height: 2.75rem;
    max-height: 8rem;
    padding: 0.5rem 0.75rem;
    resize: none;
    field-sizing: content;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
    color: inherit;
    font: 400 1rem/1.5rem var(--font);
  }
  @supports (field-sizing: content) {
    textarea {
      height: auto;
      min-height: 2.75rem;
    }
  }
  textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .send {
    flex: none;
    padding: 0.5rem;
  }
  .over {
    color: var(--attention);
  }
  summary {
    min-height: 2.75rem;
    padding: 0 1rem;
  }
  details {
    border-top: 1px solid var(--line);
  }
  .options {
    display: grid;
    gap: 0.5rem;
    padding: 0 1rem 0.75rem;
  }
  .options button {
    justify-content: flex-start;
    font-size: 0.875rem;
    text-align: left;
  }
  .options [aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 14%, var(--raised));
  }
  @media (max-height: 30rem) {
    .note {
      padding: 0.25rem 0;
    }
    .below {
      padding: 0.25rem 0.5rem;
    }
  }
`;
