import { css } from 'lit';

export const look = css`
  .lobby {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(320px, 2fr);
    align-items: center;
    gap: 48px;
    max-width: 1120px;
    margin: 0 auto;
    padding: 24px;
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
    bottom: 16px;
    display: flex;
    justify-content: center;
    gap: 16px;
  }
  .toggles button {
    position: relative;
    width: 56px;
    height: 56px;
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
    left: 16px;
    right: 16px;
    bottom: 8px;
    height: 3px;
    background: rgb(255 255 255 / 20%);
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .inside {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 4px;
    font-size: 14px;
  }
  .devices {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
  }
  .notice p + p {
    margin-top: 4px;
  }
  .error {
    color: var(--attention);
  }
  .error:empty {
    display: none;
  }
  .primary {
    min-height: 48px;
  }
  @media (max-width: 900px) {
    .lobby {
      grid-template-columns: minmax(0, 560px);
      justify-content: center;
      gap: 24px;
      padding: 0 16px 32px;
    }
  }
  @media (max-width: 400px) {
    .devices {
      grid-template-columns: 1fr;
    }
  }
`;
