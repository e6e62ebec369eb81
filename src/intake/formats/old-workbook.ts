/**
 * Workbooks of Excel before 2007 and of WPS (.xls, .et), turned into what they are today and read as that: headings, merged
 * cells, formats and hidden worksheets then mean the same.
 */
import { CFB, read, write } from '@e965/xlsx'
import { MOST_OLD_BYTES, megabytes } from '../limits.ts'
import { Refusal } from './refusal.ts'

/**
 * The same workbook as an .xlsx. Throws Refusal where it is none, is damaged, locked, or too big to be read in one go: the
 * library gives way to nothing meanwhile.
 */
export const modernised = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length > MOST_OLD_BYTES)
    throw new Refusal(
      `旧版工作簿有 ${megabytes(bytes.length)}，超过上限 ${megabytes(MOST_OLD_BYTES)}，请在 Excel 或 WPS 里另存为 .xlsx 再拖入`,
    )
  try {
    // Of what is no such container the library makes a text of garbage; before Excel 97 texts have no Unicode.
    if (CFB.find(CFB.read(bytes, { type: 'array' }), 'Workbook') === null) throw new Error('no workbook')
    const book = read(bytes, {
      type: 'array',
      cellNF: true,
      // Hidden rows and columns are a matter of style to the library.
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
    })
    if (book.SheetNames.length === 0) throw new Error('no worksheet')
    return new Uint8Array(
      write(book, { type: 'array', bookType: 'xlsx', cellStyles: true, compression: false }) as ArrayBuffer,
    )
  } catch (error) {
    if (/password|encrypt/i.test(String(error)))
      throw new Refusal('工作簿设了打开密码，请在 Excel 或 WPS 里取消密码后另存再拖入')
    throw new Refusal('旧版工作簿读不出来，请在 Excel 或 WPS 里另存为 .xlsx 再拖入')
  }
}
