import { css } from 'lit';

export const look = css`
  :host {
    display: block;
    width: 100%;
    background: linear-gradient(transparent, rgb(0 0 0 / 45%));
  }
  .bar {
    position: relative;
    height: 24px;
    margin: 0 16px;
    outline: none;
    cursor: pointer;
    touch-action: none;
  }
  .track {
    position: absolute;
    inset: 10px 0;
    border-radius: 2px;
    background: rgb(255 255 255 / 40%);
  }
  .done {
    height: 100%;
    border-radius: 2px;
    background: #f0f3f6;
  }
  .thumb {
    position: absolute;
    top: 6px;
    width: 12px;
    height: 12px;
    margin-left: -6px;
    border-radius: 50%;
    background: #f0f3f6;
  }
  .bar:focus-visible .thumb {
    box-shadow: 0 0 0 3px #6cb2ff;
  }
  .preview {
    position: absolute;
    bottom: 24px;
    display: grid;
    justify-items: center;
    gap: 4px;
    width: max-content;
    max-width: 200px;
    padding: 4px;
    border-radius: var(--radius);
    background: rgb(14 17 22 / 88%);
    color: #f0f3f6;
    font-size: 12px;
    line-height: 16px;
    text-align: center;
    pointer-events: none;
  }
  .preview p {
    max-width: 100%;
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .still {
    border-radius: 4px;
    background-repeat: no-repeat;
  }
  .time {
    font-variant-numeric: tabular-nums;
  }
  @media (pointer: coarse) {
    .bar {
      height: 44px;
    }
    .track {
      inset: 20px 0;
    }
    .thumb {
      top: 14px;
      width: 16px;
      height: 16px;
      margin-left: -8px;
    }
    .preview {
      bottom: 44px;
    }
  }
`;
