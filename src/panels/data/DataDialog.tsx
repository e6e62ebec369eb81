/** 数据: bring files in, take tables out, see what this browser keeps, read what was not used and why. */

import { Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Overview } from '../../engine/contract/package.ts'
import { useSession } from '../../view/store.ts'
import { useTray } from '../../view/tray-store.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { ExportPanel } from './ExportPanel.tsx'
import { ImportTab } from './ImportTab.tsx'
import { KeptTab } from './KeptTab.tsx'
import { ReportTab } from './ReportTab.tsx'
import { DATA_TABS, type DataTab } from './tabs.ts'
import './data.css'
import './part.css'

interface DataDialogProps {
  tab: DataTab
  onTab: (tab: DataTab) => void
  onClose: () => void
}

/** For screen readers. */
const Told = () => (
  <p className="unseen" role="status">
    {useTray((s) => s.told)}
  </p>
)

const Part = ({ tab, overview, onClose }: { tab: DataTab; overview: Overview; onClose: () => void }) => {
  switch (tab) {
    case 'import':
      return <ImportTab onClose={onClose} />
    case 'export':
      return (
        <div className="data-scroll scrolls">
          <ExportPanel />
        </div>
      )
    case 'kept':
      return (
        <div className="data-scroll scrolls">
          <KeptTab onClose={onClose} />
        </div>
      )
    case 'report':
      return <ReportTab report={overview.report} />
  }
}

export const DataDialog = ({ tab, onTab, onClose }: DataDialogProps) => {
  const overview = useSession((s) => s.overview)
  if (overview === null) return null
  const { report, district } = overview
  const tabs = DATA_TABS.filter(([key]) => key !== 'import' || !district.readOnly)
  const doubts = report.rejected.length + report.flagged.length
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="data-modal">
        <Dialog className="data-dialog" aria-label="数据">
          <Tabs
            className="data-parts"
            selectedKey={tab === 'import' && district.readOnly ? 'export' : tab}
            onSelectionChange={(key) => onTab(key as DataTab)}
          >
            <header>
              <Heading slot="title">数据</Heading>
              <TabList aria-label="数据的部分" className="data-tabs">
                {tabs.map(([key, word]) => (
                  <Tab key={key} id={key}>
                    {word}
                    {key === 'report' && doubts > 0 && (
                      <i className="dot" data-tone={report.rejected.length > 0 ? 'bad' : 'even'} />
                    )}
                  </Tab>
                ))}
              </TabList>
              <button type="button" className="tool" onClick={onClose} aria-label="关闭">
                <Glyph name="close" />
              </button>
            </header>
            {tabs.map(([key]) => (
              <TabPanel key={key} id={key} className="data-body">
                <Part tab={key} overview={overview} onClose={onClose} />
              </TabPanel>
            ))}
          </Tabs>
          <Told />
          <div className="data-trouble">
            <Trouble />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
