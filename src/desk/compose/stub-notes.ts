import { Sentences } from '../../lib/sentences.ts'

/** What a stub notes beside its text, as it is stored with it; the bot has each in its members' languages. */
export const stubNotes = new Sentences({
  blindSince: 'Blind since {when} on {channels} ({gap})',
  blind: 'Blind {when} on {channels} ({gap})',
  moreChannels: '{channels} and {count} more',
  botChannels: 'the channels of the bot',
  onePeriodMore: '… and {count} more such period',
  morePeriods: '… and {count} more such periods',
  mirroredPicture:
    'The picture of {post} is not new: {title} posted it on {date}, {age} before this report ({place}, mirrored).',
  oldPicture:
    'The picture of {post} is not new: {title} posted it on {date}, {age} before this report ({place}).',
  inStory: '{post}, story #{story}',
})

export type StubNoteKey = keyof typeof stubNotes.patterns
