/** The neutral colours of the map, light and dark. Colour that means data is in view/colours.ts. */
import { LAND, type Scheme } from '../view/colours.ts'

export interface Palette {
  scheme: Scheme
  land: string
  farmland: string
  builtup: string
  green: string
  water: string
  road: string
  casing: string
  lane: string
  rail: string
  name: string
  waterName: string
  nameHalo: string
  edge: string
  officeEdge: string
  selected: string
  /** what is in hand or selected: no class of score and no state has this blue */
  ring: string
  outside: string
  /** opacity of the hatch of no data */
  hatch: number
  waterEdge: string
  /** beside the worst water, whose own colour is lost on the worst areas */
  heavyEdge: string
  /** what says that a veto lowered a grade: words, and the strokes of a hatched edge on their band */
  veto: string
  demoted: string
  demotedBand: string
  /** a count of places: disc, edge, figure; and the edge where one of them has something overdue */
  disc: string
  badgeEdge: string
  discEdge: string
  discText: string
  overdue: string
  label: string
  labelHalo: string
}

export const LIGHT: Palette = {
  scheme: 'light',
  land: LAND.light,
  farmland: '#ebede3',
  builtup: '#e6e3dc',
  green: '#d9e5cf',
  water: '#bcd8e6',
  road: '#ffffff',
  casing: '#d8d4cb',
  lane: '#e9e6df',
  rail: '#c3beb4',
  name: '#77736b',
  waterName: '#4f86a3',
  nameHalo: '#f6f5f2',
  edge: '#ffffff',
  officeEdge: '#3c4650',
  selected: '#0e2a38',
  ring: '#1273c4',
  outside: LAND.light,
  hatch: 1,
  waterEdge: 'rgba(255,255,255,0.92)',
  heavyEdge: '#ffffff',
  veto: '#b3182f',
  demoted: '#ffffff',
  demotedBand: '#8c1229',
  disc: 'rgba(255,255,255,0.88)',
  badgeEdge: '#ffffff',
  discEdge: 'rgba(70,84,94,0.4)',
  discText: '#202c36',
  overdue: '#c81e3a',
  label: '#10202b',
  labelHalo: 'rgba(255,255,255,0.92)',
}

export const DARK: Palette = {
  scheme: 'dark',
  land: LAND.dark,
  farmland: '#1a2020',
  builtup: '#22272b',
  green: '#1f2c25',
  water: '#1d3a4c',
  road: '#343b41',
  casing: '#101316',
  lane: '#282e33',
  rail: '#3c434a',
  name: '#c3cad0',
  waterName: '#a9d5ea',
  nameHalo: 'rgba(18,22,26,0.62)',
  edge: '#14181c',
  officeEdge: '#f0f3f5',
  selected: '#ffffff',
  ring: '#5cb3ff',
  outside: LAND.dark,
  hatch: 0.5,
  waterEdge: 'rgba(236,241,245,0.72)',
  heavyEdge: '#ffffff',
  veto: '#ffa29c',
  demoted: '#ffd3cd',
  demotedBand: '#5e0f1c',
  disc: 'rgba(28,34,39,0.9)',
  badgeEdge: '#f4f7f9',
  discEdge: 'rgba(150,160,168,0.6)',
  discText: '#e1e6ea',
  overdue: '#ff6b7d',
  label: '#f4f7f9',
  labelHalo: 'rgba(10,15,19,0.82)',
}

export const paletteOf = (dark: boolean): Palette => (dark ? DARK : LIGHT)
