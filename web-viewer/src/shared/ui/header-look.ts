import { css } from 'lit';

export const look = css`
  header {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 1rem;
    min-height: 4rem;
    padding: 0.5rem 1.5rem;
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    min-width: 1.5rem;
    color: var(--text);
    font-size: 1rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  nav {
    display: flex;
    align-items: center;
    gap: 0 0.25rem;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-height: 2.75rem;
    padding: 0 0.5rem;
    border-radius: var(--radius);
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:hover {
    color: var(--text);
    background: var(--hover);
  }
  nav a[aria-current] {
    color: var(--text);
    box-shadow: inset 0 -2px 0 var(--accent);
    border-radius: 0;
  }
  .between {
    grid-column: 3;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 1rem;
  }
  .switches {
    display: flex;
    gap: 0.25rem;
  }
  .switches button {
    padding: 0.5rem;
    color: var(--quiet);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .switches button:hover {
    color: var(--text);
  }
  :host([compact]) header {
    min-height: 3.5rem;
    padding: 0.25rem 1rem;
  }
  /* In a room there is one menu: what is between belongs to the room. */
  :host([bare]) header {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  :host([bare]) .between {
    grid-column: 2;
  }
  details {
    position: relative;
  }
  summary {
    display: grid;
    place-items: center;
    width: 2.75rem;
    height: 2.75rem;
    border-radius: var(--radius);
    color: var(--quiet);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    display: none;
  }
  summary:hover {
    color: var(--text);
    background: var(--hover);
  }
  .sheet {
    position: absolute;
    right: 0;
    top: 3rem;
    z-index: 10;
    min-width: 12rem;
    padding: 0.5rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow-high);
  }
  .sheet nav {
    display: grid;
  }
  .sheet .switches {
    justify-content: space-between;
    margin-top: 0.5rem;
    padding-top: 0.5rem;
    border-top: 1px solid var(--line);
  }
  @media (max-width: 47.5rem) {
    header,
    :host([compact]) header {
      padding: 0.25rem 0.75rem;
      gap: 0 0.5rem;
    }
    :host(:not([bare])) .name,
    .globe {
      display: none;
    }
  }
  @media (max-width: 37.5rem) {
    :host([bare]) .mark {
      display: none;
    }
    :host([bare]) header {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    :host([bare]) .between {
      grid-column: 1;
    }
  }
  @media (max-width: 31rem) {
    :host(:not([bare])) header {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    :host(:not([bare])) .between {
      grid-column: 2;
    }
    :host(:not([bare])) header > nav {
      grid-row: 2;
      grid-column: 1 / -1;
      justify-content: space-between;
      gap: 0;
    }
    :host(:not([bare])) header > nav a {
      padding: 0 0.25rem;
    }
    :host(:not([bare])) .name {
      display: inline;
    }
  }
  @media (max-height: 30rem) {
    header,
    :host([compact]) header {
      min-height: 2.75rem;
      padding-block: 0;
    }
  }
`;
