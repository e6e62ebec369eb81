/** The pointer of whoever presents: gone while it rests, or a dot of light. */
import { type RefObject, useEffect, useRef, useState } from 'react'

/** ms until a resting pointer is hidden */
const REST = 2500

/** Whether the pointer has rested. */
export const useIdlePointer = (): boolean => {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), REST)
    const moved = () => {
      setIdle(false)
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(true), REST)
    }
    addEventListener('pointermove', moved)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', moved)
    }
  }, [])
  return idle
}

/** Moves an element with the pointer, without drawing anything else anew. */
export const useDot = (shown: boolean): RefObject<HTMLElement | null> => {
  const dot = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!shown) return
    const moved = ({ clientX, clientY }: PointerEvent) => {
      dot.current?.style.setProperty('translate', `${clientX}px ${clientY}px`)
    }
    addEventListener('pointermove', moved)
    return () => removeEventListener('pointermove', moved)
  }, [shown])
  return dot
}
