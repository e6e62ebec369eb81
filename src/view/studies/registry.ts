/** 分析: questions that need a panel and a drawing of their own. One is open at a time; which, and how it is set, is part of the view. */

import { RECORD_LISTS, recordList } from './records/records.ts'

export type StudyId =
  | 'trends'
  | 'compare'
  | 'plan'
  | 'coverage'
  | 'clusters'
  | 'closure'
  | 'notices'
  | 'route'
  | 'honours'
  | 'records'

/** The studies there are, in the order of the menu: what each is called and what it answers. Each has a file in panels/study. */
export const STUDIES: readonly { id: StudyId; label: string; hint: string }[] = [
  { id: 'trends', label: '走势', hint: '各居委会得分在变好还是变差' },
  { id: 'compare', label: '两日比较', hint: '和另一天比，变了多少，因为什么' },
  { id: 'plan', label: '对策', hint: '先改哪些，得分和名次会怎样' },
  { id: 'coverage', label: '排查覆盖', hint: '哪里真查过，哪里是盲区，得分有多大把握' },
  { id: 'clusters', label: '集聚与反弹', hint: '问题在哪里扎堆，销号以后又犯的有哪些' },
  { id: 'closure', label: '闭环与督办', hint: '整改按没按期、销没销号，逾期的在谁手上' },
  { id: 'notices', label: '通报与通知单', hint: '按一段时间的记录起草，打印或导出 DOCX' },
  { id: 'route', label: '督导路线', hint: '下一次检查去哪些地方、怎么走最近' },
  { id: 'honours', label: '评选', hint: '荣誉和问题相不相称，记录支持哪些候选' },
]

/** An open study: `options` are its settings as words of its own, kept in the link. */
export interface StudyView {
  id: StudyId
  options: Readonly<Record<string, string>>
}

/** What the screen calls it. The list a figure leads to has the name of what it lists, and no place in the menu. */
export const studyLabel = ({ id, options }: StudyView): string =>
  id === 'records'
    ? RECORD_LISTS[recordList(options.list ?? '')]
    : (STUDIES.find((study) => study.id === id)?.label ?? id)

export const isStudyId = (id: string): id is StudyId =>
  id === 'records' || STUDIES.some((study) => study.id === id)

/** The study with one setting changed; '' takes the setting back to its default. */
export const withOption = (study: StudyView, key: string, value: string): StudyView => ({
  ...study,
  options: Object.fromEntries(
    Object.entries({ ...study.options, [key]: value }).filter(([, text]) => text !== ''),
  ),
})
