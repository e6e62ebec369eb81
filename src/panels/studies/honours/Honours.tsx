/** 评选: honours beside problems, and who qualifies by the records. Suggestions only; others decide. */

import { useMemo } from 'react'
import type { HonourCandidate } from '../../../engine/contract/studies/honours.ts'
import { officeScope } from '../../../model/scope.ts'
import { goTo } from '../../../view/goto.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { saveFile } from '../../../view/save-file.ts'
import { useSession } from '../../../view/store.ts'
import {
  candidatesCsv,
  evidenceOf,
  honourOverlay,
  honoursText,
} from '../../../view/studies/honours/honours.ts'
import type { OptionsOf } from '../../../view/studies/registry.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { scoreText } from '../../kit/format.ts'
import { Glyph } from '../../kit/Glyph.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import './honours.css'

const PARTS = [
  ['balance', '对照'],
  ['street', '示范街'],
  ['shop', '文明商户'],
  ['family', '卫生家庭'],
] as const

const NONE: readonly HonourCandidate[] = []
const NOTES: Readonly<Record<OptionsOf<'honours'>['part'], string>> = {
  balance: '荣誉、未销号问题按每 100 个点位折算；有荣誉而不达标、有逾期或一票否决的，列为不相称。',
  street: '背街小巷、主次干道、门前三包：时段内检查 2 次以上、得分率 90% 以上、没有未销号问题、没有反弹。',
  shop: '农贸市场、“三小”“五小”门店：时段内检查 2 次以上、得分率 90% 以上、没有未销号问题、没有反弹。',
  family: '每个居委会 5 户，按查过的小区、城中村中达到条件的比例给出名额；只给数量，不涉及任何住户。',
}

export const Honours = () => {
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const [{ part }, set] = useOptions('honours')
  const asked = useAnswer(['honours', asOf, officeScope(office)], [1])
  const answer = asked.value
  const shown =
    (part === 'street'
      ? answer?.candidates.streets
      : part === 'shop'
        ? answer?.candidates.shops
        : undefined) ?? NONE
  const overlay = useMemo(
    () => (overview === null ? null : honourOverlay(overview, office, shown)),
    [overview, office, shown],
  )
  useOverlay(overlay)
  if (overview === null || answer === null) return <Pending of={asked}>正在对照…</Pending>
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  const kinds = new Map(overview.standard.kinds.map(({ id, label }) => [id, label]))
  return (
    <>
      <Segments label="评选" options={PARTS} value={part} onChange={(next) => set({ part: next })} />
      <p className="study-note">{NOTES[part]}</p>
      {part !== 'balance' && <p className="study-note honours-only">{answer.candidates.note}</p>}
      <button
        type="button"
        className="text-button"
        onClick={() => saveFile(candidatesCsv(answer, overview, office, asOf))}
      >
        <Glyph name="download" />
        候选与依据 CSV
      </button>
      {part === 'street' || part === 'shop'
        ? shown.length === 0 && <p className="empty">没有够条件的：检查次数不足或有未销号问题</p>
        : null}
      <ul className="honours">
        {areas.map(({ code, name }) => {
          const balance = answer.areas.find((one) => one.code === code)
          const quota = answer.candidates.families.find((one) => one.areaCode === code)
          const mine = shown.filter(({ areaCode }) => areaCode === code)
          if ((part === 'street' || part === 'shop') && mine.length === 0) return null
          return (
            <li key={code}>
              <button
                type="button"
                className="row honours-line"
                onClick={() => goTo({ type: 'area', id: code })}
              >
                <b>{name}</b>
                {part === 'family' ? (
                  <span className="num">
                    {quota?.suggested == null ? '未查' : `${quota.suggested} 户`}
                    <small>
                      查过 {quota?.seen} 处，够条件 {quota?.good} 处
                    </small>
                  </span>
                ) : (
                  <span className="num">
                    {balance?.score == null ? '数据不足' : `${scoreText(balance.score)} 分`}
                  </span>
                )}
              </button>
              {part === 'balance' && balance && (
                <p className="honours-facts num">
                  荣誉每百点 {balance.honoursPer100?.toFixed(1) ?? '—'} · 未销号每百点{' '}
                  {balance.problemsPer100?.toFixed(1) ?? '—'}（逾期 {balance.overdue}）· 群众反映{' '}
                  {balance.complaints}
                  <small>{honoursText(balance) || '尚无荣誉'}</small>
                  {balance.doubts.length > 0 && (
                    <small data-tone="bad">荣誉与问题不相称：{balance.doubts.join('；')}</small>
                  )}
                </p>
              )}
              {mine.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="row honours-line"
                  onClick={() => goTo({ type: 'site', id: one.id })}
                >
                  <span>
                    {one.name} <small>{kinds.get(one.kind)}</small>
                    {evidenceOf(one).map((evidence) => (
                      <small key={evidence} className="honours-evidence num">
                        {evidence}
                      </small>
                    ))}
                  </span>
                </button>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}
