/** One factor for all type, from the window and the viewing distance: through the root font size, never a transform. */
import { useEffect, useState } from 'react'
import { finishOf } from '../../view/finish.ts'
import { useSession } from '../../view/store.ts'

/** `stage`: a scene is presented; it shows so little that its type can be read from the back of a hall */
export type Profile = 'desk' | 'room' | 'wall' | 'stage'

/** rem the panels need beside and above each other; a smaller window gets smaller type before it gets overlaps. */
const ROOM = {
  desk: { wide: 90, high: 46 },
  room: { wide: 90, high: 46 },
  wall: { wide: 90, high: 46 },
  stage: { wide: 60, high: 34 },
} as const satisfies Record<Profile, { wide: number; high: number }>
/**
 * px of a rem at which type reads well from the distance. In a meeting room and on a wall it grows with the window's
 * height: the picture is as high as the wall, however many pixels that is.
 */
const TARGET: Record<Profile, (height: number) => number> = {
  desk: () => 16,
  room: (height) => height / 54,
  wall: (height) => height / 49,
  stage: (height) => height / 34.8,
}
const SMALLEST = 14
/** px; narrower windows are phones */
const PHONE = 720
/** px at device pixel ratio 1; nobody sits close to a screen as wide */
const WALL = 3000

const isPhone = (width: number): boolean => width < PHONE

/** The viewing distance: as asked, else guessed from the window. */
export const profileOf = (
  width: number,
  pixelRatio: number,
  asked: 'auto' | Exclude<Profile, 'stage'>,
): Profile => (asked !== 'auto' ? asked : width >= WALL && pixelRatio < 1.5 ? 'wall' : 'desk')

/** px of a rem for a window of this size at this viewing distance, in quarters. */
export const rootSize = (width: number, height: number, profile: Profile): number => {
  if (isPhone(width)) return TARGET.desk(height)
  const { wide, high } = ROOM[profile]
  const fits = Math.min(TARGET[profile](height), width / wide, height / high)
  return Math.round(Math.max(SMALLEST, fits) * 4) / 4
}

export interface Display {
  width: number
  height: number
  /** px of a rem */
  rem: number
  /** type factor, 1 = 16 px */
  scale: number
  phone: boolean
  profile: Profile
  dark: boolean
}

const windowSize = () => ({ width: innerWidth, height: innerHeight, ratio: devicePixelRatio })

export const useDisplay = (onStage: boolean): Display => {
  const theme = useSession((s) => s.view.theme)
  const asked = useSession((s) => s.view.display)
  const finish = useSession((s) => finishOf(s.finishAsked, s.finishMeasured))
  const [{ width, height, ratio }, setSize] = useState(windowSize)
  const [night, setNight] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const resized = () => setSize(windowSize())
    const query = matchMedia('(prefers-color-scheme: dark)')
    const switched = () => setNight(query.matches)
    addEventListener('resize', resized)
    query.addEventListener('change', switched)
    return () => {
      removeEventListener('resize', resized)
      query.removeEventListener('change', switched)
    }
  }, [])
  const profile = isPhone(width) ? 'desk' : onStage ? 'stage' : profileOf(width, ratio, asked)
  const rem = rootSize(width, height, profile)
  const dark = theme === 'dark' || (theme === 'auto' && night)
  useEffect(() => {
    document.documentElement.style.fontSize = `${rem}px`
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    document.documentElement.dataset.profile = profile
    document.documentElement.dataset.finish = finish
    useSession.setState({ wall: profile === 'wall' || profile === 'stage' })
  }, [rem, dark, profile, finish])
  return { width, height, rem, scale: rem / 16, phone: isPhone(width), profile, dark }
}
