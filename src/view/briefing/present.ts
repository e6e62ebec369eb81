/** Goes from scene to scene: what is on screen is always a view, and a scene is the link of one. */
import type { Scene } from '../../model/briefing.ts'
import { useSession } from '../store.ts'
import { endScene, nextScene, type SceneAt } from './edit.ts'
import { isOnScript, viewOf } from './link.ts'

const scenesOf = (briefing: number): readonly Scene[] =>
  useSession.getState().overview?.briefings[briefing]?.scenes ?? []

/** Shows a scene, presented or not; nothing happens where there is none. */
export const showScene = (at: SceneAt, presenting: SceneAt | null = null): void => {
  const { overview, view } = useSession.getState()
  const scene = scenesOf(at.briefing)[at.scene]
  if (overview === null || scene === undefined) return
  useSession.setState({ view: { ...viewOf(scene, overview, view), presenting }, led: null })
}

/** The scene as it was prepared, whatever was pressed since. */
export const backToScript = (): void => {
  const { presenting } = useSession.getState().view
  if (presenting !== null) showScene(presenting, presenting)
}

/**
 * Presents from a scene on; from the first one shown where none is named.
 * @returns false where the presentation has nothing to show
 */
export const startPresenting = (briefing: number, from?: number): boolean => {
  const scene = from ?? endScene(scenesOf(briefing), 'first')
  if (scene === null || scenesOf(briefing)[scene] === undefined) return false
  showScene({ briefing, scene }, { briefing, scene })
  return true
}

export const leavePresenting = (): void => useSession.getState().change({ presenting: null })

const goTo = (pick: (scenes: readonly Scene[], now: number) => number | null): boolean => {
  const { presenting } = useSession.getState().view
  if (presenting === null) return false
  const scene = pick(scenesOf(presenting.briefing), presenting.scene)
  if (scene === null) return false
  const at = { ...presenting, scene }
  showScene(at, at)
  return true
}

/** @returns false at the end, where nothing changes */
export const turn = (by: 1 | -1): boolean => goTo((scenes, now) => nextScene(scenes, now, by))

export const turnTo = (end: 'first' | 'last'): boolean => goTo((scenes) => endScene(scenes, end))

/** @param number of the scene as it is shown, 1 = the first; a hidden one is shown when it is asked for */
export const turnToNumber = (number: number): boolean =>
  goTo((scenes) => (scenes[number - 1] === undefined ? null : number - 1))

/** Whether what is on screen is what the scene presented shows. True while nobody presents. */
export const onScript = ({
  view,
  overview,
}: Pick<ReturnType<typeof useSession.getState>, 'view' | 'overview'>) => {
  const at = view.presenting
  const scene = at === null ? undefined : overview?.briefings[at.briefing]?.scenes[at.scene]
  return scene === undefined || overview === null || isOnScript(view, scene, overview)
}
