/** 汇报, whose code comes when it is first opened. */
import { later } from '../panels/kit/later.tsx'

export const Scenes = later('汇报', async () => (await import('./Scenes.tsx')).Scenes, {
  resetOn: ({ preparing }) => preparing,
})

export const Stage = later('放映', async () => (await import('./Stage.tsx')).Stage, {
  form: 'window',
  resetOn: ({ view }) => view.presenting,
})

export const Console = later('演讲者控制台', async () => (await import('./Console.tsx')).Console, {
  form: 'window',
})
