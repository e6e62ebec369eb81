/** Builds the site once for the browser tests. */
import { build } from 'vite'

export const setup = async (): Promise<void> => {
  await build({ logLevel: 'warn' })
}
