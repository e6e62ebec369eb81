/** What files that cannot be read are, by their first bytes, and what to do with them instead. */

const begins = (bytes: Uint8Array, mark: string): boolean =>
  [...mark].every((c, i) => bytes[i] === c.charCodeAt(0))

/** Bytes of an old Office file in which its list of parts is looked for. */
const LOOKED_AT = 16 * 1024 ** 2

/** Whether the name stands in the file as UTF-16, as the list of parts of an old Office file has it. */
const holdsName = (all: Uint8Array, name: string): boolean => {
  const bytes = all.subarray(0, LOOKED_AT)
  const wanted = [...name].flatMap((c) => [c.charCodeAt(0), 0])
  for (let i = bytes.indexOf(wanted[0] as number); i >= 0; i = bytes.indexOf(wanted[0] as number, i + 1))
    if (wanted.every((byte, k) => bytes[i + k] === byte)) return true
  return false
}

const isOldOffice = (bytes: Uint8Array): boolean => begins(bytes, '\u00d0\u00cf\u0011\u00e0')

/** Whether it is a workbook of Excel before 2007 or of WPS, not locked: it can be read. */
export const isOldWorkbook = (bytes: Uint8Array): boolean =>
  isOldOffice(bytes) && !holdsName(bytes, 'EncryptedPackage') && holdsName(bytes, 'Workbook')

const oldOfficeReason = (bytes: Uint8Array): string => {
  if (holdsName(bytes, 'EncryptedPackage'))
    return '工作簿设了打开密码，请在 Excel 或 WPS 里取消密码后另存再拖入'
  if (holdsName(bytes, 'WordDocument'))
    return '这是 Word 文档，请把里面的表格复制到 Excel 或 WPS 表格，另存为 .xlsx 再拖入'
  if (holdsName(bytes, 'Mx Document')) return PROJECT
  if (holdsName(bytes, 'PowerPoint Document'))
    return '这是演示文稿，请把里面的表格复制到 Excel，另存为 .xlsx 再拖入'
  return '这是旧版 Office 文件，里面没有工作簿，请在 Excel 或 WPS 里另存为 .xlsx 再拖入'
}

const PROJECT = '这是 GIS 的工程文件，里面没有数据，请把图层导出为 Shapefile 或 GeoJSON 再拖入'
const CAD = '这是 CAD 图（DWG、DXF），请在 CAD 或 GIS 软件里导出为 Shapefile 或 GeoJSON 再拖入'
const GML = '这是 GML，请在 QGIS 里导出为 GeoJSON 或 Shapefile 再拖入'
const ACCESS = '这是 Access 数据库，请在 Access 里把表导出为 Excel 或 CSV 再拖入'
const FILM = '这是音频或视频，不是数据，没有读入'
const PICTURE = '这是图片，不是数据；照片请放进数据文件夹的 photos/ 里，和表格一起拖入'

const MARKS: readonly (readonly [string, string])[] = [
  ['%PDF', '这是 PDF，请找到原来的 Excel 或 CSV 再拖入'],
  ['\u00ff\u00d8\u00ff', PICTURE],
  ['\u0089PNG', PICTURE],
  ['GIF8', PICTURE],
  ['BM', PICTURE],
  ['II*\u0000', PICTURE],
  ['MM\u0000*', PICTURE],
  ['MIME-Version', '这是网页存档（MHT），请在 Excel 或 WPS 里打开后另存为 .xlsx 再拖入'],
  ['Rar!', '这是 RAR 压缩包，请解压后把文件或文件夹拖入，或改用 zip'],
  ['7z\u00bc\u00af', '这是 7z 压缩包，请解压后把文件或文件夹拖入，或改用 zip'],
  ['\u001f\u008b', '这是 gzip 压缩包，请解压后再拖入'],
  ['SQLite format 3', '这是数据库文件，请在 QGIS 里导出为 GeoJSON，或把表导出为 CSV 再拖入'],
  ['AC10', CAD],
  ['AutoCAD Binary DXF', CAD],
  ['\u0000\u0001\u0000\u0000Standard Jet DB', ACCESS],
  ['\u0000\u0001\u0000\u0000Standard ACE DB', ACCESS],
  ['ID3', FILM],
  ['MZ', '这是程序，不是数据，没有读入'],
  ['{\\rtf', '这是 RTF 文档，请把里面的表格复制到 Excel，另存为 .xlsx 再拖入'],
]

/** Bytes looked at for what no text holds. */
const HEAD = 4096

const isBinary = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, HEAD)
  return head.filter((byte) => byte < 9 || (byte > 13 && byte < 27)).length > Math.max(2, head.length / 50)
}

export const READABLE = '能读的有 CSV、TSV、XLSX、XLS、GeoJSON、Shapefile（zip）、KML/KMZ、GPX 和数据包'

/** What may stand in both: by the word that follows. */
const boxedReason = (bytes: Uint8Array): string | null => {
  if (begins(bytes, 'RIFF')) return begins(bytes.subarray(8), 'WEBP') ? PICTURE : FILM
  if (!begins(bytes.subarray(4), 'ftyp')) return null
  return ['hei', 'hev', 'mif1', 'avi'].some((brand) => begins(bytes.subarray(8), brand)) ? PICTURE : FILM
}

/** Why the file cannot be read; null where nothing speaks against it. Zip archives are not asked about. */
export const unreadableReason = (bytes: Uint8Array): string | null => {
  if (isOldOffice(bytes)) return oldOfficeReason(bytes)
  const marked = MARKS.find(([mark]) => begins(bytes, mark) && (mark.length > 2 || isBinary(bytes)))
  return marked?.[1] ?? boxedReason(bytes)
}

/** The same for what no mark tells: bytes that are no text. UTF-16 is not asked about. */
export const binaryReason = (bytes: Uint8Array): string | null =>
  isBinary(bytes) ? `不认识这种文件，${READABLE}` : null

/** What texts that are no tables are, by how they begin. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^(999\s+[^\n]*\s+)*0\s*\r?\n\s*SECTION\b/i, CAD],
  [/^<\?xml[^>]*>\s*<osm\b|^<osm\b/i, '这是 OpenStreetMap 的数据，请在 QGIS 里导出为 GeoJSON 再拖入'],
  [/^<[\s\S]*?<(\w+:)?FeatureCollection\b[^>]*opengis\.net\/gml/i, GML],
  [/^<(\?xml[^>]*>\s*<)?gml:/i, GML],
  [/^(<!DOCTYPE qgis[^>]*>\s*)?<qgis\b/i, PROJECT],
  [/^!table\b/i, '这是 MapInfo 表，请在 MapInfo 或 QGIS 里导出为 Shapefile 或 GeoJSON 再拖入'],
]

/** Why a text of another program cannot be read, by its first characters; null where nothing speaks against it. */
export const foreignTextReason = (start: string): string | null =>
  TEXTS.find(([mark]) => mark.test(start))?.[1] ?? null

/** Why an archive that is a document of another program cannot be read; null where it is none. */
export const foreignArchiveReason = (names: readonly string[]): string | null => {
  const has = (path: string) => names.some((name) => name.toLowerCase() === path)
  if (has('word/document.xml'))
    return '这是 Word 文档，请把里面的表格复制到 Excel 或 WPS 表格，另存为 .xlsx 再拖入'
  if (has('ppt/presentation.xml')) return '这是演示文稿，请把里面的表格复制到 Excel，另存为 .xlsx 再拖入'
  if (has('xl/workbook.bin')) return '这是二进制工作簿（.xlsb），请在 Excel 里另存为 .xlsx 再拖入'
  if (names.some((name) => /(^|\/)index\/.*\.iwa$/i.test(name)) || has('index.zip'))
    return '这是苹果电脑的 Numbers 表格，请在 Numbers 里导出为 Excel 或 CSV 再拖入'
  if (names.some((name) => /^[^/]+\.qgs$/i.test(name))) return PROJECT
  if (has('content.xml') && has('mimetype')) return '这是 OpenDocument 文件，请另存为 .xlsx 再拖入'
  return null
}
