/** Cells as long as a workbook allows where a word is meant: they tell nothing, and do not hang what looks for it. */
import { describe, expect, it } from 'vitest'
import { openDesk } from './desk.ts'

const LONG = 32_000

describe('cells as long as a workbook allows', () => {
  it.each([
    ['spaces between figures', `114.646${' '.repeat(LONG)}x`],
    ['a deadline said over and over', '整改完成'.repeat(LONG / 4)],
    ['a name said over and over', '社区办事处'.repeat(LONG / 5)],
    ['figures', '114.6461'.repeat(LONG / 8)],
    ['a date said over and over', '5月7日至'.repeat(LONG / 5)],
  ])('%s', async (_, cell) => {
    const desk = await openDesk()
    const rows = Array.from({ length: 20 }, (_row, i) =>
      [
        `L${i}`,
        `${cell}${i}`,
        '2019-05-07',
        '说明',
        `${cell}${i}`,
        `${cell}${i}`,
        `${cell}${i}`,
        `${cell}${i}`,
      ].join(','),
    )
    const text = ['编号,居委会,发现日期,问题描述,具体位置,整改期限,问题类别,是否整改', ...rows].join('\n')
    const [file] = (await desk.drop({ '台账.csv': text })).incoming
    expect(file?.counts).toMatchObject({ rows: 20, accepted: 20 })
  })
})
