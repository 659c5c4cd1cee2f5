// Finds the first sample of a beep behind silence, on the browser's audio thread.
const SILENCE_SECONDS = 0.3;
const LOUD = 0.08;

registerProcessor(
  'ear',
  class extends AudioWorkletProcessor {
    constructor() {
      super();
      this.lastLoud = 0;
      this.sum = 0;
      this.count = 0;
      this.due = currentTime + 1;
    }

    process([input]) {
      this.tellClock();
      const samples = input[0] ?? [];
      for (let i = 0; i < samples.length; i++) {
        if (Math.abs(samples[i]) > LOUD) {
          const at = currentTime + i / sampleRate;
          if (at - this.lastLoud > SILENCE_SECONDS) this.port.postMessage({ beep: at });
          this.lastLoud = at;
        }
      }
      return true;
    }

    /** Wall time minus the context's time, the mean of a second. */
    tellClock() {
      this.sum += Date.now() + 0.5 - currentTime * 1000;
      this.count++;
      if (currentTime < this.due) return;
      this.port.postMessage({ offset: this.sum / this.count });
      this.sum = 0;
      this.count = 0;
      this.due = currentTime + 1;
    }
  },
);
