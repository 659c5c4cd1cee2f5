import { css } from 'lit';

export const look = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    border-radius: var(--radius);
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .switches,
  .knock {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .knock {
    padding: 0.5rem;
    border: 1px solid color-mix(in srgb, var(--attention) 45%, transparent);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--attention) 10%, transparent);
  }
  button {
    flex: 1 0 auto;
    max-width: 100%;
    padding: 0.5rem 0.75rem;
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  [aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 14%, var(--raised));
  }
  [aria-pressed='true'] ro-icon {
    width: 1.25rem;
    height: 1.25rem;
  }
  .call {
    position: fixed;
    top: 4rem;
    left: 50%;
    z-index: 5;
    width: max-content;
    max-width: calc(100vw - 2rem);
    transform: translateX(-50%);
    overflow-wrap: anywhere;
    box-shadow: var(--shadow-high);
  }
  /* Beside the list there is room over the picture. */
  @media (min-width: 30rem) {
    .call {
      left: 1rem;
      max-width: 50vw;
      transform: none;
    }
  }
  /* Who it is decides: a name is never cut. */
  .name {
    flex: 1 1 100%;
    min-width: 0;
    font-size: 0.875rem;
    line-height: 1.25rem;
    overflow-wrap: anywhere;
  }
`;
