/** Measures in pixels of a picture that a phone shows about a third as wide. */
export const page = { width: 1280, mostHeight: 2400, margin: 28 } as const

/** Nothing is smaller than `small`: a third of it can still be read. */
export const sizes = { headline: 46, badge: 36, name: 31, text: 29, small: 27 } as const

/** The names of rows end and the axis begins. `afterLast` keeps room for what stands beside the last mark. */
export const columns = { names: 60, namesEnd: 418, axis: 490, afterLast: 112 } as const

/** Where marks of unknown time stand, left of the axis. */
export const unknownLane = 78

export const rowHeight = 86
export const groupGap = 22

export const dotRadius = 13
export const starRadius = 23
/** Of a mark that stands for several posts and holds their number. */
export const clusterRadius = 21
