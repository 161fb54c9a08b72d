/** The headline of a story whose posts have no words, as it is stored. */
export const noWords = '(no words)'
