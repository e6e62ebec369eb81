/** 整改通知单: one problem, one page, for the unit that is to put it right. */
import type { Overview } from '../../engine/contract/package.ts'
import type { NoticeIssue } from '../../engine/contract/studies/notices.ts'
import type { Day } from '../../model/day.ts'
import type { Calendar } from '../../model/working-days.ts'
import { proposedDeadline } from '../deadline.ts'
import type { Block, Paper, Picture } from './blocks.ts'
import { chineseDay, dueWords } from './deadline-words.ts'
import { locationSketch } from './location-sketch.ts'

interface Noticed {
  overview: Overview
  calendar: Calendar
  /** the day the notice is written on */
  today: Day
  /** address of the photo of a problem; null = there is none to show */
  photo: (path: string) => string | null
}

/** The deadline of the record, else the one the standard proposes from the day of the notice. */
const deadlineText = (issue: NoticeIssue, { overview, calendar, today }: Noticed): string => {
  if (issue.dueOn !== null) return dueWords(calendar, issue.dueOn, today)
  const proposed = proposedDeadline(overview.standard, issue.severity, today, calendar)
  return proposed === null ? '' : `${dueWords(calendar, proposed.day, today)}，台账未填，${proposed.why}`
}

const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('，')

const picturesOf = (issue: NoticeIssue, { overview, photo }: Noticed): Picture[] => {
  const { lon, lat, photoBefore } = issue
  const sketch =
    Number.isFinite(lon) && Number.isFinite(lat) ? { svg: locationSketch(overview, { lon, lat }) } : null
  const synthetic = overview.district.synthetic ? '（示意）' : ''
  const pictures: Picture[] = [{ label: sketch === null ? '没有坐标' : '位置示意图', source: sketch }]
  if (photoBefore !== null) {
    const url = photo(photoBefore)
    pictures.push({
      label: url === null ? `整改前照片未提供：${photoBefore}` : `整改前照片${synthetic}`,
      source: url === null ? null : { url },
    })
  }
  return pictures
}

const pageOf = (issue: NoticeIssue, noticed: Noticed): Block[] => {
  const { overview, today } = noticed
  const { duty } = issue
  const chain =
    duty === null
      ? ''
      : joined(
          duty.lead && `牵头 ${duty.lead}`,
          duty.support && `分包 ${duty.support}`,
          duty.grid && `网格 ${duty.grid}`,
        )
  return [
    { type: 'title', text: '整 改 通 知 单' },
    {
      type: 'text',
      align: 'centre',
      text: joined(
        overview.district.title,
        `编号 ${issue.id}`,
        chineseDay(today),
        overview.district.synthetic ? '示例数据' : null,
      ),
    },
    {
      type: 'table',
      head: null,
      widths: [1.1, 4],
      rows: [
        ['责任单位', issue.responsible ?? '（台账未填）'],
        ['地点', joined(issue.siteName, issue.areaName, issue.office) || '不在任何居委会内'],
        ['问题', issue.description || '（没有填问题描述）'],
        ['严重程度', joined(issue.severity, issue.reworks > 0 ? `已返工 ${issue.reworks} 次` : null)],
        ['发现', joined(chineseDay(issue.foundOn), issue.source)],
        ['标准条款', joined(issue.itemText, issue.clause) || '没有对应的检查项'],
        ...(chain === '' ? [] : [['责任链条', chain]]),
        ['整改期限', deadlineText(issue, noticed)],
      ],
    },
    { type: 'pictures', of: picturesOf(issue, noticed) },
    {
      type: 'text',
      text: '请按期限完成整改，整改后报送整改情况和照片，经复查通过后销号；逾期未整改的，列入督办。',
    },
    {
      type: 'table',
      head: null,
      widths: [1, 1.6, 1, 1.6],
      rows: [
        ['签发人', '', '签发日期', '　　年　　月　　日'],
        ['签收人', '', '签收日期', '　　年　　月　　日'],
        ['整改情况', '', '完成日期', '　　年　　月　　日'],
        ['复查人', '', '复查日期', '　　年　　月　　日'],
      ],
    },
  ]
}

/** One paper, a page for each problem. */
export const rectificationPaper = (issues: readonly NoticeIssue[], noticed: Noticed): Paper => {
  const first = issues[0]
  return {
    title:
      issues.length === 1 && first
        ? `整改通知单 ${first.id}`
        : `整改通知单 ${first?.responsible ?? ''} ${issues.length}件`,
    compact: true,
    blocks: issues.flatMap((issue, i): Block[] => [
      ...(i > 0 ? [{ type: 'page' as const }] : []),
      ...pageOf(issue, noticed),
    ]),
  }
}
