/** Two notes, a little louder than speech. */
const NOTES = [523.25, 659.25];
const SECONDS = 0.45;
const LOUDNESS = 0.2;

type Speaker = AudioContext & { setSinkId?: (device: string) => Promise<void> };

/** Plays a short tune on that loudspeaker, so that one hears where sound comes from; null: the system's. */
export async function playTone(
  loudspeaker: string | null,
  context: Speaker = new AudioContext() as Speaker,
): Promise<void> {
  try {
    if (loudspeaker && context.setSinkId) await context.setSinkId(loudspeaker);
    await context.resume();
    await Promise.all(NOTES.map((hertz, n) => note(context, hertz, n * SECONDS)));
  } finally {
    await context.close();
  }
}

/** Swells and fades, so that nothing clicks. */
function note(context: AudioContext, hertz: number, after: number): Promise<void> {
  const from = context.currentTime + 0.02 + after;
  const [tone, gain] = [context.createOscillator(), context.createGain()];
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.03);
  gain.gain.setValueAtTime(LOUDNESS, from + SECONDS - 0.1);
  gain.gain.linearRampToValueAtTime(0, from + SECONDS);
  tone.connect(gain).connect(context.destination);
  return new Promise((done) => {
    tone.onended = () => done();
    tone.start(from);
    tone.stop(from + SECONDS);
  });
}
