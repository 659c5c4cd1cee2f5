import { css } from 'lit';

export const look = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    max-width: 760px;
    margin: 0 auto;
    padding: 16px 24px 64px;
  }
  .head {
    display: grid;
    gap: 8px;
  }
  .head h1 {
    overflow-wrap: anywhere;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-top: 8px;
  }
  @media (max-width: 600px) {
    main {
      padding: 8px 16px 48px;
    }
    .ways > * {
      flex: 1 1 auto;
    }
  }
`;
