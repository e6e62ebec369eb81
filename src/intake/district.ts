/** `district.json`: what the package is, and where its files are. */

import type { District } from '../model/records.ts'
import { PACKAGE_FILES, type PackageFile } from './contract.ts'
import { foreignObject, readJson } from './formats/json.ts'
import type { Notebook } from './notebook.ts'
import { maskJson, maskPeople } from './people/mask.ts'
import { maskedNotices } from './people/notices.ts'
import { parseDate } from './tables/date-forms.ts'

const DEFAULT: District = {
  title: '创卫一张图',
  asOf: null,
  centre: null,
  attribution: null,
  mapNumber: null,
  synthetic: false,
  readOnly: false,
}

/** What the file may say. */
const FIELDS = [...Object.keys(DEFAULT), 'files']

type Raw = Record<string, unknown>

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

const isPackageFile = (name: string): name is PackageFile =>
  (PACKAGE_FILES as readonly string[]).includes(name) && name !== 'district.json'

/** A path that stays inside the package and names nobody: no address, no root, no climbing out (an escaped dot climbs too). */
const isInside = (path: unknown): path is string =>
  typeof path === 'string' &&
  path !== '' &&
  !/^[a-z][a-z+.-]*:|^[\\/]|(^|[\\/])(\.|%2e){2}([\\/]|$)/i.test(path) &&
  maskPeople(path).found.length === 0

/** Contract name → path in the package, for files that `district.json` says stand elsewhere. */
export const renamedFiles = (bytes: Uint8Array | undefined): Partial<Record<PackageFile, string>> => {
  const given = bytes && readJson(bytes).json
  const files = isObject(given) ? given.files : null
  if (!isObject(files)) return {}
  return Object.fromEntries(
    Object.entries(files).filter((entry) => isPackageFile(entry[0]) && isInside(entry[1])),
  )
}

const readCentre = (value: unknown): District['centre'] => {
  const [lon, lat] = Array.isArray(value) && value.length === 2 ? value : []
  return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
    ? [lon, lat]
    : null
}

/** What the file says; what it leaves out or says wrongly is as without the file, and the wrong is told. */
export const readDistrict = (file: string, bytes: Uint8Array | undefined, notebook: Notebook): District => {
  if (bytes === undefined) {
    notebook.absent(file)
    return DEFAULT
  }
  const { json: given, fault } = readJson(bytes)
  const tell = (field: string, value: unknown, reason: string) => ({
    file,
    line: 0,
    field,
    value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    reason,
  })
  if (!isObject(given)) {
    notebook.unreadable(file, fault ?? '应为对象 {…}')
    return DEFAULT
  }
  const foreign = foreignObject(given, FIELDS)
  if (foreign !== null) {
    notebook.unreadable(file, foreign)
    return DEFAULT
  }
  notebook.count(file, 1)
  const raw = maskJson({ ...given, files: null }, maskedNotices(file, notebook)) as Raw
  const { files } = given

  const asOfText = textOf(raw.asOf)
  const asOf = asOfText === null ? null : parseDate(asOfText)
  const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''
  if (isGiven(raw.asOf) && asOf === null)
    notebook.flag(tell('asOf', raw.asOf, '数据日期读不懂，应写成 2019-05-27，按最近一条记录的日期处理'))
  const centre = readCentre(raw.centre)
  if (isGiven(raw.centre) && centre === null)
    notebook.flag(tell('centre', raw.centre, '中心点应为 [经度, 纬度]，没有采用'))
  if (isGiven(raw.readOnly) && typeof raw.readOnly !== 'boolean')
    notebook.flag(tell('readOnly', raw.readOnly, '应写成 true 或 false，没有采用'))
  if (isGiven(files) && !isObject(files))
    notebook.flag(tell('files', files, '应为“文件名: 路径”的对照，没有采用'))
  for (const [name, path] of Object.entries(isObject(files) ? files : {})) {
    if (!isPackageFile(name)) notebook.flag(tell(`files.${name}`, path, '不认识这个文件名，没有采用'))
    else if (!isInside(path))
      notebook.flag(tell(`files.${name}`, path, '路径须在数据文件夹之内，也不能有个人信息，没有采用'))
  }
  return {
    title: textOf(raw.title) ?? DEFAULT.title,
    asOf,
    centre,
    attribution: textOf(raw.attribution),
    mapNumber: textOf(raw.mapNumber),
    synthetic: raw.synthetic === true,
    readOnly: raw.readOnly === true,
  }
}
