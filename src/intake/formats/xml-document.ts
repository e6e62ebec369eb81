/** XML as a document, for the readers of maps that want one. */
import { DOMParser } from '@xmldom/xmldom'
import { Refusal } from './refusal.ts'

export type XmlDocument = ReturnType<DOMParser['parseFromString']>

/** What `read` makes of the text. Warnings and errors that can be read past are; throws Refusal where one is fatal. */
export const parseXml = <T>(text: string, format: string, read: (document: XmlDocument) => T): T => {
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level === 'fatalError') throw new Error(message)
      },
    })
    return read(parser.parseFromString(text, 'text/xml'))
  } catch {
    throw new Refusal(`${format} 已损坏或不完整，请重新导出`)
  }
}
