/** The panel of each study; its code comes when it is opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { StudyId } from '../../view/study.ts'

export const STUDY_PANELS: Readonly<Partial<Record<StudyId, LazyExoticComponent<ComponentType>>>> = {
  trends: lazy(() => import('./Trends.tsx').then(({ Trends }) => ({ default: Trends }))),
  plan: lazy(() => import('./Plan.tsx').then(({ Plan }) => ({ default: Plan }))),
  closure: lazy(() => import('./Closure.tsx').then(({ Closure }) => ({ default: Closure }))),
  records: lazy(() => import('./Records.tsx').then(({ Records }) => ({ default: Records }))),
  notices: lazy(() => import('./Notices.tsx').then(({ Notices }) => ({ default: Notices }))),
  compare: lazy(() => import('./Compare.tsx').then(({ Compare }) => ({ default: Compare }))),
  coverage: lazy(() => import('./Coverage.tsx').then(({ Coverage }) => ({ default: Coverage }))),
  clusters: lazy(() => import('./Clusters.tsx').then(({ Clusters }) => ({ default: Clusters }))),
  route: lazy(() => import('./Route.tsx').then(({ Route }) => ({ default: Route }))),
  honours: lazy(() => import('./Honours.tsx').then(({ Honours }) => ({ default: Honours }))),
}
