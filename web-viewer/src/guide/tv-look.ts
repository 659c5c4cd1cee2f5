import { css } from 'lit';

/** A screen across the room: all of it is used, nothing below it is needed. */
export const tvLook = css`
  :host([tv]) {
    --rooms: 18rem;
    height: 100dvh;
    overflow: hidden;
  }
  :host([tv]) main {
    flex: 1;
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: none;
    min-height: 0;
    padding: 0 2.5rem 1.25rem;
  }
  :host([tv]) .top {
    margin-bottom: 0.75rem;
  }
  :host([tv]) .room {
    grid-template-columns: 6rem minmax(0, 1fr);
    font-size: 1rem;
  }
  :host([tv]) .slot {
    font-size: 1rem;
  }
  :host([tv]) .tick {
    font-size: 0.875rem;
  }
  /* The rows take what they need, and scroll where they need more than there is. */
  :host([tv]) .rows {
    flex: 0 1 auto;
    min-height: 9.5rem;
    overflow: hidden auto;
    scrollbar-width: none;
  }
  /* What is left shows the program that one stands at, the picture as large as fits. */
  :host([tv]) .about {
    flex: 1 0 9rem;
    grid-template-columns: auto minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    gap: 2rem;
    min-height: 0;
    margin: 0 0 1rem;
    container-type: size;
  }
  :host([tv]) .about ro-still {
    width: min(55cqw, 100cqh * 16 / 9);
    align-self: center;
  }
  :host([tv]) .about > div {
    align-self: center;
    max-height: 100cqh;
    overflow: hidden;
  }
  :host([tv]) .about h2 {
    font-size: 1.75rem;
    line-height: 1.25;
  }
  :host([tv]) .about p {
    font-size: 1rem;
  }
  :host([tv]) .about p:last-child {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
  }
  :host([tv]) .empty {
    margin: auto;
    font-size: 1.25rem;
  }
  :host([tv]) .keys {
    margin-top: 0.75rem;
  }
`;
