import { css } from 'lit';

export const look = css`
  dialog {
    width: 46rem;
    padding: 0;
    /* What is scrolled or tabbed to does not come to rest behind the buttons. */
    scroll-padding-bottom: 5rem;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr);
    gap: 1rem 1.5rem;
    padding: 1rem 1.5rem 0;
  }
  h2,
  .end {
    grid-column: 1 / -1;
  }
  .said {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 1rem;
    min-width: 0;
  }
  ro-air-preview {
    align-self: start;
  }
  .hint {
    display: block;
    margin-top: 0.25rem;
  }
  input {
    font-size: 1rem;
  }
  /* Stays in sight however much there is to scroll. */
  .end {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin: 0 -1.5rem;
    padding: 0.75rem 1.5rem;
    border-top: 1px solid var(--line);
    background: var(--raised);
  }
  .end p {
    flex: 1 1 12rem;
  }
  .error {
    color: var(--attention);
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  .error:empty {
    display: none;
  }
  @media (max-width: 40rem) {
    form {
      grid-template-columns: minmax(0, 1fr);
      padding: 1rem 1rem 0;
    }
    ro-air-preview {
      width: min(100%, 16rem);
      justify-self: center;
    }
    .end {
      margin: 0 -1rem;
      padding: 0.5rem 1rem;
    }
    .end p:not(.error) {
      display: none;
    }
    .end .answers {
      flex: 1;
    }
    .end button {
      flex: 1 1 auto;
    }
  }
  @media (max-height: 30rem) {
    form {
      gap: 0.5rem 1rem;
      padding-top: 0.5rem;
    }
    .end {
      padding-block: 0.25rem;
    }
  }
`;
