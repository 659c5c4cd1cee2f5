import { css } from 'lit';

export const look = css`
  .lobby {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr);
    align-items: center;
    gap: 3rem;
    max-width: 70rem;
    margin: 0 auto;
    padding: 1.5rem;
  }
  .preview {
    position: relative;
  }
  .picture {
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-radius: var(--radius);
    background: #000;
    color: #a3adb8;
  }
  video {
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: contain;
    transform: scaleX(-1);
  }
  .toggles {
    position: absolute;
    left: 0;
    right: 0;
    bottom: 1rem;
    display: flex;
    justify-content: center;
    gap: 1rem;
  }
  .toggles button {
    position: relative;
    width: 3.5rem;
    height: 3.5rem;
    padding: 0;
    border-radius: 50%;
    border-color: transparent;
    background: rgb(14 17 22 / 80%);
    color: #fff;
  }
  .toggles button:hover {
    background: rgb(31 38 48 / 95%);
  }
  .toggles [aria-pressed='false'] ro-icon {
    color: #e0a32e;
  }
  .level {
    --meter: #6cb2ff;
    position: absolute;
    left: 1rem;
    right: 1rem;
    bottom: 0.5rem;
    height: 0.1875rem;
    background: rgb(255 255 255 / 20%);
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .inside {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-top: 0.25rem;
    font-size: 0.875rem;
  }
  .devices {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1rem;
  }
  ro-camera-choice,
  ro-speaker-test {
    grid-column: 1 / -1;
  }
  .notice p + p {
    margin-top: 0.25rem;
  }
  .error {
    color: var(--attention);
  }
  .error:empty {
    display: none;
  }
  .primary {
    min-height: 3rem;
  }
  @media (max-width: 56.25rem) {
    .lobby {
      grid-template-columns: minmax(0, 35rem);
      justify-content: center;
      gap: 1.5rem;
      padding: 0 1rem 2rem;
    }
  }
  @media (max-width: 25rem) {
    .devices {
      grid-template-columns: 1fr;
    }
  }
`;
