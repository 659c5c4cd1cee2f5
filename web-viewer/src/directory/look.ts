import { css } from 'lit';

export const look = css`
  main {
    max-width: 85rem;
    margin: 0 auto;
    padding: 0.5rem 1.5rem 4rem;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 1rem 2rem;
    margin: 1rem 0 1.5rem;
  }
  search {
    position: relative;
    flex: 0 1 22.5rem;
  }
  search ro-icon {
    position: absolute;
    left: 0.75rem;
    top: 0.75rem;
    color: var(--quiet);
    pointer-events: none;
  }
  search input {
    padding-left: 2.75rem;
    background: var(--surface);
  }
  .grid {
    display: grid;
    gap: 2rem 1.5rem;
  }
  .large {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 25rem), 1fr));
  }
  .small-cards {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
  }
  .coming {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 25rem), 1fr));
  }
  .phone > .top h1 {
    font-size: 1.25rem;
  }
  .phone section {
    margin-top: 0;
  }
  .phone section h2 {
    display: none;
  }
  .phone ~ ro-station-footer {
    display: block;
    padding-bottom: 4.5rem;
  }
  .tabs {
    position: fixed;
    inset: auto 0 0;
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    padding: 0.25rem 0.25rem max(0.25rem, env(safe-area-inset-bottom));
    border-top: 1px solid var(--line);
    background: var(--surface);
    z-index: 1;
  }
  .tabs button {
    min-height: 3.5rem;
    font-size: 0.875rem;
    color: var(--quiet);
  }
  .tabs button[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 650;
    box-shadow: inset 0 -3px 0 var(--accent);
  }
  section {
    margin-top: 3.5rem;
  }
  section h2 {
    margin-bottom: 1rem;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    margin-bottom: 1rem;
  }
  .heading h2 {
    margin: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    max-width: 100%;
    gap: 0.5rem;
  }
  .choices select {
    width: auto;
    max-width: min(100%, 20rem);
    min-height: 2.75rem;
    font-size: 0.875rem;
    text-overflow: ellipsis;
  }
  .more {
    margin-top: 2rem;
    text-align: center;
  }
  .only section {
    margin-top: 0;
  }
  .only section h2 {
    position: absolute;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .notice {
    margin-bottom: 1.5rem;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 4rem 1.5rem;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    text-align: center;
    color: var(--quiet);
  }
  .empty h2 {
    color: var(--text);
  }
  .empty p {
    max-width: 46ch;
    text-wrap: balance;
  }
  .empty ro-icon {
    width: 2.5rem;
    height: 2.5rem;
  }
  .placeholder {
    aspect-ratio: 16 / 9;
    border-radius: var(--radius);
    background: var(--surface);
  }
  @media (max-width: 37.5rem) {
    main {
      padding: 0 1rem 3rem;
    }
    .top {
      margin-top: 0.5rem;
    }
    search {
      flex: 1 1 100%;
    }
    section {
      margin-top: 2.5rem;
    }
  }
`;
