/** The panel of each study; its code comes when it is opened. */
import type { ComponentType } from 'react'
import { type StudyId, studyLabel } from '../../view/study.ts'
import { later } from '../later.tsx'

const panel = (id: StudyId, load: () => Promise<ComponentType>): ComponentType =>
  later(studyLabel({ id, options: {} }), load)

export const STUDY_PANELS: Readonly<Record<StudyId, ComponentType>> = {
  trends: panel('trends', async () => (await import('./Trends.tsx')).Trends),
  plan: panel('plan', async () => (await import('./Plan.tsx')).Plan),
  closure: panel('closure', async () => (await import('./Closure.tsx')).Closure),
  records: panel('records', async () => (await import('./Records.tsx')).Records),
  notices: panel('notices', async () => (await import('./Notices.tsx')).Notices),
  compare: panel('compare', async () => (await import('./Compare.tsx')).Compare),
  coverage: panel('coverage', async () => (await import('./Coverage.tsx')).Coverage),
  clusters: panel('clusters', async () => (await import('./Clusters.tsx')).Clusters),
  route: panel('route', async () => (await import('./Route.tsx')).Route),
  honours: panel('honours', async () => (await import('./Honours.tsx')).Honours),
}
