/** 数据报告: what was read, what was not used and why, what was used with a doubt. */
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Notice, Report } from '../model/report.ts'
import { useSession } from '../view/store.ts'
import { copyText } from './copy-text.ts'
import { tellTrouble, useEngine } from './engine.tsx'
import { Glyph } from './Glyph.tsx'
import { useSaving } from './saving.ts'
import './dialogs.css'

/** Notices listed; all are in the file. */
const MOST = 400

const Notices = ({ list, none }: { list: readonly Notice[]; none: string }) => {
  if (list.length === 0) return <p className="empty">{none}</p>
  return (
    <>
      <table className="notices">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">行</th>
            <th scope="col">列</th>
            <th scope="col">内容</th>
            <th scope="col">原因</th>
          </tr>
        </thead>
        <tbody>
          {list.slice(0, MOST).map((notice, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity of their own and never move
            <tr key={i}>
              <td>{notice.file}</td>
              <td className="num">{notice.line === 0 ? '整个文件' : notice.line}</td>
              <td>{notice.field || '整行'}</td>
              <td className="notice-value">{notice.value}</td>
              <td>{notice.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.length > MOST && <p className="empty">只列出前 {MOST} 条，全部请下载</p>}
    </>
  )
}

const Files = ({ report }: { report: Report }) => (
  <ul className="file-rows">
    {Object.entries(report.rows).map(([file, rows]) => (
      <li key={file}>
        <span>{file}</span>
        <b className="num">{rows.toLocaleString('zh-CN')} 行</b>
      </li>
    ))}
    {report.absent.map((file) => (
      <li key={file} data-absent>
        <span>{file}</span>
        <b>没有此文件</b>
      </li>
    ))}
  </ul>
)

const Tools = ({ report }: { report: Report }) => {
  const engine = useEngine()
  const { busy, save } = useSaving()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const { bytes } = await engine.exportFile({ type: 'report' }, 'csv')
    setCopied(await copyText(new TextDecoder().decode(bytes)))
  }
  const none = report.rejected.length + report.flagged.length === 0
  return (
    <>
      <button
        type="button"
        className="text-button"
        disabled={none}
        onClick={() => void copy().catch(tellTrouble)}
      >
        <Glyph name={copied ? 'check' : 'copy'} /> {copied ? '已复制' : '复制'}
      </button>
      {(
        [
          ['xlsx', '下载 Excel'],
          ['csv', '下载 CSV'],
        ] as const
      ).map(([form, word]) => (
        <button
          key={form}
          type="button"
          className="text-button"
          disabled={none || busy}
          onClick={() => save({ type: 'report' }, form)}
        >
          <Glyph name="download" /> {word}
        </button>
      ))}
    </>
  )
}

export const ReportDialog = ({ onClose }: { onClose: () => void }) => {
  const report = useSession((s) => s.overview?.report)
  if (!report) return null
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="report-modal">
        <Dialog className="report-dialog" aria-label="数据报告">
          <header>
            <Heading slot="title">数据报告</Heading>
            <Tools report={report} />
            <button type="button" className="tool" onClick={onClose} aria-label="关闭">
              <Glyph name="close" />
            </button>
          </header>
          <Tabs defaultSelectedKey={report.rejected.length > 0 ? 'rejected' : 'flagged'}>
            <TabList aria-label="数据报告的部分" className="report-tabs">
              <Tab id="rejected">
                未读入 <b className="num">{report.rejected.length}</b>
              </Tab>
              <Tab id="flagged">
                请核对 <b className="num">{report.flagged.length}</b>
              </Tab>
              <Tab id="files">
                文件 <b className="num">{Object.keys(report.rows).length}</b>
              </Tab>
            </TabList>
            <TabPanel id="rejected" className="report-body scrolls">
              <Notices list={report.rejected} none="所有数据行都已读入" />
            </TabPanel>
            <TabPanel id="flagged" className="report-body scrolls">
              <Notices list={report.flagged} none="没有需要核对的行" />
            </TabPanel>
            <TabPanel id="files" className="report-body scrolls">
              <Files report={report} />
            </TabPanel>
          </Tabs>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
