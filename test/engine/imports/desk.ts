/** A package at work with its import tray, and files to be dropped into it. */
import { importAnswers } from '../../../src/engine/imports/import-answers.ts'
import { openPassing } from '../../../src/engine/package/storage.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/package/workspace.ts'
import { collection, feature } from '../../intake/files.ts'

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

export const textOf = (bytes: Uint8Array | null | undefined): string =>
  bytes ? new TextDecoder().decode(bytes) : ''

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.02],
      [west, south + 0.02],
      [west, south],
    ],
  ],
})

/** 甲 and 乙, two kilometres wide and side by side, where the offset of GCJ-02 is some 500 m. */
const DISTRICT: Record<string, string> = {
  'areas.geojson': collection(
    feature({ code: '411671011001', name: '甲居委会', office: '东办事处' }, square(114.64, 33.58)),
    feature({ code: '411671011002', name: '乙社区', office: '西办事处' }, square(114.66, 33.58)),
  ),
  'sites.csv':
    '编号,类别,名称,经度,纬度,居委会,责任单位,状态\nG1,公厕,一号公厕,114.645,33.585,甲居委会,环卫所,\nS1,农贸市场,一号市场,114.665,33.585,411671011002,,\n',
  'issues.csv':
    '编号,点位编号,居委会,发现日期,严重程度,问题描述,责任单位,整改期限,巡查员备忘\nWT-1,G1,甲居委会,2019-05-01,一般,地面积水,环卫所,2019-05-10,不公开的一列\nWT-2,,乙社区,2019-05-02,较重,门口堆物,城管局,2019-05-12,\n',
  'district.json': '{"title":"东区","asOf":"2019-05-27"}',
}

export type Dropped = Record<string, string | Uint8Array>

const quiet = () => {}

export const openDesk = async (files: Record<string, string | Uint8Array> = DISTRICT) => {
  const host = new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]))
  let minute = 0
  const workspace: Workspace = openWorkspace({
    fetchHost: async () => ({ files: host, unread: new Map(), notes: [] }),
    fetchPhoto: async () => ({ type: 'absent', startPage: false }),
    hostBase: 'https://site/data/',
    storage: openPassing(),
    now: () => `2019-05-27T09:${String(minute++).padStart(2, '0')}:00+08:00`,
    announce: quiet,
  })
  await workspace.start()
  const answers = importAnswers(() => workspace)
  return {
    workspace,
    ...answers,
    drop: (dropped: Dropped, onProgress: Parameters<typeof answers.inspect>[1] = quiet) =>
      answers.inspect(
        Object.entries(dropped).map(([path, content]) => ({
          path,
          blob: new Blob([bytesOf(content) as Uint8Array<ArrayBuffer>]),
        })),
        onProgress,
      ),
    settle: (id: number, choice: Parameters<typeof answers.choose>[1]) => answers.choose(id, choice, quiet),
    take: () => answers.use(quiet),
    file: (path: string) => textOf(workspace.reading().files.get(path)),
    model: () => workspace.reading().opened.model,
    report: () => workspace.reading().opened.intake.report,
  }
}
