/** 找得到: one search over areas, offices, places, waters, problems and responsible units, by Chinese, pinyin or code. */

import { pinyin } from 'pinyin-pro'
import { groupBy } from '../../model/group.ts'
import { oncePer } from '../../model/remembered.ts'
import type { FromPackage } from '../answering.ts'
import type { SearchAnswers, SearchHit } from '../contract/search.ts'
import type { Opened } from '../package/open.ts'
import { areaWords } from './words.ts'

interface Entry {
  hit: SearchHit
  /** what it may be found by: name first, then codes */
  name: string
  code: string
  /** other words, found only as they stand */
  also: string
  initials: string
  spelled: string
  /** sorts of things in the order they are shown in when they fit equally well */
  order: number
}

const spell = (text: string) => {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return {
    initials: syllables
      .map((s) => s[0] ?? '')
      .join('')
      .toLowerCase(),
    spelled: syllables.join('').toLowerCase(),
  }
}

const entriesOf = (opened: Opened): Entry[] => {
  const { model, places, prepared, standard } = opened
  const kinds = new Map(standard.kinds.map((kind) => [kind.id, kind]))
  const entries: Entry[] = []
  const add = (
    hit: SearchHit,
    name: string,
    code: string,
    also: string,
    order: number,
    spelling = spell(name),
  ) =>
    entries.push({
      hit,
      name: name.toLowerCase(),
      code: code.toLowerCase(),
      also: also.toLowerCase(),
      order,
      ...spelling,
    })
  model.areas.forEach((area) => {
    add(
      {
        ref: { type: 'area', id: area.code },
        title: area.name,
        subtitle: [area.office, area.code].filter(Boolean).join(' · '),
        kind: null,
      },
      area.name,
      area.code,
      area.office ?? '',
      0,
    )
  })
  for (const [office, members] of groupBy(model.areas, ({ office }) => office)) {
    if (office === null) continue
    add(
      {
        ref: { type: 'office', id: office },
        title: office,
        subtitle: `办事处 · ${members.length} 个居委会`,
        kind: null,
      },
      office,
      '',
      '',
      1,
    )
  }
  model.waters.forEach((water) => {
    add(
      {
        ref: { type: 'water', id: water.id },
        title: water.name,
        subtitle: ['水体', water.responsible].filter(Boolean).join(' · '),
        kind: standard.kinds.find((kind) => kind.entity === 'water')?.id ?? null,
      },
      water.name,
      water.id,
      water.responsible ?? '',
      2,
    )
  })
  model.sites.forEach((site, i) => {
    const kind = kinds.get(site.kind)
    const { areaName } = areaWords(opened, places.spots[i]?.placement.area ?? -1)
    add(
      {
        ref: { type: 'site', id: site.id },
        title: site.name,
        subtitle: [kind?.label, areaName, site.id].filter(Boolean).join(' · '),
        kind: site.kind,
      },
      site.name,
      site.id,
      `${kind?.label ?? ''} ${site.responsible ?? ''}`,
      3,
    )
  })
  const sitesOf = groupBy(model.sites, ({ kind }) => kind)
  for (const { id, label } of standard.kinds) {
    const count = sitesOf.get(id)?.length
    if (count === undefined) continue
    add(
      { ref: { type: 'kind', id }, title: label, subtitle: `类别 · ${count} 处`, kind: id },
      // “三小”门店 is looked for as 三小.
      label.replace(/[“”]/g, ''),
      '',
      label,
      2,
    )
  }
  for (const [unit, issues] of groupBy(model.issues, ({ responsible }) => responsible)) {
    if (unit === null) continue
    add(
      {
        ref: { type: 'responsible', id: unit },
        title: unit,
        subtitle: `责任单位 · ${issues.length} 个问题`,
        kind: null,
      },
      unit,
      '',
      '',
      4,
    )
  }
  model.issues.forEach((issue, i) => {
    const spot = places.spots[prepared.issueSpot[i] as number]
    const site = spot?.of === 'site' ? model.sites[spot.index] : undefined
    const { areaName } = areaWords(opened, places.issues[i]?.area ?? -1)
    add(
      {
        ref: { type: 'issue', id: issue.id },
        title: issue.description,
        subtitle: ['问题', issue.id, spot?.name ?? areaName].filter(Boolean).join(' · '),
        kind: site?.kind ?? null,
      },
      issue.description,
      issue.id,
      `${issue.responsible ?? ''} ${spot?.name ?? ''}`,
      5,
      // Problems are found by their words and number; a million of them are not spelled out.
      { initials: '', spelled: '' },
    )
  })
  return entries
}

const indexOf = oncePer(entriesOf)

/** How well an entry fits, smaller is better; null = not at all. */
const rankOf = (entry: Entry, text: string): number | null => {
  if (entry.name === text || entry.code === text) return 0
  if (entry.name.startsWith(text)) return 1
  if (entry.code !== '' && (entry.code.startsWith(text) || entry.code.endsWith(text))) return 2
  if (entry.name.includes(text)) return 3
  if (entry.initials.startsWith(text)) return 4
  if (entry.spelled.startsWith(text)) return 5
  if (entry.initials.includes(text)) return 6
  if (text.length > 2 && entry.spelled.includes(text)) return 7
  if (text.length > 2 && entry.code.includes(text)) return 8
  return entry.also.includes(text) ? 9 : null
}

/** The best `limit` hits for a text; none for an empty one. */
export const search = (opened: Opened, text: string, limit: number): SearchHit[] => {
  const wanted = text.trim().toLowerCase().normalize('NFKC')
  if (wanted === '') return []
  return indexOf(opened)
    .flatMap((entry) => {
      const rank = rankOf(entry, wanted)
      return rank === null ? [] : [{ entry, rank }]
    })
    .sort((a, b) => a.rank - b.rank || a.entry.order - b.entry.order)
    .slice(0, limit)
    .map(({ entry }) => entry.hit)
}

export const searchAnswers: FromPackage<SearchAnswers> = { search }
