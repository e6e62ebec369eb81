/** The texts of features, no longer than those of cells: they are searched for numbers of people, and shown, as cells are. */
import { membersOf } from '../boundaries/features.ts'
import { LONGEST_CELL, LONGEST_HEADING } from '../limits.ts'
import type { Pace } from '../pace.ts'
import type { Layer } from './opened.ts'

/** A value that is written in more than `LONGEST_CELL` characters, as text; null where it is not. */
const longText = (value: unknown): string | null => {
  const text =
    typeof value === 'string'
      ? value
      : typeof value === 'object' && value !== null
        ? JSON.stringify(value)
        : ''
  return text.length > LONGEST_CELL ? text : null
}

/** A feature with its long texts cut and without long names, and what was cut as the end of a sentence; itself and null where nothing was. */
const shortenedFeature = (feature: unknown): { feature: unknown; fault: string | null } => {
  const members = membersOf(feature)
  const faults: string[] = []
  const cut = ([name, value]: [string, unknown]): [string, unknown] => {
    const text = longText(value)
    if (text === null) return [name, value]
    faults.push(`属性“${name.slice(0, 40)}”有 ${text.length} 个字符，超过上限 ${LONGEST_CELL} 个，只读了开头`)
    return [name, text.slice(0, LONGEST_CELL)]
  }
  const [, id] = cut(['id', members.id])
  const given = Object.entries(membersOf(members.properties))
  const named = given.filter(([name]) => name.length <= LONGEST_HEADING)
  if (named.length < given.length)
    faults.push(`有 ${given.length - named.length} 个属性的名称超过 ${LONGEST_HEADING} 个字符，没有读入`)
  const properties = Object.fromEntries(named.map(cut))
  if (faults.length === 0) return { feature, fault: null }
  return {
    feature: { ...members, ...(id === undefined ? {} : { id }), properties },
    fault: faults.join('；'),
  }
}

/** A layer whose features have no text longer than a cell; `faults` of it tells what was cut. */
export const shortened = async (layer: Layer, pace: Pace): Promise<Layer> => {
  const features: unknown[] = []
  const faults = new Map<number, string>()
  for (const [i, one] of layer.features.entries()) {
    const { feature, fault } = shortenedFeature(one)
    features.push(feature)
    if (fault !== null) faults.set(i + 1, fault)
    if (pace.isDue()) await pace.rest(i, layer.features.length, layer.name)
  }
  return { ...layer, features, faults }
}
