/** The whole view as one value, a row a field: what a link reproduces. `null` stands for "the default of the package". */

import type { CheckRef, Ref } from '../../engine/contract/cards.ts'
import type { IssueSort } from '../../engine/contract/issues.ts'
import type { Overview } from '../../engine/contract/package.ts'
import type { Day } from '../../model/day.ts'
import { ISSUE_STATES, type IssueState } from '../../model/state.ts'
import { LINKS } from '../../scoring/closure/duties.ts'
import type { SceneAt } from '../briefing/edit.ts'
import { groupsIn, RANKING_ORDERS, type RankingOrder } from '../ranking.ts'
import { existsIn } from '../selection.ts'
import { studyOfOffice } from '../studies/of-office.ts'
import { study } from '../studies/registry.ts'
import { chosenDay } from '../timeline.ts'
import { boundsText, cameraText, ifSeen, ifWithin } from './camera.ts'
import { type Codec, choice, day, list, sign, word } from './codec.ts'
import {
  allKnown,
  areaCodes,
  type Field,
  field,
  flag,
  kindIds,
  known,
  maybe,
  officeNames,
  row,
  table,
  type ValueOf,
} from './field.ts'
import { knownMetric, metricText } from './metric.ts'

export type { Camera } from './camera.ts'
export type { Metric } from './metric.ts'
export type Selection = Ref | null

/** What the 台账 can be sorted by. */
export const ISSUE_SORTS = [
  'foundOn',
  'dueOn',
  'late',
  'severity',
  'state',
  'area',
  'kind',
  'id',
] as const satisfies readonly IssueSort[]

/** A transient part of the view: Back undoes the choice before it. */
const inPassing = { step: () => null }

/** `type:id` */
const typed = <T extends string>(types: readonly T[]): Codec<{ type: T; id: string }> => ({
  write: ({ type, id }) => `${type}:${id}`,
  read: (text) => {
    const [name, id = ''] = text.split(/:(.*)/s)
    const type = types.find((one) => one === name)
    return type === undefined ? null : { type, id }
  },
})

const REFS = typed<Ref['type']>(['area', 'office', 'site', 'issue', 'water'])
const refText: Codec<Ref> = {
  write: REFS.write,
  read: (text) => {
    const ref = REFS.read(text)
    return ref?.id ? ref : null
  },
}

/** `1.3` = the third scene of the first presentation */
const sceneText: Codec<SceneAt> = {
  write: ({ briefing, scene }) => `${briefing + 1}.${scene + 1}`,
  read: (text) => {
    const [, briefing, scene] = /^([1-9]\d{0,3})\.([1-9]\d{0,3})$/.exec(text) ?? []
    return briefing === undefined ? null : { briefing: Number(briefing) - 1, scene: Number(scene) - 1 }
  },
}

const checkText: Codec<CheckRef> = {
  write: ({ item, visit }) => `${encodeURIComponent(item)}:${visit}`,
  read: (text) => {
    const [item = '', visit = ''] = text.split(/:(.*)/s)
    if (item === '' || visit === '') return null
    try {
      return { item: decodeURIComponent(item), visit }
    } catch {
      return null
    }
  },
}

/** Their places among all, `-` for none. */
const statesText: Codec<IssueState[]> = {
  write: (states) => states.map((state) => ISSUE_STATES.indexOf(state)).join(',') || '-',
  read: (text) => {
    const named = new Set(text.split(','))
    const states = ISSUE_STATES.filter((_, i) => named.has(String(i)))
    return states.length > 0 || text === '-' ? states : null
  },
}

/** One end of a span of days, both under one key as `from..to`, either open. */
const end = (key: string, at: 0 | 1): Field<Day | null> => {
  const ends = (link: URLSearchParams) => (link.get(key) ?? '').split('..')
  return row({
    usual: null as Day | null,
    read: (link) => day.read(ends(link)[at] ?? ''),
    write: (value, link) => {
      if (value === null) return
      const [from = '', to = ''] = ends(link)
      link.set(key, at === 0 ? `${day.write(value)}..${to}` : `${from}..${day.write(value)}`)
    },
  })
}

/** The column and the direction share a key: `late-` is the latest first. */
const SORT = 'ts'
const columnIn = (link: URLSearchParams) =>
  ISSUE_SORTS.find((name) => name === link.get(SORT)?.replace(/-$/, ''))
const sort: Field<IssueSort> = row({
  usual: 'late' as IssueSort,
  read: (link) => columnIn(link) ?? 'late',
  write: (value, link) => {
    if (value !== 'late') link.set(SORT, `${value}-`)
  },
})
const descending: Field<boolean> = row({
  usual: true as boolean,
  read: (link) => columnIn(link) === undefined || link.get(SORT)?.endsWith('-') === true,
  write: (value, link) => {
    if (!value) link.set(SORT, columnIn(link) ?? 'late')
  },
})

/** The 台账 sheet. */
const ledger = table({
  open: field('t', false, sign('1')),
  // Typing is one step, not one a letter; only that there is a text makes a difference.
  text: field('tq', '', word, { step: (text) => text === '' }),
  area: maybe('ta', word, known(areaCodes)),
  /** one link of the 责任链条; id '' = those whose records name none */
  link: maybe('tr', typed(LINKS)),
  /** kinds of place; [] = all that are drawn */
  kinds: field('tk', [], list(), allKnown(kindIds)),
  severities: field(
    'tv',
    [],
    list(),
    allKnown(({ standard }) => standard.severity.levels.map(({ id }) => id)),
  ),
  sources: field(
    'tc',
    [],
    list(),
    allKnown(({ standard }) => standard.sources.map(({ id }) => id)),
  ),
  foundFrom: end('td', 0),
  foundTo: end('td', 1),
  dueFrom: end('te', 0),
  dueTo: end('te', 1),
  sort,
  descending,
})

/** The fields in the order in which a link names them. */
const FIELDS = table({
  /** null = the frame of the view (framing.ts) in the free part of the window; it holds for windows of that size */
  camera: maybe('c', cameraText, { carry: ifSeen, ...inPassing }),
  /** the ground that is to stand in the free part of any window; null = what is selected, else the office, else the district */
  frame: maybe('f', boundsText, { settle: ifWithin, ...inPassing }),
  asOf: maybe('d', day, {
    carry: (asOf, overview) => (asOf === null ? null : chosenDay(overview, asOf)),
    ...inPassing,
  }),
  metric: field('m', { type: 'score' }, metricText, { settle: knownMetric }),
  /** 办事处 filter */
  office: maybe('o', word, known(officeNames)),
  // A link to what is not there says so: the panel tells more than an empty one.
  selection: maybe('sel', refText, {
    carry: (ref, overview) => (ref !== null && existsIn(overview, ref) ? ref : null),
  }),
  /** what of the checks of the selected place is to be in sight */
  record: maybe('rec', checkText),
  /** what stands at the right while nothing is selected and no study is open */
  standing: field('r', 'area', choice(['area', 'office', 'why'])),
  /** the areas that the ranking lists apart (社区, 待拆迁 …); null = all */
  group: maybe('g', word, known(groupsIn)),
  /** how the ranking is sorted */
  order: field('rk', 'score', choice(Object.keys(RANKING_ORDERS) as RankingOrder[])),
  /** the study that is open, null = none */
  study,
  /** kinds of place that are not drawn */
  hiddenKinds: field('k', [], list(), allKnown(kindIds)),
  /** problems drawn on the map; 已销号 are off until asked for */
  states: field(
    's',
    ISSUE_STATES.filter((state) => state !== '已销号'),
    statesText,
  ),
  sitesShown: flag('x', 's', true),
  issuesShown: flag('x', 'i', true),
  heat: flag('x', 'h', false),
  watersShown: flag('x', 'w', true),
  honoursShown: flag('x', 'o', false),
  activitiesShown: flag('x', 'a', false),
  theme: field('th', 'auto', choice(['auto', 'light', 'dark']), inPassing),
  /** viewing distance: one factor for all type, through rem */
  display: field('dp', 'auto', choice(['auto', 'desk', 'room', 'wall']), inPassing),
  /** the scene that is presented; null = nobody presents */
  presenting: maybe('p', sceneText, {
    settle: (at, { briefings }) =>
      at !== null && briefings[at.briefing]?.scenes[at.scene] !== undefined ? at : null,
    step: (at) => at === null,
  }),
  /** this window is the console of a stage in another one */
  atConsole: field('pc', false, sign('1')),
  ledger,
})

export type ViewState = ValueOf<typeof FIELDS>

/** Each field by itself may be what the package has, and two of them not go together. */
const together = (view: ViewState, overview: Overview): ViewState => ({
  ...view,
  study: studyOfOffice(view.study, view.office, overview),
})

export const VIEW: Field<ViewState> = {
  ...FIELDS,
  settle: (view, overview) => together(FIELDS.settle(view, overview), overview),
  carry: (view, overview) => together(FIELDS.carry(view, overview), overview),
}

export const DEFAULT_VIEW: ViewState = VIEW.usual
