/** 居委会 by the many names people give them. */
import { addTo, groupBy } from '../../model/group.ts'
import type { Area } from '../../model/records.ts'
import { isMangledCode, parseCode, plain } from './cells.ts'

/** Why a cell refers to nothing: a plain Chinese clause. */
export interface Unfound {
  reason: string
}

/** What a name of an 居委会 may end in. */
const SUFFIX =
  /(?:社区居民委员会|社区居委会|居民委员会|村民委员会|社区居委|社区村委|社居委|居民委|村民委|行政村|自然村|居委会|村委会|居委|村委|委会|大队|村居|社区居|社区|村|居)$/

/** What may be named after it and is not part of the name: 「毛楼社区2组」「毛楼社区党群服务中心」. */
const WITHIN =
  /(?:第?[\d一二三四五六七八九十]+(?:号|小)?(?:网格|组|片区?|队)|网格|党群服务中心|便民服务中心|服务中心|服务站|工作站|办公室|党总支|党支部|支部|两委|村民?组|居民小组|辖区?|境内|范围内|内)$/

/** A part of it, told by a direction or a house: only behind what a name ends in, since 毛楼东 may be a place of its own. */
const PART =
  /(?<=社区|居委会|村委会|居委|村委|村)(?:[东南西北中](?:区|片区?|头|侧|边|部|段|街|地|门)?|\d+(?:号楼|号院|栋|幢)|附近|门口|周边)$/

/** What may stand before it: the district, the county, the office. */
const BEFORE = /(?:省|市|区|县|镇|乡|街道|街道办|办事处)$/

const OFFICE = /(?:街道办事处|办事处|街道办|街道|镇|乡)$/

/** The whole of more than one 居委会. */
const MORE = /^(?:全区|全市|全县|全域|全辖区|各社区|各居委会|所有社区|辖区|多个社区)$/

/** Characters of names of places, as they are written in Taiwan and by some keyboards. */
const PLAIN_FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  '樓楼區区縣县鄉乡鎮镇東东莊庄劉刘孫孙楊杨許许鄭郑陳陈張张馬马趙赵黃黄吳吴園园橋桥灣湾龍龙華华興兴廟庙營营關关門门馮冯葉叶蘇苏羅罗龐庞賈贾會会窪洼腦脑鄧邓'
    .match(/../gu)
    ?.map((pair) => [...pair]) ?? [],
)

const BRACKETED = /[([{【〔<《]([^)\]}】〕>》]*)[)\]}】〕>》]/g

const flat = (name: string): string => {
  const text = plain(name).replace(/居[/、]村|村[/、]居/g, '居')
  const outside = text.replace(BRACKETED, '')
  // 「【毛楼】」 is a name for all its brackets; 「毛楼（村）委会」 has one that is part of a word.
  const bare = outside.trim() === '' ? text.replace(BRACKETED, '$1') : outside
  return [...bare]
    .map((char) => PLAIN_FORMS[char] ?? char)
    .join('')
    .replace(/[\s·\-—－_.。"“”']+/g, '')
    .replace(/^[,、;:/|]+|[,、;:/|]+$/g, '')
}

/** 「毛楼居民委员会」「毛楼社区2组」「毛楼」 → 「毛楼」. */
const keyOf = (name: string): string => {
  let text = flat(name)
  const bareOf = (whole: string) => whole.replace(PART, '').replace(WITHIN, '')
  for (let bare = bareOf(text); bare !== '' && bare !== text; bare = bareOf(text)) text = bare
  const short = text.replace(SUFFIX, '')
  return short === '' ? text : short
}

/** Longer than this no name is, nor a list of two. */
const LONGEST = 80

/** Figures at the end of a code that tell an 居委会 within its district. */
const SHORTEST_CODE = 5

/** 「太昊路办事处」 by all it is called: 太昊路, 太昊路办, 太昊办. */
const officeNames = (office: string): string[] => {
  const whole = flat(office)
  const short = whole.replace(OFFICE, '')
  const stem = short.replace(/[路街道]$/, '')
  return [whole, short, ...(short === '' ? [] : [`${short}办`, `${short}街办`, `${stem}办`])]
}

const officesOf = (areas: readonly Area[]): Set<string> => {
  const offices = new Set(areas.flatMap(({ office }) => (office === null ? [] : officeNames(office))))
  offices.delete('')
  return offices
}

/** 「411671011001毛楼」「1.毛楼」「毛楼-411671011001」: what stands beside a name to number it. */
const numbered = (text: string): { name: string; number: string } | null => {
  const m =
    /^[(（]?(\d+)[)）]?\s*[.、:：\-—_/]?\s*(\D+)$/.exec(text) ??
    /^(\D+?)\s*[.、:：\-—_/]?\s*(\d{5,})$/.exec(text)
  if (m === null) return null
  const [first, second] = [m[1] as string, m[2] as string]
  return /^\d/.test(first) ? { name: second, number: first } : { name: first, number: second }
}

/** The code of the 居委会 that a cell means, or why it means none. */
export const areaReader = (areas: readonly Area[]): ((text: string) => string | Unfound) => {
  const codes = new Set(areas.map((area) => area.code))
  const names = new Map<string, Area[]>()
  for (const area of areas) addTo(names, keyOf(area.name), area)
  const offices = officesOf(areas)

  const isBefore = (text: string): boolean =>
    BEFORE.test(text) ||
    /^(?:社区|居委会|村|行政村)$/.test(text) ||
    [...offices].some((office) => text.endsWith(office))
  /** Of the names at the end of a text behind a district or an office, the longest. */
  const behind = (key: string): Area[] => {
    for (let i = 1; i < key.length; i++) {
      const found = names.get(key.slice(i))
      if (found !== undefined && isBefore(key.slice(0, i))) return found
    }
    return []
  }
  const byCode = (text: string): string | null => {
    const code = parseCode(text).replace(/\s+/g, '')
    if (codes.has(code)) return code
    if (code.length < SHORTEST_CODE || !/^\d+$/.test(code)) return null
    const ending = [...codes].filter((known) => known.endsWith(code))
    return ending.length === 1 ? (ending[0] as string) : null
  }
  const byName = (text: string): string | Unfound | null => {
    const key = keyOf(text)
    // 「南村」 may be the whole of a name, whose last character is then no suffix.
    const named = names.get(flat(text)) ?? names.get(key) ?? behind(key)
    const exact = named.filter((area) => area.name === plain(text))
    const fitting = exact.length === 1 ? exact : named
    const [first] = fitting
    if (first === undefined) return null
    if (fitting.length === 1) return first.code
    const known = named.map((area) => area.code).join('、')
    return { reason: `有 ${named.length} 个居委会叫这个名字（${known}），请填代码` }
  }
  return (text) => {
    const code = byCode(text)
    if (code !== null) return code
    if (isMangledCode(text)) return { reason: '居委会代码被表格软件改成了科学计数，请把这一列设为文本' }
    if (text.length > LONGEST) return { reason: '没有这个居委会' }
    const found = byName(text)
    if (found !== null) return found
    const beside = numbered(plain(text))
    if (beside !== null) {
      const [name, own] = [byName(beside.name), byCode(beside.number)]
      if (typeof name === 'string' && (own === null || own === name)) return name
      if (typeof name === 'string') return { reason: '代码和名称说的不是一个居委会' }
    }
    const parts = plain(text)
      .split(/[、,;/和与及\s]+/)
      .filter((part) => part !== '')
    const several = parts.map((part) => byCode(part) ?? byName(part))
    if (parts.length > 1 && several.every((one) => typeof one === 'string')) {
      const own = [...new Set(several)]
      return own.length === 1
        ? (own[0] as string)
        : { reason: `写了 ${own.length} 个居委会，一行只能属于一个` }
    }
    const key = flat(text)
    if (offices.has(key)) return { reason: '这是办事处，不是居委会' }
    return { reason: MORE.test(key) ? '说的不是一个居委会' : '没有这个居委会' }
  }
}

/** What a place may be called after an 居委会 without lying in it. */
const NAMESAKE = /^(?:大道|路|街|巷|桥|新村|小区|花园|新区|集)/
const NAMED = /^(?:社区|居委|居民委|村|行政村|自然村|大队)/

/**
 * The one 居委会 that a longer text names: 「毛楼村东头」「太昊路办事处毛楼社区台账」; null where it names none, or several.
 * A name counts at the beginning, behind its office, or before what such a name ends in.
 */
export const areaFinder = (areas: readonly Area[]): ((text: string) => string | null) => {
  const named = groupBy(areas, ({ name }) => keyOf(name))
  const names = [...named].filter(([key]) => key.length >= 2).sort(([a], [b]) => b.length - a.length)
  const offices = [...officesOf(areas)]
  return (text) => {
    let rest = flat(text.slice(0, 4 * LONGEST))
    const found = new Set<string>()
    for (const [key, own] of names)
      for (let at = rest.indexOf(key); at >= 0; at = rest.indexOf(key, at + 1)) {
        const [before, behind] = [rest.slice(0, at), rest.slice(at + key.length)]
        const starts = at === 0 || BEFORE.test(before) || offices.some((office) => before.endsWith(office))
        if (!(NAMED.test(behind) || (starts && !NAMESAKE.test(behind)))) continue
        for (const { code } of own) found.add(code)
        // 「杨井沿」 is no 「井沿」.
        rest = `${before}${'\u0000'.repeat(key.length)}${behind}`
      }
    return found.size === 1 ? ([...found][0] as string) : null
  }
}

/** How like two names of 居委会 are by the characters they share, in [0, 0.5]: 「毛搂」 is much like 「毛楼」. */
export const areaLikeness = (a: string, b: string): number => {
  const [x, y] = [[...keyOf(a.slice(0, LONGEST))], [...keyOf(b)]]
  const common = x.filter((char) => y.includes(char)).length
  return x.length + y.length === 0 ? 0 : common / (x.length + y.length)
}
