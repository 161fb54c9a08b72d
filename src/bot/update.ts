import { z } from 'zod'

const user = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string().default(''),
  username: z.string().optional(),
})

const chat = z.object({ id: z.int(), type: z.string() })

/** Only what the bot answers to is read; the rest of an update is the journal's. */
const message = z.object({
  message_id: z.int(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  chat,
  from: user.optional(),
  sender_chat: chat.optional(),
  text: z.string().optional(),
  reply_to_message: z.object({ message_id: z.int(), from: user.optional() }).optional(),
  forward_origin: z.looseObject({ type: z.string() }).optional(),
  forward_date: z.int().optional(),
})

const press = z.object({
  id: z.string(),
  from: user,
  message: z
    .object({
      message_id: z.int(),
      message_thread_id: z.int().optional(),
      is_topic_message: z.boolean().optional(),
      chat,
      photo: z.array(z.unknown()).optional(),
      document: z.unknown().optional(),
    })
    .optional(),
  data: z.string().optional(),
})

const inlineQuery = z.object({ id: z.string(), from: user, query: z.string(), offset: z.string() })

const standing = z.object({ status: z.string() })

/** Somebody changed what the bot itself may do in a chat. */
const standingChange = z.object({
  chat: chat.extend({ title: z.string().optional(), username: z.string().optional() }),
  from: user,
  old_chat_member: standing,
  new_chat_member: standing,
})

const updateSchema = z.object({
  update_id: z.int(),
  message: message.optional(),
  callback_query: press.optional(),
  inline_query: inlineQuery.optional(),
  my_chat_member: standingChange.optional(),
})

export type BotUpdate = z.infer<typeof updateSchema>
export type BotMessage = z.infer<typeof message>
export type BotPress = z.infer<typeof press>
export type StandingChange = z.infer<typeof standingChange>
export type BotInlineQuery = z.infer<typeof inlineQuery>

/** Undefined for anything that is not an update as the bot knows them. */
export function readUpdate(body: string): BotUpdate | undefined {
  try {
    const read = updateSchema.safeParse(JSON.parse(body))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** `/story_12@desk_bot rest` → `story`, `12 rest`; undefined for anything that is no command to this bot. */
export function readCommand(
  text: string,
  username: string,
): { name: string; args: string } | undefined {
  const [, name = '', joined, addressee, args = ''] =
    /^\/([a-z]+)(?:_(\d+))?(?:@(\w+))?(?:\s([^]*))?$/i.exec(text.trim()) ?? []
  if (name === '') return undefined
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase())
    return undefined
  return { name: name.toLowerCase(), args: [joined, args.trim()].filter(Boolean).join(' ') }
}
