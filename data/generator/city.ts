/**
 * A city made of copies of the sample district, side by side eight to a row: every code, id and name with the number of its
 * copy, every place moved, the days and findings as they are. The first copy is the sample itself. Units that answer for
 * something, and the basemap, are those of the sample.
 */
import type { Feature, FeatureCollection, Position } from 'geojson'
import Papa from 'papaparse'
import { csvText } from './write/csv.ts'
import { collectionText } from './write/geojson.ts'

const TO_A_ROW = 8
/** Degrees from one copy to the next: no record of one, however wrong its place, falls into another. */
const EAST = 0.15
const NORTH = 0.06

/** The first six digits of every code: those of the county. */
const COUNTY = 411671

/** Degrees, to the micro-degree the sample is written in. */
const moved = (value: number, by: number): number => Number((value + by).toFixed(6))

/** What becomes of the words and places of a copy. */
const copyOf = (copy: number) => {
  const county = String(COUNTY)
  const east = (copy % TO_A_ROW) * EAST
  const north = Math.floor(copy / TO_A_ROW) * NORTH
  const id = (text: string): string => {
    if (copy === 0 || text === '') return text
    return text.startsWith(county) ? `${COUNTY + copy}${text.slice(county.length)}` : `${copy + 1}-${text}`
  }
  return {
    id,
    name: (text: string): string => (copy === 0 || text === '' ? text : `${copy + 1}片${text}`),
    lon: (text: string): string => (text === '' ? text : String(moved(Number(text), east))),
    lat: (text: string): string => (text === '' ? text : String(moved(Number(text), north))),
    position: ([lon = 0, lat = 0]: Position): Position => [moved(lon, east), moved(lat, north)],
  }
}

type Copy = ReturnType<typeof copyOf>

/** What becomes of a column; one that is not named stays. */
const COLUMNS: Readonly<Record<string, 'id' | 'name' | 'lon' | 'lat'>> = {
  编号: 'id',
  点位编号: 'id',
  水体编号: 'id',
  检查编号: 'id',
  居委会: 'id',
  网格编号: 'id',
  名称: 'name',
  标题: 'name',
  经度: 'lon',
  纬度: 'lat',
}

function* tableOf(text: string, copies: readonly number[]): Generator<string> {
  const [headings = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  yield csvText(headings, [])
  for (const number of copies) {
    const copy = copyOf(number)
    const changes = headings.map((heading) => {
      const change = COLUMNS[heading]
      return change === undefined ? (cell: string) => cell : copy[change]
    })
    // The headings once more, and off again: the text of rows alone.
    const whole = csvText(
      headings,
      rows.map((row) => row.map((cell, i) => changes[i]?.(cell) ?? cell)),
    )
    yield whole.slice(whole.indexOf('\n') + 1)
  }
}

type Nested = Position | Nested[]

const movedAll = (at: Nested, { position }: Copy): Nested =>
  typeof at[0] === 'number'
    ? position(at as Position)
    : (at as Nested[]).map((part) => movedAll(part, { position } as Copy))

const featureOf = ({ properties, geometry, ...rest }: Feature, copy: Copy): Feature => ({
  ...rest,
  properties: Object.fromEntries(
    Object.entries(properties ?? {}).map(([key, value]) => {
      if (key === 'code' || key === 'id') return [key, copy.id(value)]
      return [key, key === 'name' || key === 'office' ? copy.name(value) : value]
    }),
  ),
  geometry: {
    ...geometry,
    coordinates: movedAll((geometry as { coordinates: Nested[] }).coordinates, copy),
  } as Feature['geometry'],
})

/** The text of one file of the city, in pieces. @param text the sample's @param copies which, from 0 */
export function* cityText(name: string, text: string, copies: readonly number[]): Generator<string> {
  if (name.endsWith('.csv')) yield* tableOf(text, copies)
  else if (name.endsWith('.geojson') && name !== 'basemap.geojson') {
    const { features } = JSON.parse(text) as FeatureCollection
    yield collectionText(
      name.slice(0, -'.geojson'.length),
      copies.flatMap((number) => features.map((feature) => featureOf(feature, copyOf(number)))),
    )
  } else yield text
}
