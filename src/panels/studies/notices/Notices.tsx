/** 通报与通知单: papers drafted from the records, for the units that are to act on them. */

import { Segments } from '../../kit/Segments.tsx'
import { useOptions } from '../hooks.ts'
import { Bulletin } from './Bulletin.tsx'
import { NoticeUnits } from './NoticeUnits.tsx'

const WAYS = [
  ['bulletin', '通报'],
  ['slips', '整改通知单'],
] as const

export const Notices = () => {
  const [{ paper }, set] = useOptions('notices')
  return (
    <>
      <Segments label="写什么" options={WAYS} value={paper} onChange={(next) => set({ paper: next })} />
      {paper === 'slips' ? <NoticeUnits /> : <Bulletin />}
    </>
  )
}
