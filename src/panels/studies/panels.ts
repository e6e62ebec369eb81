/** The panel of each study; its code comes when it is opened. */
import type { ComponentType } from 'react'
import { type StudyId, studyLabel, studyView } from '../../view/studies/registry.ts'
import { later } from '../kit/later.tsx'

const panel = (id: StudyId, load: () => Promise<ComponentType>): ComponentType =>
  later(studyLabel(studyView(id)), load)

export const STUDY_PANELS: Readonly<Record<StudyId, ComponentType>> = {
  trends: panel('trends', async () => (await import('./trends/Trends.tsx')).Trends),
  kinds: panel('kinds', async () => (await import('./kinds/Kinds.tsx')).Kinds),
  plan: panel('plan', async () => (await import('./plan/Plan.tsx')).Plan),
  closure: panel('closure', async () => (await import('./closure/Closure.tsx')).Closure),
  records: panel('records', async () => (await import('./records/Records.tsx')).Records),
  notices: panel('notices', async () => (await import('./notices/Notices.tsx')).Notices),
  compare: panel('compare', async () => (await import('./compare/Compare.tsx')).Compare),
  coverage: panel('coverage', async () => (await import('./coverage/Coverage.tsx')).Coverage),
  clusters: panel('clusters', async () => (await import('./clusters/Clusters.tsx')).Clusters),
  route: panel('route', async () => (await import('./route/Route.tsx')).Route),
  honours: panel('honours', async () => (await import('./honours/Honours.tsx')).Honours),
}
