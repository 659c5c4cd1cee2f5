/** The same address, saved by browsers under the program's title. */
export const asDownload = (address: string): string =>
  address + (address.includes('?') ? '&' : '?') + 'download';
