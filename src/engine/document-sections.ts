/**
 * What can be asked of the score document besides the scores: a row is a flag of `npm run score`, in the order they are
 * told there.
 */
import { type Day, parseDay } from '../model/day.ts'
import type { Opened } from './package/open.ts'
import { closureDocument } from './studies/closure.ts'
import { clusterDocument } from './studies/clusters/document.ts'
import { comparisonDocument } from './studies/compare.ts'
import { coverageDocument } from './studies/coverage/document.ts'
import { honourDocument } from './studies/honours.ts'
import { kindLines } from './studies/kinds.ts'
import { planDocument } from './studies/plan/document.ts'
import { MOST_STOPS, routeDocument } from './studies/route.ts'
import { trendDocument } from './studies/trends.ts'

const placementsOf = ({ model, places }: Opened): { id: string; areaCode: string | null; rule: string }[] => {
  const codeOf = (area: number) => model.areas[area]?.code ?? null
  const row = (id: string, placement: { area: number; rule: string } | undefined) => ({
    id,
    areaCode: codeOf(placement?.area ?? -1),
    rule: placement?.rule ?? 'outside',
  })
  return [
    ...model.sites.map((site, i) => row(site.id, places.spots[i]?.placement)),
    ...model.issues.map((issue, i) => row(issue.id, places.issues[i])),
    // An honour has no number of its own: it is named by its place in the file.
    ...model.honours.map((honour, i) => row(`honours.csv:${honour.line}`, places.honours[i])),
  ]
}

/** A section that is asked for by its flag alone. */
interface Plain<Members> {
  /** what the flag is for */
  says: string
  /** the members of the document */
  of: (opened: Opened, asOf: Day) => Members
}

/** What may follow a flag. */
export interface FlagValue<Value> {
  /** what it is called */
  value: string
  /** as it is read; null where it is none */
  read: (text: string) => Value | null
  /** what it should have been */
  form: string
}

/** A section whose flag is followed by a value. */
interface Valued<Value, Members> extends FlagValue<Value> {
  says: string
  of: (opened: Opened, asOf: Day, value: Value) => Members
}

export const DATE: FlagValue<Day> = { value: '日期', read: parseDay, form: 'YYYY-MM-DD' }

const plain = <Members>(says: string, of: Plain<Members>['of']): Plain<Members> => ({ says, of })
const valued = <Value, Members>(section: Valued<Value, Members>): Valued<Value, Members> => section

const readStops = (text: string): number | null => {
  const stops = Number(text)
  return Number.isInteger(stops) && stops >= 1 && stops <= MOST_STOPS ? stops : null
}

export const SECTIONS = {
  placements: plain('每条记录算在哪个居委会', (opened) => ({ placements: placementsOf(opened) })),
  closure: plain('整改时效', (opened, asOf) => ({ closure: closureDocument(opened, asOf) })),
  plan: plain('先改哪些、最少改哪些', (opened, asOf) => ({ plan: planDocument(opened, asOf) })),
  studies: plain('覆盖、间隔、聚集、反弹', (opened, asOf) => ({
    ...coverageDocument(opened, asOf),
    ...clusterDocument(opened, asOf),
  })),
  kinds: plain('各类点位与取缔进度', (opened, asOf) => ({ kinds: kindLines(opened, null, asOf) })),
  route: valued({
    says: '督导路线',
    value: '处数',
    read: readStops,
    form: `1 到 ${MOST_STOPS}`,
    of: (opened, asOf, stops) => ({ route: routeDocument(opened, asOf, stops) }),
  }),
  honours: plain('亮点', (opened, asOf) => ({ honours: honourDocument(opened, asOf) })),
  compare: valued({
    says: '与哪一天比较，YYYY-MM-DD',
    ...DATE,
    of: (opened, asOf, from) => ({ comparison: comparisonDocument(opened, from, asOf) }),
  }),
  series: plain('每一天的得分', (opened) => ({ series: trendDocument(opened) })),
}

type Sections = typeof SECTIONS
export type SectionId = keyof Sections

/** Which sections are asked for, by what; absent, false or null = not. */
export type Wanted = {
  [Id in SectionId]?: Sections[Id] extends Valued<infer Value, unknown> ? Value | null : boolean
}

type Intersection<U> = (U extends unknown ? (of: U) => void : never) extends (of: infer I) => void ? I : never

/** Every member that a section brings. */
export type SectionMembers = Intersection<ReturnType<Sections[SectionId]['of']>>

export const sectionsOf = (opened: Opened, asOf: Day, wanted: Wanted): Partial<SectionMembers> =>
  Object.assign(
    {},
    ...Object.entries(SECTIONS).map(([id, { of }]) => {
      const value = wanted[id as SectionId] ?? false
      return value === false ? {} : of(opened, asOf, value as never)
    }),
  )
