import { css } from 'lit';

/** Buttons, fields and text that all components share. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    color: var(--text);
    font-family: var(--font);
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.75rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
    font-weight: 620;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1rem;
    line-height: 1.4;
    font-weight: 600;
  }
  a {
    color: var(--accent);
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .quiet {
    color: var(--quiet);
  }
  .small {
    font-size: 0.875rem;
  }
  .tiny {
    font-size: 0.75rem;
    line-height: 1rem;
  }
  .figures {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button,
  .button,
  select,
  input {
    font: 500 1rem/1.5rem var(--font);
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    min-width: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    text-decoration: none;
    cursor: pointer;
    transition:
      background var(--quick),
      border-color var(--quick),
      color var(--quick);
    -webkit-tap-highlight-color: transparent;
  }
  @media (hover: hover) {
    button:hover:not(:disabled),
    .button:hover {
      background: var(--hover);
    }
    .plain:hover:not(:disabled) {
      background: color-mix(in srgb, var(--text) 8%, transparent);
    }
  }
  button:disabled {
    cursor: not-allowed;
    opacity: 0.5;
  }
  .primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--on-accent);
    font-weight: 600;
  }
  .primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  .plain {
    background: transparent;
    border-color: transparent;
  }
  .onair {
    background: var(--on-air);
    border-color: transparent;
    color: #fff;
    font-weight: 600;
  }
  .onair:hover:not(:disabled) {
    background: color-mix(in srgb, var(--on-air) 88%, #000);
  }
  input,
  select {
    width: 100%;
    min-height: 3rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
    font-weight: 400;
  }
  input::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible {
    outline-offset: 0;
    border-color: transparent;
  }
  label {
    display: block;
  }
  .label {
    display: block;
    margin-bottom: 0.25rem;
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 550;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 3rem;
    cursor: pointer;
    font-size: 0.875rem;
    font-weight: 550;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    width: 0.4375rem;
    height: 0.4375rem;
    margin: 0 0.125rem;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
    transition: transform var(--quick);
  }
  details[open] > summary::before {
    transform: translateY(-2px) rotate(45deg);
  }
  .panel {
    padding: 1.5rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .notice {
    display: flex;
    gap: 0.75rem;
    align-items: flex-start;
    padding: 0.75rem 1rem;
    border: 1px solid color-mix(in srgb, var(--attention) 45%, transparent);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--attention) 10%, transparent);
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  .notice ro-icon {
    color: var(--attention);
    flex: none;
  }
`;
