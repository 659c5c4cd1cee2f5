import { css } from 'lit';

export const look = css`
  .inside {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100dvh;
    overflow: hidden;
  }
  ro-header {
    border-bottom: 1px solid var(--line);
  }
  h1 {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 1rem;
    line-height: 1.5rem;
    font-weight: 600;
    letter-spacing: 0;
  }
  ro-connection {
    margin-left: auto;
  }
  main {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) min(20rem, 40%);
    min-height: 0;
    overflow: hidden;
  }
  ro-stage {
    padding: 1rem;
  }
  aside {
    display: flex;
    flex-direction: column;
    gap: 1.5rem;
    min-height: 0;
    padding: 1rem;
    overflow-y: auto;
    border-left: 1px solid var(--line);
    background: var(--surface);
  }
  main[data-chat] {
    grid-template-columns: minmax(0, 1fr) min(20rem, 30%) 20rem;
  }
  .messages ro-react {
    padding: 0.25rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow-high);
  }
  ro-people {
    flex: 1;
  }
  /* Wraps rather than leave the window; what is above yields. */
  footer {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.5rem 1rem;
    border-top: 1px solid var(--line);
    background: var(--ground);
  }
  ro-bar {
    min-width: 0;
    margin-inline: auto;
  }
  ro-host-tools {
    min-width: 0;
  }
  .standing {
    display: grid;
    gap: 0.5rem;
  }
  .standing .notice {
    overflow-wrap: anywhere;
  }
  /* For a moment, above the controls however high they are. */
  .messages {
    position: absolute;
    left: 50%;
    bottom: calc(100% + 0.5rem);
    z-index: 5;
    display: grid;
    gap: 0.5rem;
    justify-items: center;
    width: min(32.5rem, calc(100vw - 2rem));
    transform: translateX(-50%);
  }
  .messages .notice {
    background: color-mix(in srgb, var(--attention) 14%, var(--raised));
    box-shadow: var(--shadow-high);
  }
  @media (max-width: 64rem) {
    ro-host-tools {
      flex: 1 1 15rem;
    }
  }
  @media (max-width: 47.5rem), (max-width: 64rem) and (orientation: portrait) {
    main {
      display: flex;
      flex-direction: column;
    }
    /* However wide: people and door stay on the page. */
    ro-stage {
      flex: 0 1 min(56.25vw, 45dvh);
      padding: 0;
    }
    aside {
      flex: 1 1 0;
      min-height: 8rem;
      border-left: 0;
      background: transparent;
    }
    footer {
      gap: 0.25rem 0.5rem;
      padding: 0.5rem 0.5rem max(0.5rem, env(safe-area-inset-bottom));
    }
    ro-host-tools {
      order: -1;
    }
    ro-bar {
      flex: 1 1 auto;
    }
  }
  /* A phone on its side: picture and people beside each other, all controls in one line if they fit. */
  @media (min-width: 30rem) and (max-height: 30rem) {
    main {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(13.75rem, 36%);
    }
    ro-stage {
      padding: 0;
    }
    aside {
      min-height: 0;
      padding: 0.5rem;
      gap: 1rem;
      border-left: 1px solid var(--line);
    }
    footer {
      gap: 0.25rem 0.5rem;
      padding: 0.25rem 0.5rem max(0.25rem, env(safe-area-inset-bottom));
    }
    ro-bar {
      flex: 0 1 auto;
    }
    ro-host-tools {
      order: 0;
    }
  }
  /* No place beside the people: over them, and on a phone over all but the bars. */
  @media (max-width: 64rem), (max-height: 30rem) {
    main[data-chat] {
      grid-template-columns: minmax(0, 1fr) min(20rem, 40%);
    }
    ro-chat {
      position: absolute;
      inset: 0 0 0 auto;
      z-index: 4;
      width: max(20rem, 40%);
      max-width: 100%;
    }
  }
  @media (max-width: 47.5rem) and (min-height: 30.0625rem) {
    ro-chat {
      width: 100%;
    }
  }
`;
