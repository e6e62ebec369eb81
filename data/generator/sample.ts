/** The sample district package: the same bytes on every run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { standardSchema } from '../../src/model/standard.ts'
import { AREAS } from './areas.ts'
import { iso } from './calendar.ts'
import { toLonLat } from './frame.ts'
import { basemap } from './geometry/basemap.ts'
import { dirtyChecks, dirtyHonour, dirtyIssues, dirtySites, duplicateSite } from './records/dirt.ts'
import { activityRows, dutyRows, honourRows, surveyRows } from './records/people.ts'
import { pairFor, photoFiles } from './records/photos.ts'
import { scenes } from './records/scenes.ts'
import { SITES, statusRows } from './records/sites.ts'
import { CHECK_ROWS, ISSUES } from './records/visits.ts'
import { BODIES, sampleRows } from './records/waters.ts'
import { labelOf } from './rubric.ts'
import { csvText } from './write/csv.ts'
import { collectionText, lineString, polygon } from './write/geojson.ts'

const OUT = new URL('../', import.meta.url)
const write = (name: string, text: string) => writeFileSync(new URL(name, OUT), text)
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const codeOf = (area: number): string => AREAS[area]?.code ?? ''

/** Writes the package beside this folder. */
export const writeSample = (): void => {
  write(
    'district.json',
    json({
      title: '周口经济开发区',
      asOf: '2019-05-27',
      centre: [114.658, 33.586],
      synthetic: true,
      attribution: '示意图，不作为划界依据 · 居委会名称与代码：国家统计局统计用区划代码（2018年版）',
      mapNumber: null,
      files: {},
    }),
  )

  write(
    'areas.geojson',
    collectionText(
      'areas',
      AREAS.map(({ code, name, office, relocation, population, group, ring }) => ({
        type: 'Feature',
        properties: { code, name, office, relocation, population, group },
        geometry: polygon(ring),
      })),
    ),
  )

  write('basemap.geojson', collectionText('basemap', basemap()))

  write(
    'waters.geojson',
    collectionText(
      'waters',
      BODIES.map(({ id, name, responsible, line, ring }) => ({
        type: 'Feature',
        properties: { id, name, responsible },
        geometry: ring ? polygon(ring) : lineString(line ?? []),
      })),
    ),
  )

  write(
    'sites.csv',
    csvText(
      ['编号', '类别', '名称', '经度', '纬度', '居委会', '责任单位', '状态'],
      [
        ...SITES.map((site) => [
          site.id,
          labelOf(site.kind),
          site.name,
          ...toLonLat(site.at),
          site.line ? '' : codeOf(site.area),
          site.responsible,
          site.status,
        ]),
        ...dirtySites(),
        duplicateSite(SITES),
      ],
    ),
  )

  write(
    'sites.geojson',
    collectionText(
      'sites',
      SITES.flatMap(({ id, line, ring }) => {
        const geometry = line ? lineString(line) : ring ? polygon(ring) : null
        return geometry ? [{ type: 'Feature' as const, properties: { id }, geometry }] : []
      }),
    ),
  )

  write('site-status.csv', csvText(['点位编号', '日期', '状态', '依据'], statusRows()))

  write(
    'inspections.csv',
    csvText(
      ['检查编号', '点位编号', '检查日期', '检查来源', '检查项', '结果', '缺陷数', '说明'],
      [
        ...CHECK_ROWS.map((r) => [
          r.visit,
          r.siteId,
          iso(r.day),
          r.source,
          r.item,
          r.result,
          r.defects,
          r.note,
        ]),
        ...dirtyChecks(),
      ],
    ),
  )

  const day = (value: number | null): string => (value === null ? '' : iso(value))
  write(
    'issues.csv',
    csvText(
      [
        '编号',
        '点位编号',
        '检查项',
        '经度',
        '纬度',
        '居委会',
        '发现日期',
        '来源',
        '严重程度',
        '问题描述',
        '责任单位',
        '整改期限',
        '整改完成日期',
        '复查通过日期',
        '返工日期',
        '整改前照片',
        '整改后照片',
      ],
      [
        ...ISSUES.map((issue, i) => {
          // About a third have pictures; one in forty names a picture that was never handed in.
          const pair = i % 3 === 0 ? pairFor(issue.kind) : null
          const before =
            pair === null ? '' : i % 40 === 0 ? `photos/${issue.id}.jpg` : `photos/${pair}-before.svg`
          return [
            issue.id,
            issue.siteId,
            issue.item,
            issue.lon,
            issue.lat,
            codeOf(issue.area),
            day(issue.foundOn),
            issue.source,
            issue.severity,
            issue.description,
            issue.responsible,
            day(issue.dueOn),
            day(issue.fixedOn),
            day(issue.verifiedOn),
            issue.reworks.map(iso).join(';'),
            before,
            pair !== null && issue.fixedOn !== null ? `photos/${pair}-after.svg` : '',
          ]
        }),
        ...dirtyIssues(),
      ],
    ),
  )

  write(
    'water-samples.csv',
    csvText(
      [
        '水体编号',
        '监测点',
        '经度',
        '纬度',
        '日期',
        '水深cm',
        '透明度cm',
        '溶解氧mg/L',
        '氧化还原电位mV',
        '氨氮mg/L',
      ],
      sampleRows(),
    ),
  )
  write('surveys.csv', csvText(['居委会', '水体编号', '日期', '有效问卷', '满意'], surveyRows()))
  write(
    'honours.csv',
    csvText(
      ['评选类别', '名称', '经度', '纬度', '居委会', '日期', '数量', '依据'],
      [...honourRows(), dirtyHonour()],
    ),
  )
  write('responsibility.csv', csvText(['居委会', '点位编号', '牵头单位', '分包单位', '网格编号'], dutyRows()))
  write('activities.csv', csvText(['类别', '标题', '日期', '居委会', '经度', '纬度', '照片'], activityRows()))
  write('scenes.json', json(scenes()))
  write('standard.schema.json', json(z.toJSONSchema(standardSchema, { io: 'input' })))

  mkdirSync(new URL('photos/', OUT), { recursive: true })
  for (const [name, text] of photoFiles()) write(name, text)
}
