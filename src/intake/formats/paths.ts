/** What a path says of a file. */

/** 数据/a.SHP → a.SHP */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** 数据/a.SHP → 数据/, a.SHP → '' */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** 数据/a.SHP → shp; '' where there is none */
export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** What systems leave in archives and folders beside the files themselves; a workbook's `.rels` is a part of it. */
export const isLitter = (path: string): boolean =>
  /(^|\/)(__MACOSX\/|\.(?!rels$)|~\$|Thumbs\.db$|desktop\.ini$)/i.test(path)
