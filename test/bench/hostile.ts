/**
 * Hostile files at their full measure, each dropped into the tray of a small district: how long until it is read or
 * refused, the longest work without giving way (so long a cancel may take), the memory at its highest, and what was said.
 * Run with: npm run -s hostile -- [part of a name]
 */
import { openDesk } from '../engine/imports/desk.ts'
import { HOSTILE } from '../intake/formats/hostile.ts'

const wanted = process.argv[2] ?? ''

/** The longest work between two turns of the loop, in milliseconds of CPU: others may be using the machine too. */
const watch = () => {
  let [last, longest, peak] = [process.cpuUsage(), 0, 0]
  const look = () => {
    const { user, system } = process.cpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    peak = Math.max(peak, process.memoryUsage().rss)
    last = process.cpuUsage()
  }
  const timer = setInterval(look, 5)
  return () => {
    clearInterval(timer)
    look()
    return { longest, peak }
  }
}

for (const { name, full, files } of HOSTILE.filter((one) => one.name.includes(wanted))) {
  const dropped = files(full)
  const desk = await openDesk()
  const before = process.memoryUsage().rss
  const stop = watch()
  const begin = performance.now()
  const used = process.cpuUsage()
  const tray = await desk.drop(dropped).catch((error: unknown) => String(error))
  const took = performance.now() - begin
  // What it takes on a machine that does nothing else, or a little more.
  const { user, system } = process.cpuUsage(used)
  const cpu = (user + system) / 1000
  const { longest, peak } = stop()
  const said =
    typeof tray === 'string'
      ? tray
      : [
          ...tray.refused.map(({ reason }) => reason),
          ...tray.incoming
            .slice(0, 3)
            .flatMap((item) => [
              `${item.table} ${item.counts.rows} 行，${item.counts.rejected} 行未读入`,
              ...[...item.rejected, ...item.flagged, ...item.passed].slice(0, 3).map(({ reason }) => reason),
            ]),
        ].join(' | ')
  const mb = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`
  console.log(
    `${Math.min(cpu, took) > 10_000 || longest > 1000 ? '✗' : '✓'} ${name} × ${full}: ${Math.round(took)} ms (${Math.round(cpu)} of CPU), longest ${Math.round(longest)} ms, ${mb(peak - before)} more\n    ${said.slice(0, 400)}`,
  )
}
