/** A figure that is animated to its new value; changed at once for users who ask for reduced motion. */
import { useEffect, useRef, useState } from 'react'

/** Whether nothing is to move: as the user has it, or where drawing takes its time. */
const isStill = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.finish === 'plain'

/** ms */
const ROLL = 240

const useRolled = (value: number): number => {
  const [shown, setShown] = useState(value)
  const at = useRef(value)
  useEffect(() => {
    const from = at.current
    const set = (next: number) => {
      at.current = next
      setShown(next)
    }
    if (from === value || isStill()) {
      set(value)
      return
    }
    const start = performance.now()
    let frame = 0
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - start) / ROLL))
      set(t === 1 ? value : from + (value - from) * (1 - (1 - t) ** 3))
      if (t < 1) frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [value])
  return shown
}

export const Rolling = ({ value, digits }: { value: number; digits: number }) =>
  useRolled(value).toFixed(digits)
