import { createTask } from 'node-cron'

/** The clock is looked at after so long at the latest: it may have been set meanwhile. */
const longestSleepMs = 30_000

/**
 * Calls `run` at the times of a cron expression until the function given back is called. Where the clock was set
 * forward, or the process held up, past any number of times, it is called once; where it was set back, at the next
 * time of the clock as it stands now. (The package's own runner walks through each time that was passed, runs
 * nothing that is over a second late, and waits for the old time where the clock was set back.)
 */
export function startCron(expression: string, run: () => void): () => void {
  const times = createTask(expression, () => undefined)
  const next = () => times.getNextRuns(1)[0]?.getTime() ?? Infinity
  let dueMs = next()
  let timer: NodeJS.Timeout | undefined
  const sleep = () => {
    timer = setTimeout(wake, Math.min(longestSleepMs, Math.max(0, dueMs - Date.now())))
  }
  const wake = () => {
    const isDue = Date.now() >= dueMs
    dueMs = next()
    sleep()
    if (isDue) run()
  }
  sleep()
  return () => {
    clearTimeout(timer)
    void times.destroy()
  }
}
