const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u
const leftToRight = /(?![\p{Script=Hebrew}\p{Script=Arabic}])\p{L}/u
/** Behind anything but space, some clients take a command for mere words. */
const hiddenCommand = /[^\s\w/:.-]\/[a-z]+(?:_\d+)?(?![\w/])/
const isolate = /\u2068[^\u2068\u2069]*(?:\u2069|$)/gu

/**
 * Lines that a phone would show out of order, since words of both directions stand in them and neither is set apart,
 * or in which a command could not be pressed; `data` are lines that the desk did not write.
 */
export function findTurned(shown: string, data: readonly string[] = []): string[] {
  const known = new Set(data.flatMap((text) => text.split('\n')))
  return shown
    .split('\n')
    .filter((line) => !known.has(line))
    .filter((line) => {
      // What is typed stands as it is typed.
      const own = withoutIsolates(line.replace(/^\/[^—·]*/, ''))
      return (rightToLeft.test(own) && leftToRight.test(own)) || hiddenCommand.test(line)
    })
}

/** From the inside out. */
function withoutIsolates(line: string): string {
  const without = line.replace(isolate, ' ')
  return without === line ? line : withoutIsolates(without)
}
