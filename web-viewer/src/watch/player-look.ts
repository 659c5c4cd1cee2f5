import { css } from 'lit';

export const look = css`
  :host {
    display: block;
  }
  media-controller {
    display: block;
    width: 100%;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-radius: var(--radius);
    background: #000;
    --media-font-family: var(--font);
    --media-primary-color: #f0f3f6;
    --media-secondary-color: transparent;
    --media-control-background: transparent;
    --media-control-hover-background: rgb(255 255 255 / 14%);
    --media-control-padding: 0.625rem;
    --media-control-height: 1.5rem;
    --media-button-icon-height: 1.5rem;
    --media-range-bar-color: #f0f3f6;
    --media-range-track-height: 0.25rem;
    --media-range-track-border-radius: 2px;
    --media-range-thumb-background: #f0f3f6;
    --media-time-range-buffered-color: rgb(255 255 255 / 40%);
    --media-focus-box-shadow: 0 0 0 2px #6cb2ff;
    --media-loading-indicator-icon-height: 4rem;
  }
  video {
    object-fit: contain;
  }
  media-control-bar {
    width: 100%;
    align-items: center;
    padding: 0 0.5rem 0.25rem;
    background: transparent;
  }
  media-control-bar {
    background: linear-gradient(rgb(0 0 0 / 45%), rgb(0 0 0 / 75%));
  }
  media-control-bar > media-play-button,
  media-control-bar > media-mute-button,
  media-control-bar > media-captions-button,
  media-control-bar > media-pip-button,
  media-control-bar > media-fullscreen-button {
    flex: none;
    min-width: 2.75rem;
    min-height: 2.75rem;
    border-radius: 0.375rem;
  }
  media-volume-range {
    width: 5.5rem;
    height: 2.75rem;
    padding: 0 0.5rem 0 0;
    --media-control-hover-background: transparent;
  }
  /* The captions' place: there is a button as soon as there are captions. */
  media-captions-button:not([mediasubtitleslist]) {
    display: none;
  }
  /* Above the bar in place while there is one: what is pressed is never covered. */
  ro-layer {
    position: absolute;
    inset: 0;
    pointer-events: none;
    --layer-bottom: 6rem;
  }
  media-controller[userinactive]:not([mediapaused], [mediasubtitlesshowing]) > ro-layer {
    --layer-bottom: 1rem;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 1rem;
  }
  .top .words {
    padding: 0.125rem 0.5rem;
    border-radius: 0.25rem;
    background: rgb(14 17 22 / 88%);
    font-size: 0.75rem;
  }
  .space {
    flex: 1;
  }
  .words {
    padding: 0 0.5rem;
    color: #f0f3f6;
    font-size: 0.875rem;
    line-height: 1.25rem;
    white-space: nowrap;
  }
  /* As wide as its longest words, so that nothing beside it moves. */
  .behind {
    min-width: 13.5em;
    text-align: right;
  }
  .tool {
    flex: none;
    min-width: 2.75rem;
    min-height: 2.75rem;
    padding: 0.5rem;
    border-color: transparent;
    background: transparent;
    color: #f0f3f6;
    font-size: 0.875rem;
  }
  .tool:hover:not(:disabled),
  .tool[aria-expanded='true'] {
    background: rgb(255 255 255 / 14%);
  }
  .edge .dot {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: #8d97a3;
  }
  .edge.at .dot {
    background: #ff6168;
  }
  .rewound {
    padding: 0.25rem 0.5rem;
    border-radius: 0.25rem;
    background: rgb(14 17 22 / 88%);
    color: #f0f3f6;
    font-size: 0.75rem;
    line-height: 1rem;
    font-weight: 700;
  }
  /* Between the badge above and the seek bar below. */
  .sound {
    position: absolute;
    top: max(3.625rem, (100% - 6rem) / 2);
    left: 50%;
    width: max-content;
    transform: translate(-50%, -50%);
    border-color: #f0f3f6;
    background: rgb(14 17 22 / 94%);
    color: #fff;
    font-weight: 650;
  }
  .sound:hover:not(:disabled) {
    background: #1f2630;
  }
  .trouble {
    padding: 0.5rem 1rem;
    border-radius: var(--radius);
    background: rgb(14 17 22 / 88%);
    color: #e0a32e;
    font-size: 0.875rem;
    line-height: 1.25rem;
  }
  :host([theatre]) media-controller {
    aspect-ratio: auto;
    height: min(100dvh - 5rem, 100vw * 9 / 16);
    border-radius: 0;
  }
  @media (max-width: 47.5rem) {
    media-controller {
      border-radius: 0;
    }
    .top {
      padding: 0.5rem;
    }
  }
`;

/** On a TV set there is nothing around the picture. */
export const tvLook = css`
  :host([tv]) media-controller {
    width: 100vw;
    height: 100dvh;
    aspect-ratio: auto;
    border-radius: 0;
  }
  :host([tv]) media-control-bar {
    padding: 0 2.5rem 1.5rem;
  }
  :host([tv]) ro-seek-bar {
    padding-inline: 2.5rem;
  }
  :host([tv]) ro-latency {
    margin-left: 2rem;
  }
  :host([tv]) .top {
    padding: 1.5rem 2.5rem;
  }
  :host([tv]) :focus-visible {
    outline: 0.1875rem solid #6cb2ff;
  }
  .heading {
    width: 100%;
    padding: 1.5rem 2.5rem 0;
    background: linear-gradient(rgb(0 0 0 / 75%), transparent);
    color: #f0f3f6;
    font-size: 1.75rem;
    line-height: 1.25;
  }
`;
