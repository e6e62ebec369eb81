/**
 * Where a row without coordinates is, by what its 位置 says: coordinates in the text, a known place, a crossing or a street
 * of the basemap within its 居委会. What is found is told, since it is only as good as the words.
 */

import { toWGS84 } from '../../intake/coordinates/convert.ts'
import { parsePair } from '../../intake/coordinates/pair.ts'
import { termKey } from '../../intake/tables/cells.ts'
import type { Cells } from '../../intake/tables/row-keys.ts'
import type { Datum } from '../../model/datum.ts'
import { addTo } from '../../model/group.ts'
import type { LonLat } from '../../model/position.ts'
import type { Site } from '../../model/records.ts'
import { indexCrossings } from '../../placing/roads/crossings.ts'
import { areaIndexIn, type Context, lookupsIn } from './context.ts'

export interface Located {
  /** id of the place, or where it is */
  at: { site: string } | { lonLat: LonLat }
  /** 定位方式 */
  how: '坐标' | '点位' | '路口约'
  /** what it was found by */
  by: string
}

/** Names shorter than this are in too many texts. */
const SHORTEST_NAME = 3

/** Places are told in few words; what is longer tells none. */
const LONGEST = 400

const PAIR_WITHIN = /\d{2,3}\.\d{3,}\s*[°度]?\s*[,，、\s]\s*\d{2,3}\.\d{3,}/

export const openLocator = (context: Context): ((cells: Cells, datum: Datum) => Located | null) => {
  const { area } = lookupsIn(context, false)
  const index = areaIndexIn(context)
  const codes = new Map(context.areas.map(({ code }, i) => [code, i]))
  const byStreets = indexCrossings(context.basemap)
  const sites = new Map<string, Site[]>()
  for (const site of context.sites)
    if (site.areaCode !== null && site.name.length >= SHORTEST_NAME) addTo(sites, site.areaCode, site)
  return (cells, datum) => {
    const text = cells('address')
    if (text === '') return null
    const pair = PAIR_WITHIN.exec(text.slice(0, LONGEST).replace(/\s+/g, ' '))
    const told = pair === null ? null : parsePair(pair[0])
    const lonLat = told === null ? null : toWGS84(datum, told.x, told.y)
    if (lonLat !== null) return { at: { lonLat }, how: '坐标', by: pair?.[0] ?? '' }
    const code = area(cells('areaCode'))
    if (typeof code !== 'string') return null
    const key = termKey(text)
    const named = (sites.get(code) ?? [])
      .filter(({ name }) => key.includes(termKey(name)))
      .sort((a, b) => b.name.length - a.name.length)[0]
    if (named !== undefined) return { at: { site: named.id }, how: '点位', by: named.name }
    const own = codes.get(code) ?? -1
    const inside = byStreets(text).filter(({ at: [lon, lat] }) => index.areasAt(lon, lat).includes(own))
    const found = inside[Math.floor(inside.length / 2)]
    return found === undefined ? null : { at: { lonLat: found.at }, how: '路口约', by: found.by }
  }
}
