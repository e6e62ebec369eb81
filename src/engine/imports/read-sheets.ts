/** Sheets that are one table: cleaned, read by the readers of the package and merged, row by row. */

import { type Cleaner, openCleaner } from '../../intake/cleaning/clean-row.ts'
import type { PackageFile } from '../../intake/contract.ts'
import { fieldsOf, PAIR, SHEET_FIELDS, TABLE_FILES } from '../../intake/contract-fields.ts'
import type { CsvRow } from '../../intake/formats/csv.ts'
import { losesShape } from '../../intake/formats/layer-sheet.ts'
import type { Sheet, SheetRow } from '../../intake/formats/opened.ts'
import { MOST_ROWS_READ } from '../../intake/limits.ts'
import { discreet, type Notebook } from '../../intake/notebook.ts'
import type { Pace } from '../../intake/pace.ts'
import { HIDDEN, maskPeople } from '../../intake/people/mask.ts'
import { plain, termKey } from '../../intake/tables/cells.ts'
import { isExampleRow, isOwnLedger, isReadableExtra, REASON_HEADING } from '../../intake/tables/extras.ts'
import { hasIdentity, isRunning, openIdentity } from '../../intake/tables/identity.ts'
import type { FieldSpec } from '../../intake/tables/mapping.ts'
import { type Merge, openMerge } from '../../intake/tables/merge.ts'
import type { Cells } from '../../intake/tables/row-keys.ts'
import { openRows } from '../../intake/tables/table.ts'
import {
  itemInText,
  meaningOf,
  meaningsOf,
  openWordCount,
  suggestionsFor,
  type Word,
  type WordGround,
  wordFieldsOf,
} from '../../intake/words/word-fields.ts'
import { groupBy } from '../../model/group.ts'
import type { Issue, Site } from '../../model/records.ts'
import type { Notice } from '../../model/report.ts'
import { type Calendar, WEEKDAYS } from '../../model/working-days.ts'
import { chineseCalendar } from '../../scoring/closure/chinese-calendar.ts'
import type { WordFound } from '../contract/data.ts'
import { type Context, lookupsIn } from './context.ts'
import { type Findings, type ItemWish, makesIds, noFindings, type TrayItem } from './item.ts'
import { openLocator } from './locate.ts'
import { openRowPhotos, type RowPhotos } from './row-photos.ts'

/** The first rows as understood that the preview shows. */
const FIRST = 10

export interface SheetsRead {
  merge: Merge
  findings: ReadonlyMap<TrayItem, Findings>
  /** the places read, where the table is that of places */
  sites: Site[]
}

const sheetOf = ({ body }: TrayItem): Sheet | null => (body.type === 'file' ? null : body.sheet)

/** The fields of the contract, without what only sheets have. */
const tableFields = (table: PackageFile): FieldSpec[] =>
  fieldsOf(table).filter(({ field }) => !SHEET_FIELDS.has(field))

/** What reading one row had to say. */
interface Verdict {
  rejected: Notice[]
  flagged: Notice[]
}

/** Rows of a list that are shown. */
const LISTED = 100

/** What a row gives to the package: no number of a person, nothing that reading it took out. */
const cellsFor =
  ({ cells }: CsvRow, header: CsvRow, at: ReadonlyMap<string, number>, hidden: readonly Notice[]): Cells =>
  (field) => {
    const i = at.get(field)
    if (i === undefined) return ''
    const text = cells[i] ?? ''
    if (text === '') return text
    const heading = (header.cells[i] ?? '').trim()
    if (hidden.length > 0 && hidden.some((notice) => notice.field === heading)) return ''
    return maskPeople(text, heading).text
  }

/**
 * Columns that no field is given to. Those that our own exports add, and the reasons of a file of rejected rows, are
 * not reported.
 */
const tellLeftOut = (item: TrayItem, table: PackageFile, line: number): Notice[] =>
  item.headings.flatMap((heading, i) => {
    const isNews = heading !== REASON_HEADING && !isReadableExtra(table, heading)
    if (item.mapping[i] !== '' || item.samples[i] === '' || !isNews) return []
    return [{ file: item.name, line, field: heading, value: '', reason: '这一列没有对应的字段，没有读入' }]
  })

/** What was read as more than it says: each kind once, with its rows. */
const tellRead = (item: TrayItem, { told, yearless, months }: Cleaner): Notice[] => {
  const tell = (field: string, reason: string, line = 0): Notice => ({
    file: item.name,
    line,
    field,
    value: '',
    reason,
  })
  const notices = [...told].map(([sentence, { field, count, lines }]) =>
    tell(field, `有 ${count} 格${sentence}`, count === 1 ? lines[0] : 0),
  )
  if (yearless() > 0)
    notices.push(tell('', `有 ${yearless()} 格日期没有写年份，按 ${item.year} 年读入；不是这一年的请改年份`))
  if (months() > 0) {
    const day = item.monthDay === 'first' ? '第一天' : '最后一天'
    notices.push(tell('', `有 ${months()} 格日期只写了月份，按当月${day}读入`))
  }
  return notices
}

/** The first numbers of a sheet that are looked at to see whether they only count its rows. */
const NUMBERS = 200

const isRunningSheet = (table: PackageFile, item: TrayItem, sheet: Sheet): boolean => {
  const at = item.mapping.indexOf('id')
  if (at < 0 || isOwnLedger(sheet.header.cells)) return false
  const ids: string[] = []
  for (const { cells } of sheet.rows()) {
    const id = (cells[at] ?? '').trim()
    if (id !== '' && !isExampleRow(cells)) ids.push(id)
    if (ids.length === NUMBERS) break
  }
  return isRunning(table, sheet.header.cells[at] ?? '', ids)
}

/** Why a problem does not count for the score; '' = it does. */
const scoringOf = (entry: unknown, kind: string | null, { standard }: Context): string => {
  const { item, areaCode, lon, siteId } = entry as Issue
  if (areaCode === null && lon === null && siteId === null) return '没有居委会，也没有坐标'
  const usual = standard.kinds.find(({ id }) => id === kind)?.defaultItem
  return item === null && usual === undefined ? '没有检查项' : ''
}

/** What a row of one number and another are held side by side by. */
const SIDE_BY_SIDE = {
  'issues.csv': ['areaCode', 'foundOn', 'description'],
  'sites.csv': ['kind', 'name', 'areaCode'],
} as const

/** What has so many names that telling each would hide what has to be told. */
const NAMES: ReadonlySet<string> = new Set(['areaCode', 'siteId', 'waterId'])

/** The words of the sheet with what each is taken for. */
const wordsFound = (item: TrayItem, words: readonly Word[], ground: WordGround): WordFound[] =>
  words.flatMap((one): WordFound[] => {
    const { field } = one
    // Masked here, once a word, and not with every row that has it.
    const word = maskPeople(one.word).text
    const hand = item.words[field]?.[termKey(word)]
    const meaning = hand ?? meaningOf(field, word, ground, one.kind)
    const label = meaningsOf(field, ground).find(({ id }) => id === meaning)?.label ?? meaning ?? ''
    const own = [meaning, label].some((name) => name !== null && termKey(name) === termKey(word))
    const how =
      hand !== undefined
        ? item.form?.words[field]?.[termKey(word)] === hand
          ? 'remembered'
          : 'hand'
        : meaning === null
          ? 'unknown'
          : own
            ? 'own'
            : 'known'
    // What stands for itself needs no telling.
    if (how === 'own' || (how === 'known' && NAMES.has(field))) return []
    return [
      {
        ...one,
        word,
        taken: meaning,
        label,
        how,
        likely: how === 'known' ? [] : suggestionsFor(field, word, ground, one.kind),
      },
    ]
  })

/** The days on which deadlines in working days fall; Monday to Friday where the holidays cannot be had. */
const calendarFor = async (table: PackageFile): Promise<Calendar> =>
  table === 'issues.csv' ? chineseCalendar().catch(() => WEEKDAYS) : WEEKDAYS

/**
 * @param bytes the table there is; undefined = none
 * @param wish whether the merged table is wanted, or only what would become of it
 * @param onRejected is told every row that is not used
 */
export const readSheets = async (
  table: PackageFile,
  items: readonly TrayItem[],
  bytes: Uint8Array | undefined,
  context: Context,
  pace: Pace,
  { keep, photos: withPhotos = false }: Pick<ItemWish, 'keep' | 'photos'>,
  onRejected: (item: TrayItem, row: SheetRow, notices: readonly Notice[]) => void = () => {},
): Promise<SheetsRead> => {
  const lookups = lookupsIn(context, table !== 'sites.csv')
  const ground: WordGround = { ...context, lookups }
  const fields = tableFields(table)
  const calendar = await calendarFor(table)
  const open = items.map((item) => {
    const sheet = sheetOf(item)
    if (sheet === null) return null
    const { period } = item
    const last = period.days === null ? context.asOf : Math.min(period.days[1], context.asOf)
    const photos = openRowPhotos(table, item, sheet)
    const cleaner = openCleaner(
      sheet.header,
      {
        mapping: item.mapping,
        datum: item.datum?.chosen ?? 'WGS84',
        year: item.year,
        monthDay: item.monthDay,
        values: item.values,
        words: item.words,
        infer: table === 'issues.csv' && item.infer ? itemInText(context.standard) : null,
        made: [
          ...(makesIds(item) ? ['id'] : []),
          ...(locates(table, item)
            ? ['lon', 'lat', 'siteId', 'located'].filter((field) => isFieldOf(table, field))
            : []),
          ...(photos?.fields ?? []),
        ],
      },
      {
        deadlines: context.standard.deadlines,
        calendar,
        progress: lookups.progress,
        settledOn: period.reportedOn ?? last,
      },
    )
    return { sheet, cleaner, photos }
  })
  const mapped = new Set(items.flatMap(({ mapping }) => mapping))
  if (mapped.has(PAIR)) for (const field of ['lon', 'lat']) mapped.add(field)
  const replacing = items.some(({ mode }) => mode === 'replace')
  const merge = openMerge(table, bytes, fields, mapped, replacing, lookups, keep)
  const reader = TABLE_FILES.get(table)
  if (reader === undefined) throw new Error(`${table} 不是表格`)
  const findings = new Map<TrayItem, Findings>()
  const sites: Site[] = []
  const come: Parameters<typeof openIdentity>[5] = new Map()
  // The streets are laid out only where a row may have to be placed by them.
  const locator = items.some((item) => locates(table, item)) ? openLocator(context) : null
  const siteIds = new Map(
    context.sites.map((site) => [[site.kind, termKey(site.name), site.areaCode].join(), site.id]),
  )
  const labelOf = (field: string) => fields.find((one) => one.field === field)?.headings[0] ?? field
  const of = items.reduce((sum, item) => sum + (sheetOf(item)?.about ?? 0), 0)
  let done = 0

  for (const [at, item] of items.entries()) {
    const found = noFindings()
    findings.set(item, found)
    const opened = open[at]
    if (opened === null || opened === undefined) continue
    const { sheet, cleaner, photos } = opened
    const pictured = new Set<string>()
    const { counts, effect } = found
    const { clean, header, at: places } = cleaner
    const named = { ...header, cells: header.cells.map((cell, i) => item.headings[i] ?? cell.trim()) }
    let verdict: Verdict = { rejected: [], flagged: [] }
    /** line from which rows are not read any more; 0 = all are */
    let tooMany = 0
    const notebook: Notebook = {
      report: { rows: {}, absent: [], unread: [], rejected: [], flagged: [] },
      count: () => {},
      absent: () => {},
      unreadable: () => {},
      reject: (notice) => verdict.rejected.push(discreet(notice)),
      flag: (notice) => verdict.flagged.push(discreet(notice)),
    }
    const readerOf = openRows(item.name, named, places, reader, lookups, notebook)
    const read = readerOf()
    const wordFields = wordFieldsOf(table).filter((field) => item.mapping.includes(field))
    const words = openWordCount(wordFields)
    const identity =
      makesIds(item) && hasIdentity(table)
        ? openIdentity(
            table,
            isRunningSheet(table, item, sheet),
            lookups,
            (id) => (item.mode === 'replace' ? null : merge.present(id)),
            (cells) => {
              const area = lookups.area(cells('areaCode'))
              const code = typeof area === 'string' ? area : null
              return (
                siteIds.get([lookups.kind(cells('kind'))?.id, termKey(cells('name')), code].join()) ?? null
              )
            },
            come,
          )
        : null

    for (const row of sheet.walk()) {
      // With every row: one with long cells may take as long as a thousand others.
      if (row !== null) done++
      if (pace.isDue()) await pace.rest(done, Math.max(of, done), item.name)
      if (row === null) continue
      // A row of a cross table comes once for each of its cells.
      if (row.hidden === true && found.hiddenRows.at(-1) !== row.line) found.hiddenRows.push(row.line)
      if (row.hidden === true && item.hiddenRows === 'leave') continue
      if (isExampleRow(row.cells)) {
        found.passed.push({
          line: row.line,
          text: maskPeople(row.cells.join(' ')).text.slice(0, 80),
          reason: '模板里的示例行',
        })
        continue
      }
      if (counts.rows === MOST_ROWS_READ) {
        tooMany = row.line
        break
      }
      counts.rows++
      const where = items.length === 1 ? `第 ${row.line} 行` : `“${item.name}”第 ${row.line} 行`
      const cleaned = clean(row)
      const paths = photos === null ? [] : fillPhotos(cleaned, places, row.line, photos)
      const saidOf = lookups.spot(cleaner.written('siteId'), null)?.kind ?? null
      for (const field of wordFields) words.count(field, cleaner.written(field), row.line, saidOf)
      if (identity !== null) {
        const cells = cellsFor(cleaned, named, places, [])
        const { id, clash } = identity.identify(cells, where)
        const given = clash !== null && item.clashes === 'both' ? clash.made : id
        if (given !== plain(cells('id'))) cleaned.cells[places.get('id') as number] = given
        if (clash !== null && hasIdentity(table)) {
          found.clashes.count++
          const shown = (from: Cells) => SIDE_BY_SIDE[table].map((field) => maskPeople(from(field)).text)
          if (found.clashes.rows.length < LISTED)
            found.clashes.rows.push({
              line: row.line,
              id: clash.id,
              made: clash.made,
              where: clash.where,
              before: shown(clash.before),
              now: shown(cells),
            })
        }
      }
      // Behind the number, which is made of what the file says.
      if (locator !== null && locates(table, item))
        place(cleaned, named, places, locator, item, found, row.line)
      verdict = { rejected: [], flagged: [] }
      const { key, before } = merge.find(cellsFor(cleaned, named, places, []))
      const apart = before !== null && item.mode !== 'replace'
      // The readers keep equal ids of one file side by side; here one of them is replaced, which is reported below.
      const entry = (apart ? readerOf() : read)(cleaned)
      const { rejected, flagged } = verdict
      if (entry === null) {
        counts.rejected++
        for (const notice of rejected) found.rejected.add(notice)
        onRejected(item, row, rejected)
        continue
      }
      const hidden = flagged.filter(({ value }) => value === HIDDEN)
      const cells = cellsFor(cleaned, named, places, hidden)
      const changes = key === null || item.mode === 'add' ? [] : merge.changes(key, cells, item.mode)
      const outcome = merge.offer(key, cells, item.mode, where)
      effect[outcome]++
      if (outcome === 'updated' && changes.length > 0) {
        found.updates.count++
        if (found.updates.rows.length < LISTED)
          found.updates.rows.push({
            line: row.line,
            id: cells('id') || (key as string).split('\u0000').join(' '),
            cells: changes.map(({ field, before: was, after }) => ({
              label: labelOf(field),
              before: was,
              after,
            })),
          })
      }
      if (table === 'sites.csv' && (outcome !== 'skipped' || before === null)) sites.push(entry as Site)
      if (table === 'issues.csv') {
        const kind = lookups.spot((entry as Issue).siteId ?? '', null)?.kind ?? null
        countScoring(found, scoringOf(entry, kind, context), row.line)
      }
      const tell = (reason: string) =>
        flagged.push({ file: item.name, line: row.line, field: '', value: '', reason })
      const layer = item.body.type === 'layer' ? item.body.layer : null
      if (layer?.shapesApart !== true && losesShape(layer?.features[row.line - 1]))
        tell('图形不是单个的点，表里放不下：只读入了属性')
      if (apart)
        tell(
          outcome === 'skipped'
            ? `与${before}是同一条，只用了前一行`
            : `与${before}是同一条，填了的格以这一行为准`,
        )
      else if (outcome === 'skipped') tell('已有这一条而内容不同，只新增时没有改动它')
      counts.accepted++
      for (const path of paths) pictured.add(path)
      if (flagged.length > 0) counts.flagged++
      counts.masked += flagged.filter(({ reason }) => reason.includes('已隐去')).length
      for (const notice of flagged) found.flagged.add(notice)
      if (found.first.length < FIRST)
        found.first.push(Object.fromEntries([...places.keys()].map((field) => [field, cells(field)])))
    }
    if (tooMany > 0) {
      const reason = `一张表最多读 ${MOST_ROWS_READ} 行：从第 ${tooMany} 行起没有读入，请分成几个文件`
      found.rejected.addFirst([{ file: item.name, line: tooMany, field: '', value: '', reason }])
      counts.rejected++
    }
    // What is passed over within the data is known once the rows have been walked.
    found.passed.unshift(...sheet.passed.map((one) => ({ ...one, text: maskPeople(one.text).text })))
    if (photos !== null && withPhotos) found.photos = await photos.read(pictured, pace)
    found.yearless = cleaner.yearless()
    found.months = cleaner.months()
    found.words = wordsFound(item, words.all(), ground)
    found.flagged.addFirst([
      ...tellPictures(item, sheet, photos),
      ...tellLocated(item, found),
      ...tellHidden(item, found),
      ...tellRead(item, cleaner),
      ...tellLeftOut(item, table, sheet.header.line),
    ])
  }
  const replacer = items.find(({ mode }) => mode === 'replace')
  const told = replacer === undefined ? undefined : findings.get(replacer)
  if (told !== undefined) {
    const removed = merge.removed()
    told.effect.removed = removed.length
    told.removes = removed
      .slice(0, LISTED)
      .map((cells) => cells('id') || cells('siteId') || cells('areaCode'))
  }
  return { merge, findings, sites }
}

/** Tables whose rows may say where they are in words. */
const locates = (table: PackageFile, { mapping, whole }: TrayItem): boolean =>
  hasIdentity(table) && whole === null && mapping.includes('address')

const isFieldOf = (table: PackageFile, field: string): boolean =>
  fieldsOf(table).some((one) => one.field === field)

/** Puts a row that has no place where its 位置 says, if that can be found. */
const place = (
  cleaned: CsvRow,
  header: CsvRow,
  places: ReadonlyMap<string, number>,
  locator: ReturnType<typeof openLocator>,
  item: TrayItem,
  found: Findings,
  line: number,
): void => {
  const cells = cellsFor(cleaned, header, places, [])
  if (['lon', 'lat', 'siteId'].some((field) => cells(field) !== '')) return
  const located = locator(cells, item.datum?.chosen ?? 'WGS84')
  if (located === null) return
  const set = (field: string, text: string) => {
    const at = places.get(field)
    if (at !== undefined) cleaned.cells[at] = text
  }
  if ('site' in located.at) {
    if (!places.has('siteId')) return
    set('siteId', located.at.site)
  } else {
    set('lon', String(located.at.lonLat[0]))
    set('lat', String(located.at.lonLat[1]))
  }
  set('located', located.how)
  found.located.push({ line, how: located.how, by: located.by })
}

/** Puts the pictures of a row into the cells of its photos. @returns their paths */
const fillPhotos = (
  { cells }: CsvRow,
  places: ReadonlyMap<string, number>,
  line: number,
  photos: RowPhotos,
): string[] => {
  const paths: string[] = []
  for (const [field, at] of places) {
    const path = photos.of(line, field, cells[at] ?? '')
    if (path === null) continue
    cells[at] = path
    if (path !== '') paths.push(path)
  }
  return paths
}

/** How rows without coordinates were placed, in one notice a way. */
const tellLocated = (item: TrayItem, { located }: Findings): Notice[] =>
  [...groupBy(located, ({ how }) => how)].map(([how, own]) => ({
    file: item.name,
    line: 0,
    field: '',
    value: [...new Set(own.map(({ by }) => by))].slice(0, 3).join('、'),
    reason: `有 ${own.length} 行没有坐标，按位置里写的${LOCATED_BY[how]}定位`,
  }))

const LOCATED_BY = { 坐标: '坐标', 点位: '点位名称', 路口约: '路口或街道（只是大概）' } as const

/** 3, 5, 6, 7 → 「3、5–7」. */
const runsOf = (lines: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === line - 1) last[1] = line
    else runs.push([line, line])
  }
  const shown = runs.slice(0, 8).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return shown.join('、') + (runs.length > shown.length ? '等' : '')
}

/** Rows that do not show in the file, in one notice. */
const tellHidden = (item: TrayItem, { hiddenRows: lines }: Findings): Notice[] => {
  if (lines.length === 0) return []
  const done = item.hiddenRows === 'read' ? '已照常读入' : '按选择没有读入'
  const reason = `有 ${lines.length} 行在原表里是隐藏或筛掉的，${done}`
  return [{ file: item.name, line: lines[0] as number, field: '', value: `第 ${runsOf(lines)} 行`, reason }]
}

/** Pictures that are not taken in are told. */
const tellPictures = (item: TrayItem, { pictures }: Sheet, photos: RowPhotos | null): Notice[] => {
  const left = photos === null ? (pictures?.floating.length ?? 0) : photos.left()
  if (left === 0) return []
  const why = photos === null ? '这种表没有照片一栏' : '一行只用第一张，太大的和不在记录行上的不用'
  return [{ file: item.name, line: 0, field: '', value: '', reason: `有 ${left} 张图片没有读入：${why}` }]
}

const countScoring = ({ scoring }: Findings, reason: string, line: number): void => {
  let group = scoring.find((one) => one.reason === reason)
  if (group === undefined) {
    group = { reason, count: 0, lines: [] }
    scoring.push(group)
  }
  group.count++
  if (group.lines.length < LISTED) group.lines.push(line)
}
