/** Which table of the contract a sheet or a layer is. */

import type { PackageFile } from '../contract.ts'
import { fieldsOf, TABLE_FILES, type Target } from '../contract-fields.ts'
import { familyOf } from '../formats/layer-family.ts'
import { POINT_HEADINGS } from '../formats/layer-sheet.ts'
import { headingKey } from './cells.ts'
import { type FieldSpec, proposeMapping } from './mapping.ts'

/** A table that a file may be. 1 = every required field is there and every heading is known. */
export interface TableCandidate {
  table: Target
  score: number
}

/** What files are called, in words of the trade. */
const FILE_NAMES: readonly (readonly [Target, RegExp])[] = [
  ['register', /整改登记|register/i],
  ['issues.csv', /issues?|台账|问题|整改|销号/i],
  ['inspections.csv', /inspections?|checks?|检查记录|检查表|巡查|检查|暗访/i],
  ['site-status.csv', /status|状态/i],
  ['sites.csv', /sites?(?!-)|点位|场所|名录|市场|公厕|门店/i],
  ['water-samples.csv', /samples?|水质|监测|黑臭/i],
  ['surveys.csv', /survey|满意度|问卷|调查/i],
  ['honours.csv', /honou?rs?|荣誉|评选|表彰|示范/i],
  ['responsibility.csv', /responsibility|责任|分包|包联|网格/i],
  ['activities.csv', /activit|活动|宣传|动员/i],
]

const FILE_BONUS = 0.15

/** Every required field missing costs much; columns nobody knows cost a little. */
const scoreOf = (headings: readonly string[], specs: readonly FieldSpec[]): number => {
  const filled = headings.filter((heading) => headingKey(heading) !== '')
  if (filled.length === 0) return 0
  const given = new Set(proposeMapping(headings, specs).filter((field) => field !== ''))
  if (given.size === 0) return 0
  const required = specs.filter((spec) => spec.required)
  const there = required.filter(({ field }) => given.has(field)).length
  // Where nothing is required, three fields make a table.
  const needed = required.length === 0 ? Math.min(1, given.size / 3) : there / required.length
  return 0.6 * needed ** 2 + 0.4 * (given.size / filled.length)
}

/** Below this a proposal would be a guess. */
const LIKELY = 0.3

/**
 * Tables whose fields the headings name, best first; those of which hardly anything fits are left out.
 * @param name the file's (and worksheet's) name, which decides between close candidates
 */
export const recogniseSheet = (headings: readonly string[], name: string): TableCandidate[] =>
  [...TABLE_FILES.keys(), 'register' as const]
    .map((table) => {
      const hint = FILE_NAMES.find(([, words]) => words.test(name))?.[0] === table ? FILE_BONUS : 0
      const score = scoreOf(headings, fieldsOf(table))
      return { table, score: score === 0 ? 0 : Math.min(1, score * (1 - FILE_BONUS) + hint) }
    })
    .filter(({ score }) => score >= 0.25)
    .sort((a, b) => b.score - a.score)

/** The table to take a file for; null where none is likely. */
export const likeliest = (candidates: readonly TableCandidate[]): Target | null => {
  const [best, second] = candidates
  if (best === undefined || best.score < LIKELY) return null
  return second !== undefined && best.score - second.score < 0.05 ? null : best.table
}

const WATER_WORDS = /water|水体|河|渠|沟|湖|坑塘|黑臭/i
const AREA_WORDS = /areas?|居委会|社区|边界|行政|区划|街道|办事处|boundar|village/i
const BASE_WORDS = /basemap|底图|道路|road|建筑|绿地/i
const SITE_WORDS = /sites?|点位|街巷|小区|示范街/i

/** The same for features: what they are shaped like, what their properties are called, what the file is called. */
export const recogniseLayer = (
  features: readonly unknown[],
  properties: readonly string[],
  name: string,
): TableCandidate[] => {
  const family = familyOf(features)
  if (family === 'point') return recogniseSheet([...POINT_HEADINGS, ...properties], name)
  const named = (file: PackageFile): number =>
    new Set(proposeMapping(properties, fieldsOf(file)).filter((field) => field !== '')).size
  const hint = (words: RegExp) => (words.test(name) ? 0.4 : 0)
  const base = properties.some((property) => headingKey(property) === 'class') ? 0.3 : 0
  const water = properties.some((property) => WATER_WORDS.test(property)) ? 0.3 : 0
  const site = properties.some((property) => headingKey(property).startsWith('点位')) ? 0.4 : 0
  const only = properties.length === 1 && headingKey(properties[0] as string) === 'id' ? 0.2 : 0
  const areas = properties.some((property) => AREA_WORDS.test(property)) ? 0.2 : 0
  const code = properties.some((property) => /代码|code/i.test(property)) ? 0.2 : 0
  const candidates: TableCandidate[] = [
    {
      table: 'areas.geojson',
      score:
        family === 'surface'
          ? 0.3 + Math.min(0.3, 0.1 * named('areas.geojson')) + hint(AREA_WORDS) + areas + code
          : 0,
    },
    {
      table: 'waters.geojson',
      score:
        0.15 +
        Math.min(0.2, 0.1 * named('waters.geojson')) +
        hint(WATER_WORDS) +
        water +
        (family === 'line' ? 0.15 : 0),
    },
    { table: 'sites.geojson', score: 0.1 + hint(SITE_WORDS) + site + only },
    { table: 'basemap.geojson', score: 0.1 + hint(BASE_WORDS) + base },
  ]
  return candidates
    .map(({ table, score }) => ({ table, score: Math.min(1, score) }))
    .filter(({ score }) => score >= 0.25)
    .sort((a, b) => b.score - a.score)
}
