import { css } from 'lit';

export const look = css`
  .inside {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100dvh;
  }
  ro-header {
    border-bottom: 1px solid var(--line);
  }
  h1 {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
    letter-spacing: 0;
  }
  ro-connection {
    margin-left: auto;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    min-height: 0;
  }
  ro-stage {
    padding: 16px;
  }
  aside {
    display: flex;
    flex-direction: column;
    gap: 24px;
    min-height: 0;
    padding: 16px;
    overflow-y: auto;
    border-left: 1px solid var(--line);
    background: var(--surface);
  }
  ro-people {
    flex: 1;
  }
  footer {
    position: relative;
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 16px;
    padding: 8px 16px;
    border-top: 1px solid var(--line);
    background: var(--ground);
  }
  ro-bar {
    grid-column: 2;
  }
  ro-host-tools {
    justify-self: end;
  }
  .standing {
    display: grid;
    gap: 8px;
  }
  .standing .notice {
    overflow-wrap: anywhere;
  }
  /* For a moment, above the controls however high they are. */
  .messages {
    position: absolute;
    left: 50%;
    bottom: calc(100% + 8px);
    z-index: 5;
    display: grid;
    gap: 8px;
    justify-items: center;
    width: min(520px, calc(100vw - 32px));
    transform: translateX(-50%);
  }
  .messages .notice {
    background: color-mix(in srgb, var(--attention) 14%, var(--raised));
    box-shadow: var(--shadow-high);
  }
  @media (max-width: 1100px) {
    footer {
      grid-template-columns: auto 1fr;
    }
    ro-bar {
      grid-column: 1;
    }
  }
  @media (max-width: 1000px) {
    ro-host-tools {
      justify-self: stretch;
    }
  }
  @media (max-width: 760px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    /* However wide: people and door stay on the page. */
    ro-stage {
      width: 100%;
      max-height: 45dvh;
      aspect-ratio: 16 / 9;
      padding: 0;
    }
    aside {
      border-left: 0;
      background: transparent;
    }
    footer {
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      padding: 8px 8px max(8px, env(safe-area-inset-bottom));
    }
    ro-host-tools {
      grid-row: 1;
    }
    ro-bar {
      grid-column: auto;
    }
  }
  /* A phone on its side: picture and people beside each other, all controls in one line. */
  @media (max-width: 760px) and (min-width: 480px) and (max-height: 480px) {
    main {
      grid-template-columns: minmax(0, 1fr) minmax(220px, 44%);
      grid-template-rows: minmax(0, 1fr);
    }
    ro-stage {
      max-height: none;
      aspect-ratio: auto;
    }
    aside {
      padding: 8px;
      gap: 16px;
      border-left: 1px solid var(--line);
    }
    footer {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 16px;
    }
    ro-host-tools {
      grid-column: 2;
    }
  }
`;
