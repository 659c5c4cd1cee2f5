const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** A name amid Chinese: a space stands where Latin or other letters touch it, none beside Chinese. */
export function spaced(name: string): string {
  const [first = '', last = ''] = [[...name][0], [...name].at(-1)];
  return `${chinese.test(first) ? '' : ' '}${name}${chinese.test(last) ? '' : ' '}`;
}
