import { css } from 'lit';

export const look = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2rem;
    max-width: 60rem;
    margin: 0 auto;
    padding: 1.5rem 1.5rem 4rem;
  }
  .claim {
    display: grid;
    gap: 0.75rem;
    justify-items: center;
    padding: 2rem 0 1rem;
    text-align: center;
  }
  .claim p {
    max-width: 56ch;
    text-wrap: balance;
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.5rem;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 1rem;
  }
  form button {
    justify-self: start;
  }
  .error {
    color: var(--attention);
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  .error:empty {
    display: none;
  }
  .ready {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    border-color: color-mix(in srgb, var(--preview) 50%, transparent);
  }
  .ready h2:focus {
    outline: none;
  }
  .ready .button {
    justify-self: start;
  }
  @media (max-width: 45rem) {
    main {
      gap: 1.5rem;
      padding: 0 1rem 3rem;
    }
    .claim {
      padding: 1rem 0 0;
    }
    .doors {
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
    }
    .panel {
      padding: 1rem;
    }
    form button,
    .ready .button {
      justify-self: stretch;
    }
  }
`;
