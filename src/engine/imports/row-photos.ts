/** Pictures of a workbook as the photos of its rows. */
import type { PackageFile } from '../../intake/contract.ts'
import type { Sheet, SheetPicture } from '../../intake/formats/opened.ts'
import type { Pace } from '../../intake/pace.ts'
import { cleanPhoto } from '../../intake/photos/clean.ts'
import type { TrayItem } from './item.ts'

/** Fields that hold a photo; a picture beside them is of the first. */
const PHOTO_FIELDS: Partial<Record<PackageFile, readonly string[]>> = {
  'issues.csv': ['photoBefore', 'photoAfter'],
  'activities.csv': ['photo'],
}

/** Bigger pictures are not taken in. */
const MOST_BYTES = 24 * 1024 ** 2

/** How WPS names a picture within a cell. */
const DISPIMG = /^=?_?(?:xlfn\.)?DISPIMG\("([^"]+)"/i

/** The path of a picture in the package: the same picture has the same. */
const pathOf = ({ name, crc, size }: SheetPicture): string => {
  const extension = /\.[a-z0-9]{2,5}$/i.exec(name)?.[0].toLowerCase() ?? '.png'
  return `photos/tz-${crc.toString(16).padStart(8, '0')}-${size.toString(36)}${extension}`
}

export interface RowPhotos {
  /** fields that pictures fill */
  fields: readonly string[]
  /** What stands in a photo's field of a row: a path, '' where a picture is lacking, null where the cell says itself. */
  of: (line: number, field: string, cell: string) => string | null
  /** The pictures of these paths, without what a camera wrote in them; broken ones are left out. */
  read: (paths: Iterable<string>, pace: Pace) => Promise<Map<string, Uint8Array>>
  /** pictures that became no row's photo */
  left: () => number
}

/** Null where the sheet has no pictures, or its table no photos. */
export const openRowPhotos = (table: PackageFile, item: TrayItem, sheet: Sheet): RowPhotos | null => {
  const photoFields = PHOTO_FIELDS[table]
  const { pictures } = sheet
  if (pictures === undefined || photoFields === undefined) return null
  const byPath = new Map<string, SheetPicture>()
  const known = (picture: SheetPicture): string => {
    const path = pathOf(picture)
    byPath.set(path, picture)
    return path
  }
  /** line and field → the path of the first picture there */
  const floating = new Map<string, string>()
  let unused = 0
  for (const { line, column, picture } of pictures.floating) {
    const mapped = item.mapping[column] ?? ''
    const named = /后/.test(item.headings[column] ?? '') ? photoFields[1] : undefined
    const field = photoFields.includes(mapped) ? mapped : (named ?? photoFields[0])
    const key = `${line} ${field}`
    if (picture.size > MOST_BYTES || floating.has(key)) unused++
    else floating.set(key, known(picture))
  }
  const used = new Set<string>()
  return {
    fields: photoFields.filter((field) => [...floating.keys()].some((key) => key.endsWith(` ${field}`))),
    of: (line, field, cell) => {
      if (!photoFields.includes(field)) return null
      const id = DISPIMG.exec(cell)?.[1]
      const own = id === undefined ? undefined : pictures.named.get(id)
      if (own !== undefined) return known(own)
      if (cell !== '' && id === undefined) return null
      const key = `${line} ${field}`
      used.add(key)
      return floating.get(key) ?? (id === undefined ? null : '')
    },
    read: async (paths, pace) => {
      const photos = new Map<string, Uint8Array>()
      for (const path of paths) {
        const bytes = await byPath.get(path)?.bytes()
        const clean = bytes === undefined ? null : cleanPhoto(bytes)
        if (clean !== null) photos.set(path, clean)
        await pace.rest(photos.size, byPath.size, item.name)
      }
      return photos
    },
    left: () => unused + [...floating.keys()].filter((key) => !used.has(key)).length,
  }
}
