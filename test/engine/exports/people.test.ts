/** No export carries a phone or an ID number, even where one came in past intake. */
import { expect, test } from 'vitest'
import type { Opened } from '../../../src/engine/package/open.ts'
import { openSample } from '../sample.ts'
import { everyIssue, parts, takeOut, textOf } from './take-out.ts'

const PHONE = '13800000000'
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const body = `110101${19900101}001`
const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
const IDENTITY = `${body}${'10X98765432'[sum % 11]}`

/** The sample with numbers put into its records after it was read. */
const leaky = (): Opened => {
  const opened = openSample()
  const told = `店主电话${PHONE}，身份证${IDENTITY}，座机8123457`
  for (const issue of opened.model.issues)
    Object.assign(issue, {
      id: `WT-${PHONE}`,
      photoBefore: `photos/${PHONE}.jpg`,
      description: told,
      responsible: told,
    })
  for (const site of opened.model.sites) Object.assign(site, { name: told, responsible: told })
  for (const honour of opened.model.honours) honour.basis = told
  for (const area of opened.model.areas) area.name = told
  opened.report.flagged.push({ file: 'x.csv', line: 2, field: '说明', value: told, reason: told })
  return opened
}

test('no form of any export has them', async () => {
  const opened = leaky()
  const t = opened.intake.asOf
  const query = { ...everyIssue(t), sources: ['暗访'] }
  const of = { type: 'area', id: opened.model.areas[0]?.code ?? '' } as const
  const layers = ['areas', 'sites', 'issues', 'waters', 'honours'] as const
  const files = [
    await takeOut(opened, { type: 'issues', query, splitByOffice: false }, 'csv'),
    await takeOut(opened, { type: 'issues', query, splitByOffice: true }, 'xlsx'),
    await takeOut(opened, { type: 'ranking', asOf: t, of: null }, 'xlsx'),
    await takeOut(opened, { type: 'scores', asOf: t, of, splitByOffice: false }, 'xlsx'),
    await takeOut(opened, { type: 'report' }, 'csv'),
    await takeOut(
      opened,
      { type: 'layers', asOf: t, of: null, layers: [...layers], datum: 'WGS84' },
      'geojson',
    ),
  ]
  for (const { name, bytes } of files) {
    const text = /\.(xlsx|zip)$/.test(name) ? Object.values(parts(bytes)).join('\n') : textOf(bytes)
    expect(text.includes(PHONE), name).toBe(false)
    expect(text.includes(IDENTITY), name).toBe(false)
    expect(text.includes('8123457'), name).toBe(false)
    expect(text, name).toContain('已隐去')
  }
}, 20_000)
