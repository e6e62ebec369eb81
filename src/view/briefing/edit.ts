/** Changes of the list of presentations; each gives another list and leaves the given one as it is. */
import type { Briefing, Scene } from '../../model/briefing.ts'

/** Which presentation, and which of its scenes: places in their lists. */
export interface SceneAt {
  briefing: number
  scene: number
}

export const newScene = (title: string, link: string): Scene => ({
  title,
  points: [],
  link,
  dwell: null,
  hidden: false,
  more: {},
})

const withScenes = (
  briefings: readonly Briefing[],
  at: number,
  change: (scenes: readonly Scene[]) => Scene[],
): Briefing[] => briefings.map((one, i) => (i === at ? { ...one, scenes: change(one.scenes) } : one))

/** Puts a scene behind the one at `scene`; -1 = in front of all. The first scene of all makes a presentation for it. */
export const addScene = (briefings: readonly Briefing[], at: SceneAt, scene: Scene): Briefing[] =>
  briefings.length === 0
    ? [{ name: '汇报', scenes: [scene], more: {} }]
    : withScenes(briefings, at.briefing, (scenes) => scenes.toSpliced(at.scene + 1, 0, scene))

export const changeScene = (briefings: readonly Briefing[], at: SceneAt, patch: Partial<Scene>): Briefing[] =>
  withScenes(briefings, at.briefing, (scenes) =>
    scenes.map((scene, i) => (i === at.scene ? { ...scene, ...patch } : scene)),
  )

/** Moves a scene to stand at `to` in its list; a place beyond an end is the end. */
export const moveScene = (briefings: readonly Briefing[], at: SceneAt, to: number): Briefing[] =>
  withScenes(briefings, at.briefing, (scenes) => {
    const scene = scenes[at.scene]
    if (scene === undefined) return [...scenes]
    return scenes.toSpliced(at.scene, 1).toSpliced(Math.max(0, to), 0, scene)
  })

export const copyScene = (briefings: readonly Briefing[], at: SceneAt): Briefing[] =>
  withScenes(briefings, at.briefing, (scenes) => {
    const scene = scenes[at.scene]
    return scene === undefined
      ? [...scenes]
      : scenes.toSpliced(at.scene + 1, 0, { ...scene, title: `${scene.title}（副本）` })
  })

export const removeScene = (briefings: readonly Briefing[], at: SceneAt): Briefing[] =>
  withScenes(briefings, at.briefing, (scenes) => scenes.toSpliced(at.scene, 1))

/** A name that none of them has: 「汇报」, 「汇报 2」. */
export const freeName = (briefings: readonly Briefing[], wanted: string): string => {
  const taken = new Set(briefings.map(({ name }) => name))
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`
  return name
}

/** The scene to go to from one: hidden ones are passed over. Null where there is none that way. */
export const nextScene = (scenes: readonly Scene[], from: number, by: 1 | -1): number | null => {
  for (let i = from + by; i >= 0 && i < scenes.length; i += by) if (!scenes[i]?.hidden) return i
  return null
}

/** The first or the last scene that is shown; null where all are hidden. */
export const endScene = (scenes: readonly Scene[], end: 'first' | 'last'): number | null =>
  end === 'first' ? nextScene(scenes, -1, 1) : nextScene(scenes, scenes.length, -1)
