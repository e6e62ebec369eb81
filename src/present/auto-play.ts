/** Plays a presentation by itself, round and round, while the screen is kept from going dark. */
import { useEffect } from 'react'
import { turn, turnTo } from '../view/briefing/present.ts'

/** Seconds a scene stays where it says none. */
export const DWELL = 20

/** @param dwell seconds of the scene shown; null = as usual */
export const useAutoPlay = (playing: boolean, scene: number, dwell: number | null): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each scene starts its own time
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => void (turn(1) || turnTo('first')), (dwell ?? DWELL) * 1000)
    return () => clearTimeout(timer)
  }, [playing, scene, dwell])
}

/** Keeps the screen lit as long as it is shown; without a secure context browsers have no such thing. */
export const useWakeLock = (): void => {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let gone = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const got = await navigator.wakeLock?.request('screen').catch(() => null)
      if (gone) void got?.release()
      else lock = got ?? null
    }
    const asked = () => void ask()
    asked()
    document.addEventListener('visibilitychange', asked)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', asked)
      void lock?.release()
    }
  }, [])
}
