import { css } from 'lit';

export const look = css`
  :host {
    display: block;
    width: 100%;
    background: linear-gradient(transparent, rgb(0 0 0 / 45%));
  }
  .bar {
    position: relative;
    height: 1.5rem;
    margin: 0 1rem;
    outline: none;
    cursor: pointer;
    touch-action: none;
  }
  .track {
    position: absolute;
    inset: 0.625rem 0;
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
    top: 0.375rem;
    width: 0.75rem;
    height: 0.75rem;
    margin-left: -0.375rem;
    border-radius: 50%;
    background: #f0f3f6;
  }
  .bar:focus-visible .thumb {
    box-shadow: 0 0 0 3px #6cb2ff;
  }
  .preview {
    position: absolute;
    bottom: 1.5rem;
    display: grid;
    justify-items: center;
    gap: 0.25rem;
    width: max-content;
    max-width: 12.5rem;
    padding: 0.25rem;
    border-radius: var(--radius);
    background: rgb(14 17 22 / 88%);
    color: #f0f3f6;
    font-size: 0.75rem;
    line-height: 1rem;
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
    border-radius: 0.25rem;
    background-repeat: no-repeat;
  }
  .time {
    font-variant-numeric: tabular-nums;
  }
  @media (pointer: coarse) {
    .bar {
      height: 2.75rem;
    }
    .track {
      inset: 1.25rem 0;
    }
    .thumb {
      top: 0.875rem;
      width: 1rem;
      height: 1rem;
      margin-left: -0.5rem;
    }
    .preview {
      bottom: 2.75rem;
    }
  }
`;
