/**
 * A ledger brought in, from its bytes to what would become of it: against Papa.parse alone over the same text, which is the
 * least that any import does. Read the ratio of the two lines, not the times.
 */
import Papa from 'papaparse'
import { bench, describe } from 'vitest'
import { openDesk } from '../engine/imports/desk.ts'

const ROWS = 50_000

const rows = Array.from({ length: ROWS }, (_, i) => {
  const area = i % 2 === 0 ? '甲居委会' : '乙社区'
  const lon = (i % 2 === 0 ? 114.641 : 114.661) + (i % 17) / 1000
  return `WT-${1000 + i},${i % 3 === 0 ? 'G1' : ''},${lon.toFixed(6)},33.585${i % 10},${area},2019/5/${1 + (i % 27)},办事处检查,一般,门口堆放杂物第${i}处，需要尽快清理干净,区城管局,2019-06-01`
})
const text = `编号,点位编号,经度,纬度,居委会,发现日期,来源,严重程度,问题描述,责任单位,整改期限\n${rows.join('\n')}\n`

const once = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 }

describe(`${ROWS} rows of a ledger`, () => {
  bench(
    'Papa.parse alone',
    () => {
      Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' })
    },
    once,
  )
  bench(
    'inspect: recognised, placed, cleaned, read and compared',
    async () => {
      const desk = await openDesk()
      const { incoming } = await desk.drop({ 'issues.csv': text })
      if (incoming[0]?.counts.accepted !== ROWS) throw new Error('not all rows were read')
    },
    once,
  )
})
