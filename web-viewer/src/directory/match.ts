/** Search as you type: every word must stand somewhere in title or host, accents and case aside. */
export function matches(query: string, { title, host }: { title: string; host: string }): boolean {
  const text = fold(`${title} ${host}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
