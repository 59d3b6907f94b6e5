/** What a scan came to, for ear and hand: good, to be looked at, wrong, or nothing new. */
export type Signal = 'good' | 'attention' | 'bad' | 'again';

interface Tone {
  /** Hertz and seconds, one after the other. */
  readonly notes: readonly (readonly [number, number])[];
  readonly shape: OscillatorType;
  /** Milliseconds on and off. */
  readonly shake: readonly number[];
}

const tones: Record<Signal, Tone> = {
  good: { notes: [[1_320, 0.09]], shape: 'sine', shake: [60] },
  attention: {
    notes: [
      [740, 0.12],
      [988, 0.14],
    ],
    shape: 'triangle',
    shake: [60, 60, 60],
  },
  bad: {
    notes: [
      [330, 0.16],
      [247, 0.26],
    ],
    shape: 'sawtooth',
    shake: [260],
  },
  again: { notes: [[587, 0.07]], shape: 'sine', shake: [25] },
};

const LOUDNESS = 0.14;
let audio: AudioContext | undefined;

/** Sounds and shakes, as far as the device can; neither is needed to understand the verdict. */
export function give(signal: Signal, sound: boolean): void {
  const { notes, shape, shake } = tones[signal];
  navigator.vibrate?.([...shake]);
  if (!sound || typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  void audio.resume();
  let at = audio.currentTime;
  for (const [hertz, seconds] of notes) {
    play(audio, { hertz, shape, at, seconds });
    at += seconds;
  }
}

interface Note {
  readonly hertz: number;
  readonly shape: OscillatorType;
  readonly at: number;
  readonly seconds: number;
}

function play(context: AudioContext, { hertz, shape, at, seconds }: Note): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = shape;
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(LOUDNESS, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
