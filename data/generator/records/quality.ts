/** How well each 居委会 does: where it starts, where it ends, how promptly it mends, how often it is looked at. */
import { AREAS } from '../areas.ts'
import { progress } from '../calendar.ts'
import { stream } from '../random.ts'

export interface Quality {
  /** expected grade / 10 at the start and at the end of the half year */
  from: number
  to: number
  /** share of problems mended in time */
  prompt: number
  /** visits, relative to the usual */
  looked: number
}

/** Those that stand out; the rest lie between. */
const MARKED: Record<string, Partial<Quality>> = {
  麦仁店: { from: 0.5, to: 0.655, prompt: 0.5 },
  陈营: { from: 0.55, to: 0.74, prompt: 0.62 },
  毛楼: { from: 0.55, to: 0.73, prompt: 0.64 },
  牛滩: { from: 0.57, to: 0.76, prompt: 0.7 },
  南徐: { from: 0.53, to: 0.79, prompt: 0.72 },
  康庄: { from: 0.7, to: 0.955, prompt: 0.95 },
  许寨: { from: 0.68, to: 0.95, prompt: 0.94 },
  康楼: { from: 0.66, to: 0.935, prompt: 0.9 },
  杨井沿: { from: 0.64, to: 0.91, prompt: 0.86 },
  // Waiting to be pulled down, and hardly inspected at all.
  刘新庄: { from: 0.55, to: 0.7, prompt: 0.6, looked: 0 },
}

export const shortName = (name: string): string => name.replace('居委会', '')

const random = stream('quality')

export const QUALITY: Quality[] = AREAS.map((area) => {
  const base: Quality = {
    from: random.between(0.58, 0.68) + (area.setting === 'town' ? 0.03 : 0),
    to: random.between(0.8, 0.9) + (area.setting === 'town' ? 0.03 : -0.01),
    prompt: random.between(0.72, 0.9),
    looked: 1,
  }
  return { ...base, ...MARKED[shortName(area.name)] }
})

/** Expected grade / 10 in an area (index) on a day. */
export const expected = (area: number, day: number): number => {
  const { from, to } = QUALITY[area] as Quality
  return from + (to - from) * progress(day)
}
