/** 数据报告: what was read, what was not used and why, what was used with a doubt. */
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { Notice } from '../model/report.ts'
import { csvOf, saveText } from '../view/export.ts'
import { useSession } from '../view/store.ts'
import { Glyph } from './Glyph.tsx'

const MOST = 400

const Notices = ({ list, none }: { list: readonly Notice[]; none: string }) => {
  if (list.length === 0) return <p className="empty">{none}</p>
  return (
    <div className="scroll-x">
      <table className="notices">
        <thead>
          <tr>
            <th>文件</th>
            <th>行</th>
            <th>列</th>
            <th>内容</th>
            <th>原因</th>
          </tr>
        </thead>
        <tbody>
          {list.slice(0, MOST).map((n, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity of their own and never move
            <tr key={i}>
              <td>{n.file}</td>
              <td className="num">{n.line || ''}</td>
              <td>{n.field}</td>
              <td>{n.value}</td>
              <td>{n.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.length > MOST && <p className="empty">只列出前 {MOST} 条，全部请下载</p>}
    </div>
  )
}

export const ReportDialog = ({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) => {
  const report = useSession((s) => s.overview?.report)
  const [tab, setTab] = useState<'rejected' | 'flagged' | 'rows'>('rejected')
  if (!report) return null
  const save = () => {
    const rows = (['rejected', 'flagged'] as const).flatMap((sort) =>
      report[sort].map((n) => [
        sort === 'rejected' ? '未读入' : '请核对',
        n.file,
        n.line,
        n.field,
        n.value,
        n.reason,
      ]),
    )
    saveText('数据报告.csv', csvOf(['结论', '文件', '行', '列', '内容', '原因'], rows))
  }
  const tabs = [
    ['rejected', `未读入 ${report.rejected.length}`],
    ['flagged', `请核对 ${report.flagged.length}`],
    ['rows', '各文件'],
  ] as const
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={onOpen} isDismissable>
      <Modal className="report-modal">
        <Dialog className="report-dialog" aria-label="数据报告">
          <header>
            <Heading slot="title">数据报告</Heading>
            <button type="button" className="text-button" onClick={save}>
              <Glyph name="download" /> 下载
            </button>
            <button type="button" className="tool" onClick={() => onOpen(false)} aria-label="关闭">
              <Glyph name="close" />
            </button>
          </header>
          <div className="tabs" role="tablist">
            {tabs.map(([key, label]) => (
              <button
                key={key}
                type="button"
                role="tab"
                aria-selected={tab === key}
                onClick={() => setTab(key)}
              >
                {label}
              </button>
            ))}
          </div>
          <div className="report-body">
            {tab === 'rejected' && <Notices list={report.rejected} none="所有数据行都已读入" />}
            {tab === 'flagged' && <Notices list={report.flagged} none="没有需要核对的行" />}
            {tab === 'rows' && (
              <ul className="file-rows">
                {Object.entries(report.rows).map(([file, rows]) => (
                  <li key={file}>
                    <span>{file}</span>
                    <b className="num">{rows.toLocaleString('zh-CN')}</b>
                  </li>
                ))}
                {report.absent.map((file) => (
                  <li key={file} data-absent>
                    <span>{file}</span>
                    <b>没有此文件</b>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
