/** What 关于 tells, out of `licences.txt`, which the build writes beside the page (src/build/licences.ts). */

/** Where it stands, from the page. */
export const LICENCES = 'licences.txt'

export interface AboutText {
  /** of the dashboard */
  version: string
  /** everything else that is in the page, by name */
  software: { name: string; version: string; licence: string }[]
  /** the licences in full, the dashboard's own first */
  texts: string
}

/** Reads it apart. @param text the file, with or without its byte order mark */
export const aboutText = (text: string): AboutText => {
  const [own = '', list = '', ...texts] = text.split(/\n\n─+\n\n/)
  const [, version = ''] = /^\ufeff?创卫一张图 (\S+)/.exec(own) ?? []
  const software = [...list.matchAll(/^(\S+) (\S+) {2}(.*)$/gm)].map(
    ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
  )
  return { version, software, texts: [own.replace(/^\ufeff/, ''), ...texts].join('\n\n\n').trim() }
}

/** Reads the file. @param page address of the page. Throws one sentence when it is not there. */
export const readLicences = async (page: string): Promise<string> => {
  const answer = await fetch(new URL(LICENCES, page)).catch(() => null)
  const text = answer?.ok ? await answer.text() : ''
  // Some hosts answer every address with a page of their own.
  if (!/^\ufeff?创卫一张图 /.test(text))
    throw new Error(`读不到页面旁边的 ${LICENCES}，请发布页面的人把构建出的文件全部放上。`)
  return text
}
