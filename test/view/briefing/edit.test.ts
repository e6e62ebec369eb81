/** Lists of scenes before and after a change, worked by hand. */
import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../../src/model/briefing.ts'
import {
  addScene,
  changeScene,
  copyScene,
  endScene,
  freeName,
  moveScene,
  newScene,
  nextScene,
  removeScene,
} from '../../../src/view/briefing/edit.ts'

const scene = (title: string, hidden = false) => ({ ...newScene(title, `v=1&d=${title}`), hidden })
const BRIEFINGS: Briefing[] = [
  { name: '早会', scenes: [scene('一'), scene('二'), scene('三')], more: { 备注: '每天' } },
  { name: '迎检', scenes: [scene('甲')], more: {} },
]
const titles = (briefings: readonly Briefing[]) =>
  briefings.map(({ scenes }) => scenes.map(({ title }) => title).join(''))

describe('a change of the list', () => {
  test.each([
    ['added behind another', addScene(BRIEFINGS, { briefing: 0, scene: 0 }, scene('新')), ['一新二三', '甲']],
    [
      'added in front of all',
      addScene(BRIEFINGS, { briefing: 1, scene: -1 }, scene('新')),
      ['一二三', '新甲'],
    ],
    ['moved down', moveScene(BRIEFINGS, { briefing: 0, scene: 0 }, 2), ['二三一', '甲']],
    ['moved up', moveScene(BRIEFINGS, { briefing: 0, scene: 2 }, 0), ['三一二', '甲']],
    ['moved beyond the end', moveScene(BRIEFINGS, { briefing: 0, scene: 0 }, 9), ['二三一', '甲']],
    ['moved, where there is none', moveScene(BRIEFINGS, { briefing: 0, scene: 7 }, 0), ['一二三', '甲']],
    ['copied', copyScene(BRIEFINGS, { briefing: 0, scene: 1 }), ['一二二（副本）三', '甲']],
    ['deleted', removeScene(BRIEFINGS, { briefing: 1, scene: 0 }), ['一二三', '']],
    ['renamed', changeScene(BRIEFINGS, { briefing: 0, scene: 1 }, { title: '贰' }), ['一贰三', '甲']],
  ])('a scene %s', (_, after, expected) => {
    expect(titles(after)).toEqual(expected)
    expect(titles(BRIEFINGS)).toEqual(['一二三', '甲'])
    expect(after[0]?.more).toEqual({ 备注: '每天' })
  })

  test('the first scene of all makes a presentation for it', () => {
    expect(titles(addScene([], { briefing: 0, scene: -1 }, scene('新')))).toEqual(['新'])
  })

  test('a name is given once', () => {
    expect([freeName(BRIEFINGS, '汇报'), freeName(BRIEFINGS, '早会')]).toEqual(['汇报', '早会 2'])
  })
})

describe('from scene to scene', () => {
  const scenes = [scene('一', true), scene('二'), scene('三', true), scene('四')]

  test('hidden ones are passed over, and the ends are ends', () => {
    expect([nextScene(scenes, 1, 1), nextScene(scenes, 3, 1), nextScene(scenes, 3, -1)]).toEqual([3, null, 1])
    expect([nextScene(scenes, 1, -1), endScene(scenes, 'first'), endScene(scenes, 'last')]).toEqual([
      null,
      1,
      3,
    ])
  })

  test('where all are hidden there is nothing to show', () => {
    expect(endScene([scene('一', true)], 'first')).toBeNull()
  })
})
