/** The address of the player alone, for the page of a program. */
export function embedOf(page: string): string {
  const url = new URL(page);
  url.pathname = url.pathname.replace(/\/watch\//, '/embed/');
  url.search = '';
  url.hash = '';
  return url.href;
}

/** HTML to be pasted into a foreign page; whatever the title says, it stays a title. */
export function embedCode(page: string, title: string): string {
  return (
    `<iframe src="${escaped(embedOf(page))}" title="${escaped(title)}" width="640" height="360" ` +
    'style="border:0" allow="autoplay; fullscreen; picture-in-picture" allowfullscreen></iframe>'
  );
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
