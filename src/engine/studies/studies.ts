/** The studies there are: what each answers. The ids are those of the screen's registry; `records` needs no answer of its own. */
import { part } from '../../model/part.ts'
import type { FromPackage } from '../answering.ts'
import type { StudyAnswers } from '../contract/engine.ts'
import { late } from '../late.ts'
import { closureAnswers } from './closure.ts'
import { compareAnswers } from './compare.ts'
import { honourAnswers } from './honours.ts'
import { kindAnswers } from './kinds.ts'
import { noticeAnswers } from './notices.ts'
import { planAnswers } from './plan/plan.ts'
import { routeAnswers } from './route.ts'
import { trendAnswers } from './trends.ts'

export const studyAnswers: FromPackage<StudyAnswers> = {
  ...trendAnswers,
  ...compareAnswers,
  ...planAnswers,
  ...late(
    { coverage: true, intervals: true },
    async () => (await part('排查覆盖', () => import('./coverage/coverage.ts'))).coverageAnswers,
  ),
  ...late(
    { clusters: true, rebounds: true },
    async () => (await part('集聚与反弹', () => import('./clusters/clusters.ts'))).clusterAnswers,
  ),
  ...closureAnswers,
  ...kindAnswers,
  ...noticeAnswers,
  ...routeAnswers,
  ...honourAnswers,
}
