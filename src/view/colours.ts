/**
 * The colours that mean something. Constants, so that a class looks the same whatever is filtered; both themes share the
 * data colours, and lightness falls from the best class to the worst, so that the order survives a grey printer, a
 * washed-out projector and the common colour-vision deficiencies (test/view/colours.test.ts).
 */
import type { Kind, Standard } from '../model/standard.ts'
import type { IssueState } from '../model/state.ts'

/** Best to worst; a standard with fewer or more grades takes evenly spaced ones. The best is a colour too, not bare land, and not grey in the dark. */
export const CLASS_COLOURS = ['#98e8d0', '#6dbdc9', '#d18c34', '#b94e2d', '#87212a'] as const

/** The largest gain to the largest loss: the strongest at both ends, next to nothing where little changed. */
export const CHANGE_COLOURS = ['#158099', '#93cbd1', '#e4e0d6', '#df9d5c', '#a33a22'] as const

/** Under the hatch of 数据不足. */
export const NO_DATA = '#afadaa'
export const NO_DATA_LINE = '#787779'

/** Colour of the class at `rank` (0 = best) of `count`. */
export const classColour = (rank: number, count: number): string => {
  const last = CLASS_COLOURS.length - 1
  const at = count <= 1 ? 0 : Math.round((rank / (count - 1)) * last)
  return CLASS_COLOURS[Math.min(last, Math.max(0, at))] as string
}

/** Colour of a grade of the standard, the hatch's ground for 数据不足 or an unknown grade. */
export const gradeColour = (standard: Standard, grade: string): string => {
  const rank = standard.grades.findIndex((g) => g.id === grade)
  return rank < 0 ? NO_DATA : classColour(rank, standard.grades.length)
}

/** The class of a score by the standard's fixed breaks: index into `standard.grades`, -1 for none. */
export const classOf = (standard: Standard, score: number | null): number => {
  if (score === null) return -1
  const rank = standard.grades.findIndex((g) => score >= g.min)
  return rank < 0 ? standard.grades.length - 1 : rank
}

export type Scheme = 'light' | 'dark'

/** What the areas lie on. */
export const LAND: Record<Scheme, string> = { light: '#eff0e8', dark: '#181d1f' }

/** How much an area covers of the land under it, by zoom: the nearer, the more of the ground is to be seen. */
export const COVER: Record<Scheme, readonly (readonly [zoom: number, share: number])[]> = {
  light: [
    [12, 0.9],
    [15, 0.66],
    [17, 0.42],
  ],
  // Darker fills than in the light theme: the words on them are light.
  dark: [
    [12, 0.68],
    [15, 0.54],
    [17, 0.36],
  ],
}

export const coverAt = (scheme: Scheme, zoom: number): number => {
  const steps = COVER[scheme]
  const next = steps.findIndex(([from]) => zoom < from)
  const [after, before] = [steps.at(next), steps.at(next - 1)]
  if (next <= 0 || after === undefined || before === undefined)
    return (next === 0 ? steps[0] : steps.at(-1))?.[1] ?? 1
  return before[1] + ((after[1] - before[1]) * (zoom - before[0])) / (after[0] - before[0])
}

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16)

/** A colour as the map shows it: laid over the land. What stands for it elsewhere, as in the legend, is this. */
export const onLand = (colour: string, scheme: Scheme, zoom: number): string => {
  const cover = coverAt(scheme, zoom)
  const mixed = [0, 1, 2].map((at) =>
    Math.round(cover * channel(colour, at) + (1 - cover) * channel(LAND[scheme], at)),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** One colour and one shape a state, everywhere. */
export const STATE_MARKS: Record<
  IssueState,
  { colour: string; shape: 'disc' | 'triangle' | 'ring' | 'tick' }
> = {
  待整改: { colour: '#e08a00', shape: 'disc' },
  逾期: { colour: '#c81e3a', shape: 'triangle' },
  待复查: { colour: '#2f6fd0', shape: 'ring' },
  已销号: { colour: '#5f7d74', shape: 'tick' },
}

/** The eight hues of kinds of place (index = kind.hue), dark enough for a white glyph. */
export const KIND_HUES = [
  '#5b6472',
  '#1f78b4',
  '#b3541e',
  '#8b2f5f',
  '#0f7b6c',
  '#5a4fa2',
  '#7a6200',
  '#3f7d20',
] as const

export const kindColour = (kind: Kind | undefined): string => KIND_HUES[kind?.hue ?? 0] ?? KIND_HUES[0]

/** The worst, in the colour of the worst class: on the map its casing sets it off from an area in that colour too. */
export const HEAVY_WATER = CLASS_COLOURS[4]
const CLEAN_WATER = '#3f97b8'
const UNKNOWN_WATER = '#9aa3aa'

/** Colour of a grade of water: 轻度 is the third class, 重度 the worst; null = no grade. */
export const waterColour = ({ water }: Standard, grade: string | null): string => {
  const { clean, light, heavy } = water.grades
  if (grade === heavy) return HEAVY_WATER
  if (grade === light) return CLASS_COLOURS[2]
  return grade === clean ? CLEAN_WATER : UNKNOWN_WATER
}
