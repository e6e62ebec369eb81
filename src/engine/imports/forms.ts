/** What a file of the tray is taken for: as proposed, as its form was taken before, as chosen by hand now. */

import { fieldsOf, PROGRESS, type Target } from '../../intake/contract-fields.ts'
import { type Form, formOf } from '../../intake/forms.ts'
import { headingKey, termKey } from '../../intake/tables/cells.ts'
import { isExampleRow, isOwnLedger } from '../../intake/tables/extras.ts'
import { proposeMapping } from '../../intake/tables/mapping.ts'
import { periodOf } from '../../intake/tables/period.ts'
import { likeliest } from '../../intake/tables/recognise.ts'
import { wordFieldsOf } from '../../intake/words/word-fields.ts'
import { formatDay, yearOf } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import { type Context, lookupsIn } from './context.ts'
import type { TrayItem } from './item.ts'

type Unnumbered = Omit<TrayItem, 'id'>

/** The field of every column with some given by hand; a field given so is taken from any other column. */
const withGiven = (mapping: readonly string[], given: readonly (string | undefined)[]): string[] => {
  const taken = new Set(given.filter((field) => field !== undefined && field !== ''))
  const seen = new Set<string>()
  return mapping.map((field, i) => {
    const own = given[i]
    const next = own ?? (taken.has(field) ? '' : field)
    if (next === '' || seen.has(next)) return ''
    seen.add(next)
    return next
  })
}

const proposedFor = (item: Unnumbered, table: Target | null): string[] => {
  const { body, headings } = item
  if (table === null || body.type === 'file') return headings.map(() => '')
  const headed = proposeMapping(body.sheet.header.cells, fieldsOf(table))
  // The states of our own 台账 follow from its dates and are there to be read.
  const proposed = isOwnLedger(body.sheet.header.cells)
    ? headed.map((field) => (field === PROGRESS ? '' : field))
    : headed
  const degrees = table === 'sites.csv' && !proposed.includes('lon') ? degreeColumns(item) : null
  if (degrees === null || proposed[degrees.lon] !== '' || proposed[degrees.lat] !== '') return proposed
  return proposed.map((field, i) => (i === degrees.lon ? 'lon' : i === degrees.lat ? 'lat' : field))
}

/** What stands above the rows, from the farthest: the file, the sheet, its titles. */
const titlesOf = ({ name, body }: Unnumbered): string[] => {
  if (body.type === 'file') return [name]
  const { sheet } = body
  const above = sheet.passed.filter(({ line }) => line > 0 && line < sheet.header.line)
  return [name, sheet.name, ...above.map(({ text }) => text)]
}

/** The one meaning that a title names, by its longest word; null where none or several are. */
const namedIn = (
  titles: readonly string[],
  words: Iterable<readonly [word: string, meant: string]>,
): string | null => {
  const text = titles.map(termKey).join(' ')
  let [best, length, several] = ['', 1, false]
  for (const [word, meant] of words) {
    const key = termKey(word)
    if (key.length < Math.max(2, length) || !text.includes(key)) continue
    several = key.length === length && best !== '' && best !== meant
    ;[best, length] = [meant, key.length]
  }
  return best === '' || several ? null : best
}

/** What all rows have in common and only the title says. */
const valuesTold = (item: Unnumbered, context: Context): Record<string, string> => {
  const { table, mapping, whole, body } = item
  if (table === null || whole !== null || body.type === 'file') return {}
  const { standard, areas } = context
  const titles = titlesOf(item)
  const words = standard.words ?? {}
  const has = (field: string) => mapping.includes(field)
  const told: Record<string, string> = {}
  const tell = (field: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') told[field] = value
  }
  const day = item.period.days === null ? null : formatDay(item.period.days[0])
  if (table === 'sites.csv' && !has('kind')) tell('kind', namedIn(titles, kindWords(standard)))
  if (table === 'issues.csv' && !has('foundOn')) tell('foundOn', day)
  if (['inspections.csv', 'water-samples.csv', 'surveys.csv'].includes(table) && !has('date'))
    tell('date', day)
  if ((table === 'issues.csv' || table === 'inspections.csv') && !has('source'))
    tell(
      'source',
      namedIn(titles, [
        ...standard.sources.map(({ id }) => [id, id] as const),
        ...Object.entries(words.sources ?? {}),
      ]),
    )
  const places = has('lon') || has('lonlat') || has('siteId')
  if ((table === 'issues.csv' || table === 'sites.csv') && !has('areaCode') && !places) {
    const named = areas.filter(({ name }) => titles.some((title) => title.includes(name)))
    tell('areaCode', named.length === 1 ? named[0]?.code : null)
  }
  return told
}

const kindWords = (standard: Standard): [string, string][] => [
  ...Object.entries(standard.words?.kinds ?? {}),
  ...standard.kinds.map(({ id, label }): [string, string] => [label, id]),
]

/** Rows whose values are looked at. */
const LOOKED_AT = 50

const valuesOf = ({ body }: Unnumbered, column: number): string[] => {
  const values: string[] = []
  if (body.type === 'file' || column < 0) return values
  let looked = 0
  for (const { cells } of body.sheet.rows()) {
    const value = isExampleRow(cells) ? '' : (cells[column] ?? '').trim()
    if (value !== '') values.push(value)
    if (++looked === LOOKED_AT) break
  }
  return values
}

/** Words of awards. What is given to people or places has one of them in its kind. */
const AWARD =
  /荣誉|示范|文明|卫生(?:家庭|户|单位|社区|村|院)|创卫之星|之星|先进|优秀|标兵|五好|最美|红旗|表彰|十佳/

/**
 * The table by what the columns hold, where the headings alone would mislead: awards are taken for such only where their
 * kinds say so, and places whose kinds the standard knows are places.
 */
const likeliestByValues = (item: Unnumbered, table: Target | null, context: Context): Target | null => {
  if (item.whole !== null || item.body.type === 'file') return table
  const columnFor = (of: Target, field: string) => proposedFor(item, of).indexOf(field)
  const { kind } = lookupsIn(context, false)
  const areAwards = () => {
    const kinds = valuesOf(item, columnFor('honours.csv', 'kind'))
    // An empty form is what its headings say.
    return kinds.length === 0 ? table === 'honours.csv' : kinds.some((value) => AWARD.test(value))
  }
  const areKinds = () => {
    const kinds = valuesOf(item, columnFor('sites.csv', 'kind'))
    return kinds.length > 0 && kinds.every((value) => kind(value) !== null)
  }
  if (table !== null && table !== 'honours.csv') return table
  const others = item.candidates.filter((one) => one.table !== 'honours.csv')
  if (item.candidates.length > others.length && areAwards()) return 'honours.csv'
  if (item.candidates.length > others.length && areKinds()) return 'sites.csv'
  const named = likeliest(others)
  if (named !== null) return named
  // Points of which nothing else is known are places.
  if (item.body.type === 'layer' && item.candidates.some((one) => one.table === 'sites.csv'))
    return 'sites.csv'
  // Two columns of degrees in China, under whatever names: places.
  const degrees = degreeColumns(item)
  return degrees !== null && item.candidates.length === 0 ? 'sites.csv' : null
}

/** The columns that hold longitudes and latitudes of China and nothing else. */
const degreeColumns = (item: Unnumbered): { lon: number; lat: number } | null => {
  const holds = (column: number, low: number, high: number) => {
    const values = valuesOf(item, column)
    return (
      values.length > 0 &&
      values.every(
        (value) => /^\d{2,3}\.\d{2,}$/.test(value) && Number(value) >= low && Number(value) <= high,
      )
    )
  }
  const lon = item.headings.findIndex((_, i) => holds(i, 73, 136))
  const lat = item.headings.findIndex((_, i) => holds(i, 3, 54))
  return lon < 0 || lat < 0 ? null : { lon, lat }
}

/** Item as another table, or as its form was taken before; what its title tells is told. */
export const takenFor = <I extends Unnumbered>(
  item: I,
  table: Target | null,
  forms: readonly Form[],
  context: Context,
): I => {
  const own = item.whole === null ? formOf(forms, item.headings) : null
  const likely = item.version === 0 && table === item.table ? likeliestByValues(item, table, context) : table
  const form = own !== null && (table === null || own.table === table || item.version === 0) ? own : null
  const taken = form !== null && item.version === 0 ? form.table : likely
  const proposed = proposedFor(item, taken)
  const known = new Set((taken === null ? [] : fieldsOf(taken)).map(({ field }) => field))
  const given = item.headings.map((heading) => {
    const field = form?.table === taken ? form?.columns[headingKey(heading)] : undefined
    return field === undefined || (field !== '' && !known.has(field)) ? undefined : field
  })
  const mapping = withGiven(proposed, given)
  const period = periodOf(titlesOf(item))
  const mapped = { ...item, table: taken, mapping, period, year: period.year ?? yearOf(context.asOf) }
  const told = valuesTold(mapped, context)
  const lacking = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => !mapping.includes(field)))
  return {
    ...mapped,
    remembered: given.map((field, i) => field !== undefined && field === mapping[i]),
    valuesTold: told,
    values: { ...lacking(form?.values ?? {}), ...told },
    words: form?.words ?? {},
    monthDay: form?.monthDay ?? 'first',
    infer: form?.infer ?? false,
    clashes: form?.clashes ?? 'both',
    hiddenRows: form?.hiddenRows ?? 'read',
    datumByHand: form?.datum ?? item.datumByHand,
    form,
  }
}

/** The columns with a choice made by hand, heading → field. */
export const withChosen = (item: TrayItem, chosen: Readonly<Record<string, string>>): TrayItem => {
  const known = new Set(item.table === null ? [] : fieldsOf(item.table).map(({ field }) => field))
  const given = item.headings.map((heading) => {
    const field = Object.hasOwn(chosen, heading) ? chosen[heading] : undefined
    return field === undefined || (field !== '' && !known.has(field)) ? undefined : field
  })
  return { ...item, mapping: withGiven(item.mapping, given), remembered: item.headings.map(() => false) }
}

/** What is worth remembering of an item; null where nothing was settled by hand. */
export const formFor = (item: TrayItem): Form | null => {
  const {
    table,
    body,
    headings,
    mapping,
    whole,
    words,
    values,
    valuesTold: told,
    infer,
    clashes,
    hiddenRows,
    monthDay,
  } = item
  if (table === null || table === 'register' || body.type === 'file' || whole !== null) return null
  const proposed = proposedFor(item, table)
  const columns: Record<string, string> = {}
  headings.forEach((heading, i) => {
    if (mapping[i] !== proposed[i]) columns[headingKey(heading)] = mapping[i] ?? ''
  })
  const byHand = Object.fromEntries(Object.entries(values).filter(([field, value]) => told[field] !== value))
  const form: Form = {
    headings: headings.map(headingKey),
    table,
    columns,
    // A cell mended by hand is of this file; what a word stands for is of all.
    words: Object.fromEntries(
      wordFieldsOf(table).flatMap((field) =>
        words[field] === undefined ? [] : [[field, { ...words[field] }]],
      ),
    ),
    values: byHand,
    datum: item.datumByHand,
    ...(monthDay === 'first' ? {} : { monthDay }),
    ...(infer ? { infer } : {}),
    ...(clashes === 'both' ? {} : { clashes }),
    ...(hiddenRows === 'read' ? {} : { hiddenRows }),
  }
  const isProposed = likeliest(item.candidates) === table
  const settled =
    !isProposed ||
    [columns, form.words, byHand].some((list) => Object.keys(list).length > 0) ||
    form.datum !== null ||
    infer ||
    clashes !== 'both' ||
    hiddenRows !== 'read' ||
    monthDay !== 'first'
  return settled ? form : null
}
