/** Answers as a promise what SQLite answers at once; a fault becomes a rejection. */
export function answer<T>(query: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(query())
  })
}
