import { css } from 'lit';

export const look = css`
  main {
    max-width: 1360px;
    margin: 0 auto;
    padding: 8px 24px 64px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 16px 32px;
    margin: 16px 0 24px;
  }
  search {
    position: relative;
    flex: 0 1 360px;
  }
  search ro-icon {
    position: absolute;
    left: 12px;
    top: 12px;
    color: var(--quiet);
    pointer-events: none;
  }
  search input {
    padding-left: 44px;
    background: var(--surface);
  }
  .grid {
    display: grid;
    gap: 32px 24px;
  }
  .large {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr));
  }
  .small-cards {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 256px), 1fr));
  }
  .coming {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr));
  }
  .phone > .top h1 {
    font-size: 20px;
  }
  .phone section {
    margin-top: 0;
  }
  .phone section h2 {
    display: none;
  }
  .phone ~ ro-station-footer {
    display: block;
    padding-bottom: 72px;
  }
  .tabs {
    position: fixed;
    inset: auto 0 0;
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    padding: 4px 4px max(4px, env(safe-area-inset-bottom));
    border-top: 1px solid var(--line);
    background: var(--surface);
    z-index: 1;
  }
  .tabs button {
    min-height: 56px;
    font-size: 14px;
    color: var(--quiet);
  }
  .tabs button[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 650;
    box-shadow: inset 0 -3px 0 var(--accent);
  }
  section {
    margin-top: 56px;
  }
  section h2 {
    margin-bottom: 16px;
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
    margin-bottom: 24px;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 64px 24px;
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
    width: 40px;
    height: 40px;
  }
  .placeholder {
    aspect-ratio: 16 / 9;
    border-radius: var(--radius);
    background: var(--surface);
  }
  @media (max-width: 600px) {
    main {
      padding: 0 16px 48px;
    }
    .top {
      margin-top: 8px;
    }
    search {
      flex: 1 1 100%;
    }
    section {
      margin-top: 40px;
    }
  }
`;
