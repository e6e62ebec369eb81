/** The screens that are looked at: which windows, which views. */
import type { Screen } from './open-app.ts'

/** Windows by name: a laptop, a desk, a 4K wall, a dense display, three projectors side by side, a phone. */
export const SCREENS: Record<string, Screen> = {
  '1366': { width: 1366, height: 768 },
  '1920': { width: 1920, height: 1080 },
  '3840': { width: 3840, height: 2160 },
  '1920@2x': { width: 1920, height: 1080, deviceScaleFactor: 2 },
  '5760': { width: 5760, height: 1080 },
  '390': { width: 390, height: 844, deviceScaleFactor: 2, phone: true },
}

/** Views by name, as the hash of the URL that reproduces them. */
export const STATES: Record<string, string> = {
  home: '',
  area: '#v=1&sel=area%3A411671012010',
  places: '#v=1&c=114.6600,33.5915,14.6',
  site: '#v=1&sel=site%3ASC-001&c=114.6600,33.5900,15',
  issue: '#v=1&sel=issue%3AWT-1500&t=1&c=114.6600,33.5860,15.2',
  ledger: '#v=1&t=1',
  water: '#v=1&sel=water%3AS01',
  heat: '#v=1&m=overdue&x=h',
  office: '#v=1&o=%E6%B7%AE%E6%B2%B3%E8%B7%AF%E5%8A%9E%E4%BA%8B%E5%A4%84',
  winter: '#v=1&d=2019-01-15',
  trends: '#v=1&y=trends',
  'trends-category': '#v=1&y=trends&yo=by:last,cat:streets',
  compare: '#v=1&y=compare',
  'compare-area': '#v=1&y=compare&yo=of:411671012010,way:swipe',
  kinds: '#v=1&y=kinds',
  'kind-market': '#v=1&y=kinds&yo=of:market',
  'kind-recycling': '#v=1&y=kinds&yo=of:recycling',
  plan: '#v=1&y=plan',
  'plan-area': '#v=1&y=plan&yo=of:411671011001,up:达标',
  closure: '#v=1&y=closure',
  'closure-unit': '#v=1&y=closure&yo=by:unit,of:%3D%E5%8C%BA%E5%B8%82%E5%9C%BA%E7%9B%91%E7%AE%A1%E5%B1%80',
  notices: '#v=1&y=notices',
  slips: '#v=1&y=notices&yo=way:slips',
  'closure-source': '#v=1&y=closure&yo=by:source',
  coverage: '#v=1&y=coverage',
  'coverage-kinds': '#v=1&y=coverage&yo=of:kinds',
  'coverage-sure': '#v=1&y=coverage&yo=of:sure',
  clusters: '#v=1&y=clusters',
  'clusters-found': '#v=1&y=clusters&yo=of:found',
  rebounds: '#v=1&y=clusters&yo=part:rebounds',
  route: '#v=1&y=route',
  honours: '#v=1&y=honours',
  'honours-street': '#v=1&y=honours&yo=of:street',
}
