/** A scene as the view it is a link to, and the view on screen as the link of a scene. */
import type { Overview } from '../../engine/contract/package.ts'
import type { Scene } from '../../model/briefing.ts'
import { formatDay } from '../../model/day.ts'
import type { Bounds } from '../../model/position.ts'
import { readHash, writeHash } from '../link/hash.ts'
import { DEFAULT_VIEW, VIEW, type ViewState } from '../link/state.ts'
import { existsIn } from '../selection.ts'

/** What belongs to the screen in the hall and not to the scene: whoever presents chooses it once, for all scenes. */
const OF_THE_HALL = {
  theme: DEFAULT_VIEW.theme,
  display: DEFAULT_VIEW.display,
  presenting: null,
  atConsole: false,
} satisfies Partial<ViewState>

/**
 * The view on screen as a scene keeps it: a window of the hall has another form, so what is kept of a map that was moved is
 * the ground in its free part.
 * @param ground that ground; null where it is not known, and the camera is kept
 */
export const linkOf = (view: ViewState, ground: Bounds | null = null): string =>
  writeHash({
    ...view,
    ...OF_THE_HALL,
    ...(view.camera !== null && ground !== null && { camera: null, frame: ground }),
  })

/** The view of a scene as far as this package can show it; what belongs to the hall is as it is now. */
export const viewOf = (scene: Pick<Scene, 'link'>, overview: Overview, now: ViewState): ViewState => {
  const { theme, ...rest } = VIEW.settle(readHash(scene.link), overview)
  return {
    ...rest,
    selection: rest.selection !== null && existsIn(overview, rest.selection) ? rest.selection : null,
    theme: theme === DEFAULT_VIEW.theme ? now.theme : theme,
    display: now.display,
    presenting: now.presenting,
    atConsole: now.atConsole,
  }
}

/** What each key of a link names, to say that the package does not have it. */
const NAMED: Readonly<Record<string, string>> = {
  m: '着色指标',
  o: '办事处',
  g: '居委会分组',
  y: '分析',
  yo: '分析的设置',
  k: '隐藏的类别',
  ta: '台账的居委会',
  tk: '台账的类别',
  tv: '台账的严重程度',
  tc: '台账的来源',
}

const REFS = { area: '居委会', office: '办事处', site: '点位', issue: '问题', water: '水体' } as const

/**
 * What the link of a scene names that this package does not have, a clause each: the scene is shown without it.
 */
export const missingIn = (link: string, overview: Overview): string[] => {
  const asked = readHash(link)
  const [said, can] = [asked, VIEW.settle(asked, overview)].map(
    (view) => new URLSearchParams(writeHash(view)),
  )
  const missing = Object.entries(NAMED)
    .filter(([key]) => said?.get(key) !== can?.get(key) && said?.get(key) !== null)
    .map(([key, name]) => `${name}“${said?.get(key)}”`)
  const { selection, asOf } = asked
  if (selection !== null && !existsIn(overview, selection))
    missing.push(`${REFS[selection.type]}“${selection.id}”`)
  if (asOf !== null && (asOf < overview.firstDay || asOf > overview.lastDay))
    missing.push(
      `${formatDay(asOf)} 的数据（有 ${formatDay(overview.firstDay)} 至 ${formatDay(overview.lastDay)}）`,
    )
  return missing
}

/** Metres of ground are many degrees at a wide zoom: how far a camera may stand from where the scene has it. */
const isNear = (a: ViewState['camera'], b: ViewState['camera']): boolean => {
  if (a === null || b === null) return a === b
  const screen = 360 / 2 ** a.zoom
  return (
    Math.abs(a.lon - b.lon) < screen / 8 &&
    Math.abs(a.lat - b.lat) < screen / 8 &&
    Math.abs(a.zoom - b.zoom) < 0.2 &&
    Math.abs(a.bearing - b.bearing) < 4 &&
    Math.abs(a.pitch - b.pitch) < 4
  )
}

/** Whether what is on screen is still what the scene shows. */
export const isOnScript = (now: ViewState, scene: Pick<Scene, 'link'>, overview: Overview): boolean => {
  const meant = viewOf(scene, overview, now)
  return (
    isNear(now.camera, meant.camera) &&
    linkOf({ ...now, camera: null }) === linkOf({ ...meant, camera: null })
  )
}
