/** One factor for all type, from the window and the viewing distance: through the root font size, never a transform. */
import { useEffect, useState } from 'react'
import { useSession } from '../view/store.ts'

const FACTOR = { auto: 1, desk: 0.9, room: 1.15, wall: 1.4 } as const

/** px of a rem for a window of this size at this viewing distance. */
export const rootSize = (width: number, height: number, display: keyof typeof FACTOR): number => {
  if (width < 720) return 16
  const fit = Math.min(width / 1920, height / 1000)
  return Math.round(16 * Math.min(2.4, Math.max(0.875, fit)) * FACTOR[display] * 4) / 4
}

export interface Display {
  width: number
  height: number
  /** px of a rem */
  rem: number
  /** type factor, 1 = 16 px */
  scale: number
  phone: boolean
  dark: boolean
}

export const useDisplay = (): Display => {
  const { theme, display } = useSession((s) => s.view)
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight })
  const [night, setNight] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const resized = () => setSize({ width: innerWidth, height: innerHeight })
    const query = matchMedia('(prefers-color-scheme: dark)')
    const switched = () => setNight(query.matches)
    addEventListener('resize', resized)
    query.addEventListener('change', switched)
    return () => {
      removeEventListener('resize', resized)
      query.removeEventListener('change', switched)
    }
  }, [])
  const rem = rootSize(size.width, size.height, display)
  const dark = theme === 'dark' || (theme === 'auto' && night)
  useEffect(() => {
    document.documentElement.style.fontSize = `${rem}px`
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [rem, dark])
  return { ...size, rem, scale: rem / 16, phone: size.width < 720, dark }
}
