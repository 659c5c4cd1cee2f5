import { css } from 'lit';

export const look = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    border-radius: var(--radius);
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .switches,
  .knock {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .knock {
    padding: 8px;
    border: 1px solid color-mix(in srgb, var(--attention) 45%, transparent);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--attention) 10%, transparent);
  }
  button {
    flex: 1 0 auto;
    max-width: 100%;
    padding: 8px 12px;
    font-size: 14px;
    line-height: 20px;
  }
  [aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 14%, var(--raised));
  }
  [aria-pressed='true'] ro-icon {
    width: 20px;
    height: 20px;
  }
  .call {
    position: fixed;
    top: 64px;
    left: 50%;
    z-index: 5;
    width: max-content;
    max-width: calc(100vw - 32px);
    transform: translateX(-50%);
    overflow-wrap: anywhere;
    box-shadow: var(--shadow-high);
  }
  /* Beside the list there is room over the picture. */
  @media (min-width: 480px) {
    .call {
      left: 16px;
      max-width: 50vw;
      transform: none;
    }
  }
  /* Who it is decides: a name is never cut. */
  .name {
    flex: 1 1 100%;
    min-width: 0;
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
`;
