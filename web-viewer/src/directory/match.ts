interface Found {
  readonly title: string;
  readonly host: string;
  readonly description?: string;
}

/** Search as you type: every word must stand somewhere in the words, accents and case aside. */
export function matches(query: string, { title, host, description = '' }: Found): boolean {
  const text = fold(`${title} ${host} ${description}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
