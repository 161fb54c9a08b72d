/** Prints rows as columns; numbers to the right. */
export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map((row) => row.map(String))
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  )
  for (const row of cells) {
    const line = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    console.log(line.join('  '))
  }
}

/** Numbers of an object to four places, as figures are reported. */
export function round<Figures extends object>(figures: Figures): Figures {
  const entries = Object.entries(figures as Record<string, unknown>).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
  ])
  return Object.fromEntries(entries) as Figures
}

/** Part of the whole; 0 of nothing. */
export const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
