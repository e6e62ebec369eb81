/**
 * The colours that mean something. Constants, so that a class looks the same whatever is filtered; both themes share the
 * data colours, and lightness falls from the best class to the worst, so that the order survives a grey printer, a
 * washed-out projector and the common colour-vision deficiencies (test/view/colours.test.ts).
 */
import type { Kind, Standard } from '../model/standard.ts'
import type { IssueState } from '../model/state.ts'

/** Best to worst; a standard with fewer or more grades takes evenly spaced ones. */
export const CLASS_COLOURS = ['#d0eeee', '#84cad2', '#d99640', '#bd5331', '#87212a'] as const

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

const CLEAN_WATER = '#3f97b8'
const UNKNOWN_WATER = '#9aa3aa'

/** Colour of a grade of water: 轻度 is the third class, 重度 the worst; null = no grade. */
export const waterColour = ({ water }: Standard, grade: string | null): string => {
  const { clean, light, heavy } = water.grades
  if (grade === heavy) return CLASS_COLOURS[4]
  if (grade === light) return CLASS_COLOURS[2]
  return grade === clean ? CLEAN_WATER : UNKNOWN_WATER
}
