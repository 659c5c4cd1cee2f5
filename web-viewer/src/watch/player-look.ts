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
    --media-control-padding: 10px;
    --media-control-height: 24px;
    --media-button-icon-height: 24px;
    --media-range-bar-color: #f0f3f6;
    --media-range-track-height: 4px;
    --media-range-track-border-radius: 2px;
    --media-range-thumb-background: #f0f3f6;
    --media-time-range-buffered-color: rgb(255 255 255 / 40%);
    --media-focus-box-shadow: 0 0 0 2px #6cb2ff;
    --media-loading-indicator-icon-height: 64px;
  }
  video {
    object-fit: contain;
  }
  media-control-bar {
    width: 100%;
    align-items: center;
    padding: 0 8px 4px;
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
    min-width: 44px;
    min-height: 44px;
    border-radius: 6px;
  }
  media-volume-range {
    width: 88px;
    height: 44px;
    padding: 0 8px 0 0;
    --media-control-hover-background: transparent;
  }
  media-time-display {
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }
  /* The captions' place: there is a button as soon as there are captions. */
  media-captions-button:not([mediasubtitleslist]) {
    display: none;
  }
  .top {
    padding: 16px;
  }
  .space {
    flex: 1;
  }
  .words {
    padding: 0 8px;
    color: #f0f3f6;
    font-size: 14px;
    line-height: 20px;
    white-space: nowrap;
  }
  .edge {
    min-height: 44px;
    padding: 8px 12px;
    border-color: transparent;
    background: transparent;
    color: #f0f3f6;
    font-size: 14px;
  }
  .edge:hover:not(:disabled) {
    background: rgb(255 255 255 / 14%);
  }
  .edge .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: #8d97a3;
  }
  .edge.at .dot {
    background: #ff6168;
  }
  .edge.start {
    padding: 8px;
  }
  .rewound {
    padding: 4px 8px;
    border-radius: 4px;
    background: rgb(14 17 22 / 88%);
    color: #f0f3f6;
    font-size: 12px;
    line-height: 16px;
    font-weight: 700;
  }
  .sound {
    border-color: transparent;
    background: rgb(14 17 22 / 88%);
    color: #fff;
    pointer-events: auto;
  }
  .sound:hover:not(:disabled) {
    background: #1f2630;
  }
  .trouble {
    padding: 8px 16px;
    border-radius: var(--radius);
    background: rgb(14 17 22 / 88%);
    color: #e0a32e;
    font-size: 14px;
  }
  @media (max-width: 760px) {
    media-controller {
      border-radius: 0;
    }
    media-volume-range,
    media-pip-button,
    .behind,
    .edge:not(.at) ~ .words[data-test='quality'] {
      display: none;
    }
    .top {
      padding: 8px;
    }
  }
`;
