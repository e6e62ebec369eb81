/** 通报与通知单: papers drafted from the records, for the units that are to act on them. */

import { Segments } from '../../kit/Segments.tsx'
import { useOption } from '../hooks.ts'
import { Bulletin } from './Bulletin.tsx'
import { NoticeUnits } from './NoticeUnits.tsx'

const WAYS = [
  ['', '通报'],
  ['slips', '整改通知单'],
] as const

export const Notices = () => {
  const [way, setWay] = useOption('way')
  const slips = way === 'slips'
  return (
    <>
      <Segments label="写什么" options={WAYS} value={slips ? 'slips' : ''} onChange={setWay} />
      {slips ? <NoticeUnits /> : <Bulletin />}
    </>
  )
}
