/** The rows that were not read, with the way to mend them. */
import type { Incoming } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'
import { saveFile } from '../../view/save-file.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { NoticeTable } from './NoticeTable.tsx'

export const RejectedRows = ({ file }: { file: Incoming }) => {
  const engine = useEngine()
  if (file.rejected.length === 0) return null
  return (
    <section className="part">
      <h4>
        <span>
          未读入 <b className="num">{countText(file.counts.rejected)}</b> 行
        </span>
        <small>下载后改好，把文件再放进来即可</small>
        <button
          type="button"
          className="text-button"
          onClick={() => void engine.rejectedRows(file.id).then(saveFile, tellTrouble)}
        >
          <Glyph name="download" /> 下载未读入的行（附原因）
        </button>
      </h4>
      <NoticeTable
        list={file.rejected}
        label="未读入的行"
        none=""
        rest="全部请下载"
        of={file.counts.rejected}
        single
      />
    </section>
  )
}
