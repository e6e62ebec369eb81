/** 数据报告: what was read, what was not used and why, what was used with a doubt. */
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Report } from '../../model/report.ts'
import { countText } from '../../view/count-text.ts'
import { copyText } from '../kit/copy-text.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { useSaving } from '../kit/saving.ts'
import { NoticeTable } from './NoticeTable.tsx'
import './report-tab.css'

const Files = ({ report }: { report: Report }) => (
  <ul className="file-rows">
    {Object.entries(report.rows).map(([file, rows]) => (
      <li key={file}>
        <span>{file}</span>
        <b className="num">{countText(rows)} 行</b>
      </li>
    ))}
    {report.unread.map(({ file, reason }) => (
      <li key={file} data-tone="bad">
        <span>{file}</span>
        <b>没有读到：{reason}</b>
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
    <span className="report-tools">
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
    </span>
  )
}

export const ReportTab = ({ report }: { report: Report }) => (
  <Tabs className="report" defaultSelectedKey={report.rejected.length > 0 ? 'rejected' : 'flagged'}>
    <div className="report-head">
      <TabList aria-label="数据报告的部分" className="data-tabs">
        <Tab id="rejected">
          未读入 <b className="num">{countText(report.rejected.length)}</b>
        </Tab>
        <Tab id="flagged">
          请核对 <b className="num">{countText(report.flagged.length)}</b>
        </Tab>
        <Tab id="files">
          文件 <b className="num">{Object.keys(report.rows).length}</b>
        </Tab>
      </TabList>
      <Tools report={report} />
    </div>
    <TabPanel id="rejected" className="report-body scrolls">
      <NoticeTable list={report.rejected} label="未读入的行" rest="全部请下载" none="所有数据行都已读入" />
    </TabPanel>
    <TabPanel id="flagged" className="report-body scrolls">
      <NoticeTable list={report.flagged} label="请核对的行" rest="全部请下载" none="没有需要核对的行" />
    </TabPanel>
    <TabPanel id="files" className="report-body scrolls">
      <Files report={report} />
    </TabPanel>
  </Tabs>
)
