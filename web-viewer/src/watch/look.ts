import { css } from 'lit';

export const look = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
    width: min(100%, 80rem, (100dvh - 13rem) * 16 / 9);
    min-width: min(100%, 35rem);
    margin: 0 auto;
    padding: 0.5rem 1.5rem 3rem;
  }
  /* Where there is little height, the picture comes first (the page itself is a column then). */
  @media (max-height: 30rem) {
    ro-header {
      order: 1;
    }
  }
  .card {
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    min-height: 15rem;
    width: 100%;
    border-radius: var(--radius);
    background: var(--surface);
    text-align: center;
  }
  .card > div {
    display: grid;
    justify-items: center;
    gap: 1rem;
    padding: 1.5rem;
    text-wrap: balance;
  }
  .theatre {
    width: 100%;
    padding: 0 0 3rem;
  }
  .theatre > ro-about,
  .theatre > .card {
    width: calc(100% - 3rem);
    margin: 0 auto;
  }
  /* A TV set shows nothing but the picture, or what there is to say instead. */
  main.tv {
    display: grid;
    place-items: center;
    width: 100%;
    min-height: 100dvh;
    padding: 0;
  }
  .tv > .card {
    aspect-ratio: auto;
    min-height: 100dvh;
    border-radius: 0;
    font-size: 1.25rem;
  }
  .tv > ro-about {
    display: none;
  }
  /* A phone on its side: all of the picture and its bar at once. */
  @media (max-height: 30rem) {
    main:not(.theatre, .tv) {
      width: min(100%, (100dvh - 5rem) * 16 / 9);
      min-width: min(100%, 25rem);
      padding-inline: 0;
    }
  }
  @media (max-width: 47.5rem) and (min-height: 30rem) {
    main {
      width: 100%;
    }
  }
  @media (max-width: 47.5rem) {
    main {
      padding: 0 0 2rem;
      gap: 1rem;
    }
    .card {
      border-radius: 0;
    }
    .card:has(ro-password) {
      aspect-ratio: auto;
    }
  }
`;
