/** 集聚与反弹: where problems gather, and where what was 销号 failed again. */

import { Segments } from '../../kit/Segments.tsx'
import { useOptions } from '../hooks.ts'
import { Gathered } from './Gathered.tsx'
import { Rebounded } from './Rebounded.tsx'
import './clusters.css'
import './rebounds.css'

const PARTS = [
  ['clusters', '集聚'],
  ['rebounds', '反弹'],
] as const

export const Clusters = () => {
  const [{ part }, set] = useOptions('clusters')
  return (
    <>
      <Segments label="看什么" options={PARTS} value={part} onChange={(next) => set({ part: next })} />
      {part === 'rebounds' ? <Rebounded /> : <Gathered />}
    </>
  )
}
