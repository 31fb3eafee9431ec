/**
 * Tells the thumb and the ear that a rest is over. The tone is made here and mixes into whatever plays: there is no media
 * element, which would take the sound away from the athlete's own music, and no audio runs between two tones.
 */
import { ringSettings } from '../../../../client/ring-settings.ts'

const SECONDS = 0.5

let audio: AudioContext | null = null
/** It sounded once, or could have. A call or another app may take that away: it is "interrupted" then, or closed. */
let isArmed = false

/** In the tap that starts a rest: browsers let a page sound only after one, and an iPhone only in one. */
export function armSignal(): void {
  if (!ringSettings().sound) return
  try {
    if (!audio) {
      // Safari asks what a page's sound is; this one never interrupts another.
      const { audioSession } = navigator as { audioSession?: { type: string } }
      if (audioSession) audioSession.type = 'ambient'
      audio = new AudioContext()
    }
    const own = audio
    // Not with every set: it costs more than the check.
    if (isArmed && own.state === 'suspended') return
    void own.resume().then(
      () => {
        isArmed = true
        return own.suspend()
      },
      () => {},
    )
  } catch {
    // Silence is no error.
  }
}

export function signalRestOver(): void {
  const { sound, vibration } = ringSettings()
  if (vibration) navigator.vibrate?.([180, 90, 180])
  if (!sound) return
  armSignal()
  const own = audio
  if (!own) return
  void own.resume().then(
    () => {
      const gain = own.createGain()
      gain.connect(own.destination)
      gain.gain.setValueAtTime(0.18, own.currentTime)
      gain.gain.exponentialRampToValueAtTime(0.001, own.currentTime + SECONDS)
      const tone = own.createOscillator()
      tone.frequency.value = 880
      tone.connect(gain)
      tone.start()
      tone.stop(own.currentTime + SECONDS)
      tone.onended = () => void own.suspend()
    },
    () => {},
  )
}
