import { css } from 'lit';

export const look = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
    max-width: 47.5rem;
    margin: 0 auto;
    padding: 1rem 1.5rem 4rem;
  }
  .head {
    display: grid;
    gap: 0.5rem;
  }
  .head h1 {
    overflow-wrap: anywhere;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding-top: 0.5rem;
  }
  @media (max-width: 37.5rem) {
    main {
      padding: 0.5rem 1rem 3rem;
    }
    .ways > * {
      flex: 1 1 auto;
    }
  }
`;
