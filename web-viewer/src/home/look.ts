import { css } from 'lit';

export const look = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    max-width: 960px;
    margin: 0 auto;
    padding: 24px 24px 64px;
  }
  .claim {
    display: grid;
    gap: 12px;
    justify-items: center;
    padding: 32px 0 16px;
    text-align: center;
  }
  .claim p {
    max-width: 56ch;
    text-wrap: balance;
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 24px;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
  }
  form button {
    justify-self: start;
  }
  .error {
    color: var(--attention);
    font-size: 14px;
    line-height: 20px;
  }
  .error:empty {
    display: none;
  }
  .ready {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    border-color: color-mix(in srgb, var(--preview) 50%, transparent);
  }
  .ready h2:focus {
    outline: none;
  }
  .ready .button {
    justify-self: start;
  }
  @media (max-width: 720px) {
    main {
      gap: 24px;
      padding: 0 16px 48px;
    }
    .claim {
      padding: 16px 0 0;
    }
    .doors {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .panel {
      padding: 16px;
    }
    form button,
    .ready .button {
      justify-self: stretch;
    }
  }
`;
