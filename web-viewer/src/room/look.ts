import { css } from 'lit';

export const look = css`
  main {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
  }
  .waiting {
    text-align: center;
    color: var(--quiet);
  }
  .outcome {
    display: grid;
    justify-items: center;
    gap: 1.5rem;
    padding: 3rem 1.5rem;
    text-align: center;
  }
  .outcome h1 {
    max-width: 32ch;
    outline: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
  }
  ro-inside {
    flex: 1;
    display: block;
  }
`;
