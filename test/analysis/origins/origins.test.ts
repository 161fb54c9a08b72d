import { describe, expect, it } from 'vitest'
import { traceOrigins } from '../../../src/analysis/origins/origins.ts'
import type { Link, LinkKind } from '../../../src/model/link.ts'

const link = (from: string, kind: LinkKind, to: string): Link => ({
  from,
  to,
  kind,
  score: 1,
  reason: '',
})

function trace(
  signals: readonly string[],
  links: readonly Link[],
  owners: Record<string, string> = {},
) {
  return traceOrigins(signals, {
    linksFrom: (key) => links.filter(({ from }) => from === key),
    ownerOf: (channel) => owners[channel],
    atMsOf: (key) => signals.indexOf(key),
  }).map(({ origin }) => origin)
}

describe('traceOrigins', () => {
  it('counts a post that derives from nothing as its channel’s own', () => {
    expect(trace(['alpha/1'], [])).toEqual(['ch:alpha'])
  })

  it('follows forwards, copies and translations to one origin', () => {
    const links = [
      link('beta/2', 'forward', 'alpha/1'),
      link('gamma/3', 'copy', 'beta/2'),
      link('delta/4', 'translation', 'gamma/3'),
    ]
    expect(trace(['alpha/1', 'beta/2', 'gamma/3', 'delta/4'], links)).toEqual(['ch:alpha'])
  })

  it('keeps two channels without a link apart', () => {
    expect(trace(['alpha/1', 'beta/2'], [])).toEqual(['ch:alpha', 'ch:beta'])
  })

  it('makes one origin of two that cite one outlet', () => {
    const links = [link('alpha/1', 'cite', 'out:reuters'), link('beta/2', 'cite', 'out:reuters')]
    expect(trace(['alpha/1', 'beta/2'], links)).toEqual(['out:reuters'])
  })

  it('ends at a channel that is not monitored', () => {
    const links = [link('alpha/1', 'forward', 'ch:outside'), link('beta/2', 'copy', 'ch:outside')]
    expect(trace(['alpha/1', 'beta/2'], links)).toEqual(['ch:outside'])
  })

  it('contracts channels of one owner', () => {
    expect(trace(['alpha/1', 'beta/2'], [], { alpha: 'group', beta: 'group' })).toEqual([
      'own:group',
    ])
  })

  it('names the earliest of a circle of citations', () => {
    const links = [link('alpha/1', 'cite', 'beta/2'), link('beta/2', 'cite', 'alpha/1')]
    expect(trace(['alpha/1', 'beta/2'], links)).toEqual(['ch:alpha'])
  })

  it('takes a channel that confirms itself by its echo for one origin', () => {
    const links = [link('beta/2', 'cite', 'alpha/1'), link('alpha/3', 'cite', 'beta/2')]
    expect(trace(['alpha/1', 'beta/2', 'alpha/3'], links)).toEqual(['ch:alpha'])
  })

  it('does not follow a variant', () => {
    expect(trace(['alpha/1', 'beta/2'], [link('beta/2', 'variant', 'alpha/1')])).toEqual([
      'ch:alpha',
      'ch:beta',
    ])
  })

  it('lets an origin fall whose words another carries with the name of their outlet', () => {
    const links = [link('beta/2', 'copy', 'alpha/1'), link('beta/2', 'cite', 'out:reuters')]
    expect(trace(['alpha/1', 'beta/2'], links)).toEqual(['out:reuters'])
  })
})
