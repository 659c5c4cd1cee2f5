import { beforeEach, describe, expect, it } from 'vitest';
import { EdgeWish } from './edge-wish.js';

describe('the wish for the live edge', () => {
  let wish: EdgeWish;

  beforeEach(() => {
    wish = new EdgeWish();
    wish.plays(100);
  });

  it('is there from the beginning', () => {
    expect(wish.wanted).toBe(true);
  });

  it('ends when the viewer goes back', () => {
    wish.jumped(40, 62);
    expect(wish.wanted).toBe(false);
  });

  it('outlives a jump forward that does not reach the edge, which only the player makes', () => {
    wish.jumped(105, 8);
    expect(wish.wanted).toBe(true);
  });

  it('outlives a small step back at the edge', () => {
    wish.jumped(99, 2);
    expect(wish.wanted).toBe(true);
  });

  it('does not come back by going forward short of the edge', () => {
    wish.jumped(40, 62);
    wish.jumped(80, 22);
    expect(wish.wanted).toBe(false);
  });

  it('comes back with the edge', () => {
    wish.jumped(40, 62);
    wish.jumped(101, 1);
    expect(wish.wanted).toBe(true);
  });

  it('measures each jump from where it played last', () => {
    wish.plays(110);
    wish.jumped(105, 8);
    expect(wish.wanted).toBe(false);
  });

  it('ends with a pause and comes back when it is asked for', () => {
    wish.paused();
    expect(wish.wanted).toBe(false);
    wish.asked();
    expect(wish.wanted).toBe(true);
  });
});
