/** `scenes.json`: the prepared presentations. What cannot be meant is told and left at its default; all else is kept. */
import type { Briefing, Scene } from '../model/briefing.ts'
import type { Standard } from '../model/standard.ts'
import { foreignObject, readJson } from './formats/json.ts'
import type { Notebook } from './notebook.ts'
import { maskJson } from './people/mask.ts'
import { maskedNotices } from './people/notices.ts'
import { linked } from './scenes-version-1.ts'

type Members = Readonly<Record<string, unknown>>
/** @param path of the value in the file */
type Flag = (path: string, value: unknown, reason: string) => void

const membersOf = (value: unknown): Members | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null

/** A value in a notice; what holds others is told by where it stands. */
const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[…]' : '{…}') : String(value ?? '')

/** Name of the presentation that a file of version 1 holds. */
const ONLY = '汇报'

/** The hash of a link: of a whole address what follows its `#`. Null where it is no link to a view. */
const hashOf = (link: string): string | null => {
  const hash = link.slice(link.indexOf('#') + 1).trim()
  return hash === '' || /^[a-z]+=/.test(hash) ? hash : null
}

/** @param where the scene, in words */
const sceneOf = (members: Members, path: string, where: string, flag: Flag): Scene => {
  const { title, points, link, dwell, hidden, ...more } = members
  const refuse = (name: string, value: unknown, reason: string) =>
    flag(`${path}.${name}`, value, `${where}的${reason}`)
  if (typeof title !== 'string' || title.trim() === '') refuse('title', title, '标题（title）应为文字，暂缺')
  const said = Array.isArray(points) ? points : []
  if (points !== undefined && !Array.isArray(points))
    refuse('points', points, '要点（points）应为一列文字，没有采用')
  said.forEach((point, i) => {
    if (typeof point !== 'string') refuse(`points[${i}]`, point, `第 ${i + 1} 条要点应为文字，没有采用`)
  })
  const hash = typeof link === 'string' ? hashOf(link) : null
  if (hash === null) refuse('link', link, '链接（link）不是本页的链接，按打开时的样子显示')
  const timed = typeof dwell === 'number' && dwell > 0
  if (!timed && dwell !== undefined && dwell !== null)
    refuse('dwell', dwell, '停留时间（dwell）应为大于 0 的秒数，没有采用')
  if (typeof hidden !== 'boolean' && hidden !== undefined)
    refuse('hidden', hidden, '隐藏（hidden）应为 true 或 false，按不隐藏')
  return {
    title: typeof title === 'string' ? title : '',
    points: said.filter((point) => typeof point === 'string'),
    link: hash ?? '',
    dwell: timed ? dwell : null,
    hidden: hidden === true,
    more,
  }
}

/** @param of the presentation, in words */
const scenesOf = (
  list: unknown,
  path: string,
  of: string,
  flag: Flag,
  upgrade: (scene: Members, path: string, where: string) => Members,
): Scene[] => {
  if (!Array.isArray(list)) {
    flag(path, list, `${of}的场景（scenes）应为一列，没有读入`)
    return []
  }
  return list.flatMap((scene: unknown, i) => {
    const members = membersOf(scene)
    const at = `${path}[${i}]`
    const title = typeof members?.title === 'string' ? `“${members.title}”` : ''
    const where = `${of}第 ${i + 1} 个场景${title}`
    if (members !== null) return [sceneOf(upgrade(members, at, where), at, where, flag)]
    flag(at, scene, `${where}不是场景，没有读入`)
    return []
  })
}

const briefingOf = (briefing: unknown, i: number, flag: Flag): Briefing[] => {
  const members = membersOf(briefing)
  const path = `briefings[${i}]`
  if (members === null) {
    flag(path, briefing, `第 ${i + 1} 个汇报不是汇报，没有读入`)
    return []
  }
  const { name: given, scenes: list, ...more } = members
  const named = typeof given === 'string' && given.trim() !== ''
  const name = named ? given : `${ONLY} ${i + 1}`
  if (!named) flag(`${path}.name`, given, `第 ${i + 1} 个汇报的名称（name）应为文字，暂称“${name}”`)
  return [{ name, scenes: scenesOf(list, `${path}.scenes`, `汇报“${name}”`, flag, (scene) => scene), more }]
}

/** Why a JSON value is no `scenes.json`; null where it is. */
const faultOf = (json: unknown): string | null => {
  if (typeof json !== 'object' || json === null) return '应为汇报的列表'
  return Array.isArray(json) ? null : foreignObject(json, ['version', 'briefings', 'scenes'])
}

/**
 * The presentations, none where the file is absent or, as is told, is no such file. Version 1, one list of scenes that say
 * the view in words of their own, is read as one presentation.
 */
export const readScenes = (
  file: string,
  bytes: Uint8Array | undefined,
  { kinds }: Pick<Standard, 'kinds'>,
  notebook: Notebook,
): Briefing[] => {
  if (bytes === undefined) {
    notebook.absent(file)
    return []
  }
  const { json: found, fault: broken } = readJson(bytes)
  const fault = broken ?? faultOf(found)
  if (fault !== null) {
    notebook.unreadable(file, fault)
    return []
  }
  const json = maskJson(found, maskedNotices(file, notebook))
  const flag: Flag = (field, value, reason) =>
    notebook.flag({ file, line: 0, field, value: shown(value), reason })
  const { version, briefings, scenes } = membersOf(json) ?? { scenes: json }
  if (briefings !== undefined) {
    if (version !== 2) flag('version', version, '版本（version）应为 2，仍按版本 2 读入')
    if (Array.isArray(briefings)) return briefings.flatMap((one, i) => briefingOf(one, i, flag))
    flag('briefings', briefings, '汇报（briefings）应为一列，没有读入')
    return []
  }
  if (scenes === undefined) return []
  const ids = kinds.map(({ id }) => id)
  const path = Array.isArray(json) ? '' : 'scenes'
  const upgrade = (scene: Members, at: string, where: string) =>
    linked(scene, ids, (word, value) => flag(`${at}.${word}`, value, `${where}的 ${word} 读不懂，没有采用`))
  return [{ name: ONLY, scenes: scenesOf(scenes, path, `汇报“${ONLY}”`, flag, upgrade), more: {} }]
}

/** The file that holds these presentations, in version 2. */
export const writeScenes = (briefings: readonly Briefing[]): Uint8Array => {
  const json = {
    version: 2,
    briefings: briefings.map(({ name, scenes, more }) => ({
      name,
      scenes: scenes.map(({ title, points, link, dwell, hidden, more: beside }) => ({
        title,
        points,
        link,
        ...(dwell === null ? {} : { dwell }),
        ...(hidden ? { hidden } : {}),
        ...beside,
      })),
      ...more,
    })),
  }
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`)
}
