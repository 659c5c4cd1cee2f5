/** Addresses of a room, as people and encoders need them. */
export const guestLink = (origin: string, id: string) => `${origin}/r/${id}`;

/** The key stands in the fragment: browsers keep that part to themselves. */
export const hostLink = (origin: string, id: string, hostKey: string) =>
  `${guestLink(origin, id)}#host=${encodeURIComponent(hostKey)}`;

export const whipAddress = (origin: string, id: string) => `${origin}/whip/${id}`;

export const ffmpegLine = (origin: string, id: string, token: string) =>
  'ffmpeg -re -i input.mp4 -c:v libx264 -profile:v baseline -bf 0 -g 60 -c:a libopus -ar 48000 -ac 2' +
  ` -f whip -authorization ${token} ${whipAddress(origin, id)}`;
