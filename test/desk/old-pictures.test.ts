import { describe, expect, it } from 'vitest'
import { describeOldPictures } from '../../src/desk/compose/old-pictures.ts'
import type { Picture, PictureReturn } from '../../src/model/picture.ts'

const story = { story: 9, signals: ['alpha/1', 'beta/2'], firstAt: '2026-03-04T02:00:00Z' }
const look = { titleOf: (channel: string) => channel.toUpperCase(), timezone: 'Asia/Jerusalem' }

const returned = (overrides: Partial<PictureReturn> = {}): Picture => ({
  picture: 2,
  address: 'https://cdn.example/1.jpg',
  state: 'fetched',
  returned: {
    signal: 'gamma/7',
    at: '2024-01-02T23:30:00Z',
    story: 4,
    stories: 1,
    mirrored: false,
    ...overrides,
  },
})

const describeAll = (pictures: Record<string, Picture[]>) =>
  describeOldPictures(story, new Map(Object.entries(pictures)), look)

describe('pictures that are not new', () => {
  it('are told with their age in the desk’s time, and by name inside the desk only', () => {
    expect(describeAll({ 'alpha/1': [returned()] })).toEqual([
      {
        signal: 'alpha/1',
        words:
          'A picture is not new: it was posted on January 3, 2024, 2 years before this report, under another one.',
        named:
          'The picture of alpha/1 is not new: GAMMA posted it on January 3, 2024, 2 years before this report (gamma/7, story #4).',
      },
    ])
  })

  it('are told to be mirrored', () => {
    const [told] = describeAll({ 'alpha/1': [returned({ mirrored: true })] })
    expect(told?.words).toContain(', mirrored.')
    expect(told?.named).toContain('(gamma/7, story #4, mirrored)')
  })

  it('are told once, however many signals show them, and the oldest first', () => {
    const younger = returned({ signal: 'delta/1', at: '2025-01-02T00:00:00Z' })
    const told = describeAll({ 'alpha/1': [younger, returned()], 'beta/2': [returned()] })
    expect(told.map(({ named }) => /\((\w+\/\d)/.exec(named)?.[1])).toEqual(['gamma/7', 'delta/1'])
  })

  it.each<[string, Partial<PictureReturn>]>([
    ['that went round within a day of the report', { at: '2026-03-03T03:00:00Z' }],
    ['of the report itself', { story: 9 }],
    ['first posted by a signal of the report', { signal: 'beta/2' }],
    ['that are posted all the time, as an emblem is', { stories: 5 }],
  ])('are none %s', (_title, overrides) => {
    expect(describeAll({ 'alpha/1': [returned(overrides)] })).toEqual([])
  })

  it('are none where nothing is known', () => {
    const waiting: Picture = { picture: 1, address: 'https://cdn.example/1.jpg', state: 'waiting' }
    expect(describeAll({ 'alpha/1': [waiting] })).toEqual([])
  })
})
