/**
 * The view state as the hash of the URL, and back. Readable keys, defaults left out, a version in front so that old links
 * keep working; a part that makes no sense is left at its default, never a fault.
 */
import type { Ref } from '../engine/api.ts'
import { formatDay, parseDay } from '../model/day.ts'
import { ISSUE_STATES, type IssueState } from '../model/state.ts'
import { type Camera, DEFAULT_VIEW, type Metric, type ViewState } from './state.ts'

const VERSION = '1'

/** Keys of on/off parts: one letter each in `on`/`off`. */
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

const round = (value: number, digits: number) => Number(value.toFixed(digits))

const cameraText = ({ lon, lat, zoom, bearing, pitch }: Camera): string => {
  const parts = [round(lon, 5), round(lat, 5), round(zoom, 2)]
  if (round(bearing, 0) !== 0 || round(pitch, 0) !== 0) parts.push(round(bearing, 0), round(pitch, 0))
  return parts.join(',')
}

const parseCamera = (text: string): Camera | null => {
  const [lon, lat, zoom, bearing = 0, pitch = 0] = text.split(',').map(Number)
  const all = [lon, lat, zoom, bearing, pitch]
  if (!all.every((n) => Number.isFinite(n))) return null
  if (
    Math.abs(lon as number) > 180 ||
    Math.abs(lat as number) > 85 ||
    (zoom as number) < 0 ||
    (zoom as number) > 22
  )
    return null
  return { lon: lon as number, lat: lat as number, zoom: zoom as number, bearing, pitch }
}

const list = (text: string | null): string[] => (text === null || text === '' ? [] : text.split(','))

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((x, i) => x === b[i])

/** `v=1&d=2019-05-27&…`, without the `#`; '' for the default view. */
export const writeHash = (view: ViewState): string => {
  const out = new URLSearchParams()
  const defaults = DEFAULT_VIEW
  if (view.camera) out.set('c', cameraText(view.camera))
  if (view.asOf !== null) out.set('d', formatDay(view.asOf))
  if (view.metric.type !== 'score') out.set('m', metricText(view.metric))
  if (view.office !== null) out.set('o', view.office)
  if (view.selection) out.set('sel', `${view.selection.type}:${view.selection.id}`)
  if (view.hiddenKinds.length > 0) out.set('k', view.hiddenKinds.join(','))
  if (!same(view.states, defaults.states))
    out.set('s', view.states.map((s) => ISSUE_STATES.indexOf(s)).join(',') || '-')
  const flipped = Object.entries(SWITCHES).filter(([, key]) => view[key] !== defaults[key])
  if (flipped.length > 0) out.set('x', flipped.map(([letter]) => letter).join(''))
  if (view.theme !== 'auto') out.set('th', view.theme)
  if (view.display !== 'auto') out.set('dp', view.display)
  const { ledger } = view
  if (ledger.open) out.set('t', '1')
  if (ledger.text !== '') out.set('tq', ledger.text)
  if (ledger.area !== null) out.set('ta', ledger.area)
  if (ledger.sort !== defaults.ledger.sort || ledger.descending !== defaults.ledger.descending)
    out.set('ts', `${ledger.sort}${ledger.descending ? '-' : ''}`)
  if (ledger.severities.length > 0) out.set('tv', ledger.severities.join(','))
  if (ledger.sources.length > 0) out.set('tc', ledger.sources.join(','))
  const text = out.toString()
  return text === '' ? '' : `v=${VERSION}&${text}`
}

/** Reads a hash (with or without `#`). */
export const readHash = (hash: string): ViewState => {
  let params: URLSearchParams
  try {
    params = new URLSearchParams(hash.replace(/^#/, ''))
  } catch {
    return DEFAULT_VIEW
  }
  const defaults = DEFAULT_VIEW
  const get = (key: string) => params.get(key)
  const states = list(get('s')).flatMap((n): IssueState[] => {
    const state = /^\d$/.test(n) ? ISSUE_STATES[Number(n)] : undefined
    return state ? [state] : []
  })
  const flipped = new Set(get('x') ?? '')
  const shown = (letter: keyof typeof SWITCHES) => defaults[SWITCHES[letter]] !== flipped.has(letter)
  const theme = get('th')
  const display = get('dp')
  const sort = get('ts')
  return {
    camera: parseCamera(get('c') ?? '') ?? null,
    asOf: parseDay(get('d') ?? ''),
    metric: parseMetric(get('m') ?? '') ?? defaults.metric,
    office: get('o') || null,
    hiddenKinds: list(get('k')),
    states: get('s') === null ? defaults.states : states,
    sitesShown: shown('s'),
    issuesShown: shown('i'),
    heat: shown('h'),
    watersShown: shown('w'),
    honoursShown: shown('o'),
    activitiesShown: shown('a'),
    selection: parseRef(get('sel') ?? ''),
    ledger: {
      open: get('t') === '1',
      text: get('tq') ?? '',
      area: get('ta') || null,
      sort: sort ? sort.replace(/-$/, '') : defaults.ledger.sort,
      descending: sort ? sort.endsWith('-') : defaults.ledger.descending,
      severities: list(get('tv')),
      sources: list(get('tc')),
    },
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    display: display === 'desk' || display === 'room' || display === 'wall' ? display : 'auto',
  }
}
