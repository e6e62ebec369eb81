/** The presentations as they are kept: `scenes.json`, nothing else of the package. */

import { maskPeople } from '../../intake/people/mask.ts'
import { writeScenes } from '../../intake/scenes.ts'
import type { Briefing } from '../../model/briefing.ts'
import type { PackageReading, Revising } from '../package/workspace.ts'

/** What is said of a number that leads to a person in a text. */
const refuse = (where: string, text: string): void => {
  const { found } = maskPeople(text)
  if (found.length > 0) throw new Error(`没有保存。${where}里有${found.join('、')}：不登记个人信息，请删去。`)
}

const checkPeople = (briefings: readonly Briefing[]): void => {
  for (const { name, scenes } of briefings) {
    refuse(`汇报名称“${name}”`, name)
    scenes.forEach(({ title, points, link }, i) => {
      const where = `汇报“${name}”第 ${i + 1} 幕的`
      refuse(`${where}标题`, title)
      for (const point of points) refuse(`${where}要点`, point)
      refuse(`${where}画面`, decodeURIComponent(link.replaceAll(/%(?![0-9a-f]{2})/gi, '%25')))
    })
  }
}

/**
 * The revision that puts these presentations in place of those there are. Throws an Error for the user where a text of
 * them leads to a person.
 * @param what one line for the list of revisions
 */
export const briefingsRevision = (
  { pathOf }: PackageReading,
  briefings: readonly Briefing[],
  what: string,
): Revising => {
  checkPeople(briefings)
  return { what, changed: new Map([[pathOf('scenes.json'), writeScenes(briefings)]]) }
}
