/**
 * The view state as the hash of the URL, and back. Readable keys, defaults left out, a version in front so that old links
 * keep working; a part that makes no sense is left at its default, never a fault.
 */
import type { Ref } from '../../engine/api.ts'
import { type Day, formatDay, parseDay } from '../../model/day.ts'
import { ISSUE_STATES, type IssueState } from '../../model/state.ts'
import { LINKS } from '../../scoring/duties.ts'
import { isStudyId, type StudyView } from '../studies/registry.ts'
import { type Camera, DEFAULT_VIEW, ISSUE_SORTS, type Metric, type ViewState } from './state.ts'

const VERSION = '1'

/** Keys of on/off parts: one letter each in `x`, there when the part is not as by default. */
const SWITCHES = {
  s: 'sitesShown',
  i: 'issuesShown',
  h: 'heat',
  w: 'watersShown',
  o: 'honoursShown',
  a: 'activitiesShown',
} as const

const metricText = (metric: Metric): string => ('id' in metric ? `${metric.type}:${metric.id}` : metric.type)

const parseMetric = (text: string): Metric | null => {
  const [type, id = ''] = text.split(/:(.*)/s)
  switch (type) {
    case 'score':
    case 'coverage':
    case 'open':
    case 'overdue':
    case 'change':
      return { type }
    case 'theme':
      return id === '脏' || id === '乱' || id === '差' ? { type, id } : null
    case 'category':
      return id === '' ? null : { type, id }
    default:
      return null
  }
}

const parseRef = (text: string): Ref | null => {
  const [type, id = ''] = text.split(/:(.*)/s)
  if (id === '') return null
  return type === 'area' || type === 'office' || type === 'site' || type === 'issue' || type === 'water'
    ? { type, id }
    : null
}

/** A number as short as it may be; never −0. */
const round = (value: number, digits: number) => Number(value.toFixed(digits)) + 0

const cameraText = ({ lon, lat, zoom, bearing, pitch }: Camera): string => {
  const parts = [round(lon, 5), round(lat, 5), round(zoom, 2)]
  if (round(bearing, 0) !== 0 || round(pitch, 0) !== 0) parts.push(round(bearing, 0), round(pitch, 0))
  return parts.join(',')
}

/** `lon,lat,zoom[,bearing,pitch]` within what a map can show. */
const parseCamera = (text: string): Camera | null => {
  const parts = text.split(',')
  if (parts.length < 3 || parts.some((part) => part.trim() === '')) return null
  const [lon = Number.NaN, lat = Number.NaN, zoom = Number.NaN, bearing = 0, pitch = 0] = parts.map(Number)
  const within = (value: number, low: number, high: number) => value >= low && value <= high
  const possible =
    within(lon, -180, 180) &&
    within(lat, -85, 85) &&
    within(zoom, 0, 22) &&
    within(bearing, -360, 360) &&
    within(pitch, 0, 85)
  return possible ? { lon, lat, zoom, bearing, pitch } : null
}

/** A list keeps its commas apart from those of its parts. */
const listText = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')

const parseList = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%'))

const parseStates = (text: string | null): IssueState[] => {
  if (text === null) return DEFAULT_VIEW.states
  const named = new Set(text.split(','))
  return ISSUE_STATES.filter((_, i) => named.has(String(i)))
}

const parseLink = (text: string | null): ViewState['ledger']['link'] => {
  const [name, id = ''] = (text ?? '').split(/:(.*)/s)
  const type = LINKS.find((link) => link === name)
  return type === undefined ? null : { type, id }
}

/** `from..to`, either side open. */
const spanText = (from: Day | null, to: Day | null): string =>
  [from, to].map((day) => (day === null ? '' : formatDay(day))).join('..')

const parseSpan = (text: string | null): [from: Day | null, to: Day | null] => {
  const [from = '', to = ''] = (text ?? '').split('..')
  return [parseDay(from), parseDay(to)]
}

const parseSort = (text: string | null): Pick<ViewState['ledger'], 'sort' | 'descending'> => {
  const sort = ISSUE_SORTS.find((name) => name === text?.replace(/-$/, ''))
  return sort === undefined || text === null
    ? { sort: DEFAULT_VIEW.ledger.sort, descending: DEFAULT_VIEW.ledger.descending }
    : { sort, descending: text.endsWith('-') }
}

/** `key:value` parts in the order of their keys, so that one view has one link. */
const optionsText = ({ options }: StudyView): string =>
  listText(
    Object.keys(options)
      .sort()
      .map((key) => `${key}:${options[key]}`),
  )

const parseStudy = (id: string, options: string | null): StudyView | null =>
  isStudyId(id)
    ? {
        id,
        options: Object.fromEntries(
          parseList(options).flatMap((part) => {
            const [key, value = ''] = part.split(/:(.*)/s)
            return key && value !== '' ? [[key, value]] : []
          }),
        ),
      }
    : null

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((x, i) => x === b[i])

const writeLedger = (ledger: ViewState['ledger'], out: URLSearchParams): void => {
  const defaults = DEFAULT_VIEW.ledger
  if (ledger.open) out.set('t', '1')
  if (ledger.text !== '') out.set('tq', ledger.text)
  if (ledger.area !== null) out.set('ta', ledger.area)
  if (ledger.link !== null) out.set('tr', `${ledger.link.type}:${ledger.link.id}`)
  if (ledger.kinds.length > 0) out.set('tk', listText(ledger.kinds))
  if (ledger.severities.length > 0) out.set('tv', listText(ledger.severities))
  if (ledger.sources.length > 0) out.set('tc', listText(ledger.sources))
  if (ledger.foundFrom !== null || ledger.foundTo !== null)
    out.set('td', spanText(ledger.foundFrom, ledger.foundTo))
  if (ledger.dueFrom !== null || ledger.dueTo !== null) out.set('te', spanText(ledger.dueFrom, ledger.dueTo))
  if (ledger.sort !== defaults.sort || ledger.descending !== defaults.descending)
    out.set('ts', `${ledger.sort}${ledger.descending ? '-' : ''}`)
}

/** `v=1&d=2019-05-27&…`, without the `#`; '' for the default view. */
export const writeHash = (view: ViewState): string => {
  const out = new URLSearchParams()
  const defaults = DEFAULT_VIEW
  if (view.camera) out.set('c', cameraText(view.camera))
  if (view.asOf !== null) out.set('d', formatDay(view.asOf))
  if (view.metric.type !== 'score') out.set('m', metricText(view.metric))
  if (view.office !== null) out.set('o', view.office)
  if (view.selection) out.set('sel', `${view.selection.type}:${view.selection.id}`)
  if (view.standing !== defaults.standing) out.set('r', view.standing)
  if (view.study) {
    out.set('y', view.study.id)
    const options = optionsText(view.study)
    if (options !== '') out.set('yo', options)
  }
  if (view.hiddenKinds.length > 0) out.set('k', listText(view.hiddenKinds))
  if (!same(view.states, defaults.states))
    out.set('s', view.states.map((s) => ISSUE_STATES.indexOf(s)).join(',') || '-')
  const flipped = Object.entries(SWITCHES).filter(([, key]) => view[key] !== defaults[key])
  if (flipped.length > 0) out.set('x', flipped.map(([letter]) => letter).join(''))
  if (view.theme !== 'auto') out.set('th', view.theme)
  if (view.display !== 'auto') out.set('dp', view.display)
  writeLedger(view.ledger, out)
  // Colons and commas are allowed in a fragment; left as they are, a link can be read.
  const text = out.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return text === '' ? '' : `v=${VERSION}&${text}`
}

/** Reads a hash (with or without `#`). */
export const readHash = (hash: string): ViewState => {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  const defaults = DEFAULT_VIEW
  const get = (key: string) => params.get(key)
  const flipped = new Set(get('x') ?? '')
  const shown = (letter: keyof typeof SWITCHES) => defaults[SWITCHES[letter]] !== flipped.has(letter)
  const [theme, display, standing] = [get('th'), get('dp'), get('r')]
  const [foundFrom, foundTo] = parseSpan(get('td'))
  const [dueFrom, dueTo] = parseSpan(get('te'))
  return {
    camera: parseCamera(get('c') ?? ''),
    asOf: parseDay(get('d') ?? ''),
    metric: parseMetric(get('m') ?? '') ?? defaults.metric,
    office: get('o') || null,
    hiddenKinds: parseList(get('k')),
    states: parseStates(get('s')),
    sitesShown: shown('s'),
    issuesShown: shown('i'),
    heat: shown('h'),
    watersShown: shown('w'),
    honoursShown: shown('o'),
    activitiesShown: shown('a'),
    selection: parseRef(get('sel') ?? ''),
    standing: standing === 'office' || standing === 'why' ? standing : defaults.standing,
    study: parseStudy(get('y') ?? '', get('yo')),
    ledger: {
      open: get('t') === '1',
      text: get('tq') ?? '',
      area: get('ta') || null,
      link: parseLink(get('tr')),
      kinds: parseList(get('tk')),
      severities: parseList(get('tv')),
      sources: parseList(get('tc')),
      foundFrom,
      foundTo,
      dueFrom,
      dueTo,
      ...parseSort(get('ts')),
    },
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    display: display === 'desk' || display === 'room' || display === 'wall' ? display : 'auto',
  }
}
