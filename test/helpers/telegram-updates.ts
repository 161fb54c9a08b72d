type Fields = Record<string, unknown>

export const alphaChat = { id: -1001234567890, type: 'channel', title: 'Alpha', username: 'alpha' }

/** A post of the channel Alpha, as the Bot API tells it. */
export function makeChannelPost(overrides: Fields = {}): Fields {
  return {
    message_id: 7,
    sender_chat: alphaChat,
    chat: alphaChat,
    date: 1_750_000_000,
    text: 'Sirens in the north.',
    ...overrides,
  }
}

/** Updates of the channel Alpha, one post for each id. */
export function makePosts(...ids: readonly number[]): Fields[] {
  return ids.map((id) => ({
    channel_post: makeChannelPost({ message_id: id, text: `Post ${id}` }),
  }))
}

/** A private message to the bot. */
export function makeMessage(overrides: Fields = {}): Fields {
  const editor = { id: 4242, first_name: 'Dana', username: 'dana' }
  return {
    message_id: 90,
    from: { ...editor, is_bot: false },
    chat: { ...editor, type: 'private' },
    date: 1_750_000_600,
    text: 'Good morning',
    ...overrides,
  }
}
