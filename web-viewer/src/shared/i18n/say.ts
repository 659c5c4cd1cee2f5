/** One sentence in every language of the product; forgetting one does not compile. */
export interface Saying<A extends unknown[]> {
  readonly en: (...args: A) => string;
  readonly zh: (...args: A) => string;
}

type Words<A extends unknown[]> = string | ((...args: A) => string);

export function say<A extends unknown[] = []>(en: Words<A>, zh: Words<A>): Saying<A> {
  return { en: spoken(en), zh: spoken(zh) };
}

function spoken<A extends unknown[]>(words: Words<A>): (...args: A) => string {
  return typeof words === 'string' ? () => words : words;
}
