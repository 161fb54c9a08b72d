/** A Telegram on loopback takes what it is given; Telegram's own limits are tested with the send queue. */
export const sendLimits = { chatGapMs: 0, overallPerSecond: 1000, groupPerMinute: 1000 }
