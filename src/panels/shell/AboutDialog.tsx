/** 关于: which version this is, what its data are, and the licences of everything that is in the page. */
import { useEffect, useState } from 'react'
import { type AboutText, aboutText, LICENCES, readLicences } from '../../view/about.ts'
import { useSession } from '../../view/store.ts'
import { Window } from '../kit/Window.tsx'
import './about.css'

export const AboutDialog = ({ onClose }: { onClose: () => void }) => {
  const synthetic = useSession((s) => s.overview?.district.synthetic ?? false)
  const [about, setAbout] = useState<AboutText | null>(null)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    let wanted = true
    readLicences(document.baseURI).then(
      (text) => {
        if (wanted) setAbout(aboutText(text))
      },
      (error: Error) => {
        if (wanted) setTrouble(error.message)
      },
    )
    return () => {
      wanted = false
    }
  }, [])
  return (
    <Window
      onClose={onClose}
      title={<>关于创卫一张图{about !== null && <small className="num"> {about.version}</small>}</>}
    >
      <div className="about-body scrolls">
        <p>
          {synthetic
            ? '现在显示的是示例数据：地名和代码是真实的，边界是示意，记录由程序生成，不含真实的人和商户。'
            : '现在显示的是数据文件夹里的数据，或这台电脑上导入的数据。'}
          数据只在本机浏览器里，不会上传。
        </p>
        {trouble !== '' && <p role="alert">{trouble}</p>}
        {about !== null && (
          <>
            <p>
              以 MIT 许可发布，用到 {about.software.length} 个开源软件。
              <a href={LICENCES} target="_blank" rel="noreferrer">
                单独打开许可全文
              </a>
            </p>
            <ul className="about-software" aria-label="开源软件和它们的许可">
              {about.software.map(({ name, version, licence }) => (
                <li key={`${name} ${version}`}>
                  <span>{name}</span>
                  <span className="num">{version}</span>
                  <span>{licence}</span>
                </li>
              ))}
            </ul>
            <h3>许可全文</h3>
            <pre>{about.texts}</pre>
          </>
        )}
      </div>
    </Window>
  )
}
