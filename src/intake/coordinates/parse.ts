/** One coordinate as staff write it, into a number: degrees in any notation, or metres. */

type Axis = 'lon' | 'lat'

interface Coordinate {
  value: number
  /** which of the two it says it is */
  axis: Axis | null
}

/** Longer than this no coordinate is. */
const LONGEST = 60

/** Words and letters of direction → axis and sign. */
const DIRECTIONS: Readonly<Record<string, readonly [Axis, 1 | -1]>> = {
  东经: ['lon', 1],
  西经: ['lon', -1],
  北纬: ['lat', 1],
  南纬: ['lat', -1],
  东: ['lon', 1],
  西: ['lon', -1],
  北: ['lat', 1],
  南: ['lat', -1],
  e: ['lon', 1],
  w: ['lon', -1],
  n: ['lat', 1],
  s: ['lat', -1],
}

const LABELS: Readonly<Record<string, Axis | null>> = {
  经度: 'lon',
  longitude: 'lon',
  lng: 'lon',
  lon: 'lon',
  纬度: 'lat',
  latitude: 'lat',
  lat: 'lat',
  // In Chinese surveying x is north, elsewhere east: the letter says nothing.
  x: null,
  y: null,
}

const words = (table: object) => Object.keys(table).join('|')
const LABEL = new RegExp(`^(${words(LABELS)})\\s*[:=]?\\s*(?=\\S)`)
const BEFORE = new RegExp(`^(${words(DIRECTIONS)})\\s*[:]?\\s*(?=[\\d.+-])`)
const AFTER = new RegExp(`(?<=[\\d.°'"度分秒d])\\s*(${words(DIRECTIONS)})$`)

/** One spelling for the marks: `°`, `'`, `"`, a plain minus and no exotic spaces. */
const flatten = (text: string): string =>
  text
    .replace(/[º˚゜]/g, '°')
    .replace(/[′‵’‘´`＇]/g, "'")
    .replace(/[“”″‶〃˝＂]|''/g, '"')
    .normalize('NFKC')
    .replace(/[−﹣‐-―]/g, '-')
    .toLowerCase()
    .trim()
    .replace(/(\d)\s*[d度]/, '$1°')
    .replace(/(°\s*\d+)\s*[m分]/, "$1'")
    // After minutes an s is seconds; elsewhere it is south.
    .replace(/('\s*[\d.]+)\s*[s秒]/, '$1"')
    .replace(/(°\s*\d+\.\d*)\s*[m分]/, "$1'")

const D = String.raw`(\d{1,3})`
const SECONDS = String.raw`(\d{1,2}(?:\.\d*)?)`
const DMS: readonly RegExp[] = [
  // 114°39'12.5" · 114度39分12.5秒 · 114°39' · 114d39'12"
  new RegExp(String.raw`^${D}\s*°\s*(?:(\d{1,2}(?:\.\d*)?)\s*'\s*)?(?:${SECONDS}\s*"\s*)?$`),
  // The last mark is often left out: 114°39'12.5 · 114°39
  new RegExp(String.raw`^${D}\s*°\s*(\d{1,2})\s*'\s*${SECONDS}$`),
  new RegExp(String.raw`^${D}\s*°\s*(\d{1,2}(?:\.\d*)?)$`),
  // 114-39-12.5 · 114:39:12.5 · 114 39 12.5 · 114.39.12
  new RegExp(String.raw`^${D}-(\d{1,2})-${SECONDS}$`),
  new RegExp(String.raw`^${D}:(\d{1,2}):${SECONDS}$`),
  new RegExp(String.raw`^${D}\s+(\d{1,2})\s+${SECONDS}$`),
  new RegExp(String.raw`^${D}\.(\d{1,2})\.${SECONDS}$`),
  // 114-39.2, but not 114-39, which may be a range
  new RegExp(String.raw`^${D}-(\d{1,2}\.\d+)$`),
]

const isWhole = (text: string) => /^\d+$/.test(text)

/** Degrees, minutes and seconds as degrees; null where minutes or seconds reach 60 or a part before the last is broken. */
const sexagesimal = (degrees: string, minutes: string | undefined, seconds: string | undefined) => {
  if (minutes !== undefined && seconds !== undefined && !isWhole(minutes)) return null
  const [m, s] = [Number(minutes ?? 0), Number(seconds ?? 0)]
  return m < 60 && s < 60 ? Number((Number(degrees) + (m * 60 + s) / 3600).toFixed(10)) : null
}

/** A plain number with thousands marks and a unit of degrees or metres. */
const decimal = (text: string): number | null => {
  const m = /^(\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:e\+?(\d{1,2}))?\s*(°|度|米|m)?$/.exec(text)
  if (m === null) return null
  const digits = (m[1] as string).replace(/[, ]/g, '')
  // 「0.5m」 is no place: in metres every place of China is some hundred thousand from the origin.
  if ((m[3] === '米' || m[3] === 'm') && Number(digits) < 1000) return null
  if (m[2] === undefined) return Number(digits)
  // A spreadsheet's 3.8468E+07 has lost the metres: that is no coordinate any more.
  const decimals = digits.split('.')[1]?.length ?? 0
  return decimals >= Number(m[2]) ? Number(`${digits}e${m[2]}`) : null
}

const unsigned = (text: string): number | null => {
  for (const form of DMS) {
    const m = form.exec(text)
    if (m !== null) return sexagesimal(m[1] as string, m[2], m[3])
  }
  return decimal(text)
}

/** What a cell says, and of which axis if it tells; null where it is no coordinate. */
export const readCoordinate = (text: string): Coordinate | null => {
  if (/^-?\d{1,9}(?:\.\d{1,16})?$/.test(text)) return { value: Number(text), axis: null }
  if (text.length > LONGEST) return null
  let rest = flatten(text)
  const told: (Axis | null)[] = []
  const label = LABEL.exec(rest)
  if (label !== null) {
    told.push(LABELS[label[1] as string] as Axis | null)
    rest = rest.slice(label[0].length)
  }
  const directions = [BEFORE, AFTER].flatMap((pattern) => {
    const found = pattern.exec(rest)
    if (found === null) return []
    rest = rest.replace(pattern, '').trim()
    return [DIRECTIONS[found[1] as string] as readonly [Axis, 1 | -1]]
  })
  if (directions.length > 1) return null
  const [direction] = directions
  if (direction !== undefined) told.push(direction[0])
  const axes = new Set(told.filter((axis) => axis !== null))
  if (axes.size > 1) return null

  const sign = /^[+-]/.exec(rest)?.[0]
  // 「-114°W」 says west twice over or not at all.
  if (sign !== undefined && direction !== undefined) return null
  const value = unsigned(sign === undefined ? rest : rest.slice(1).trim())
  if (value === null) return null
  const negative = sign === '-' || direction?.[1] === -1
  return { value: negative && value !== 0 ? -value : value, axis: [...axes][0] ?? null }
}

/**
 * A coordinate as a number of degrees or metres, whichever it is written in; null where it is none: 114.65 · １１４．６５ ·
 * E114.65 · 114°39′12.5″E · 114度39分12.5秒 · 东经114°39.2′ · 114-39-12.5 · 38,468,000.5 米.
 */
export const parseCoordinate = (text: string): number | null => readCoordinate(text)?.value ?? null
