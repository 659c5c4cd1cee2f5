import { css } from 'lit';

export const look = css`
  section {
    display: grid;
    gap: 0.5rem;
    padding: 0.5rem 1rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-right: -0.75rem;
  }
  h2 {
    font-size: 1rem;
    line-height: 1.5rem;
    letter-spacing: 0;
  }
  .about {
    overflow-wrap: anywhere;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.5rem;
  }
  button,
  .button {
    padding: 0.5rem;
    font-size: 0.875rem;
    line-height: 1.25rem;
    text-align: center;
  }
`;
